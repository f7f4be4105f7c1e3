import { expect } from 'chai';
import { MAIL_PROVIDERS, findSettings, providerAt } from './mailProviders.js';

describe('settings of mail providers', () => {
  it('are found by the address, whatever its case', () => {
    const { provider, imap, smtp } = findSettings(' Sales.Team@GMail.com');
    expect(provider?.name).to.equal('Gmail');
    expect(imap).to.deep.equal({ host: 'imap.gmail.com', port: 993, secure: true });
    expect(smtp).to.include({ host: 'smtp.gmail.com', port: 465 });
  });

  it('are guessed for a domain of one’s own', () => {
    const { provider, imap, smtp } = findSettings('info@harbor.example');
    expect(provider).to.equal(null);
    expect([imap.host, smtp.host]).to.deep.equal(['imap.harbor.example', 'smtp.harbor.example']);
  });

  it('name each domain once, and no port that sends a password in the clear', () => {
    const domains = MAIL_PROVIDERS.flatMap((each) => each.domains);
    expect(new Set(domains).size).to.equal(domains.length);
    for (const { imap, smtp, never } of MAIL_PROVIDERS.filter((each) => each.never === undefined)) {
      expect(imap, never).to.include({ port: 993, secure: true });
      expect(smtp.port).to.equal(smtp.secure ? 465 : 587);
    }
  });

  it('are known by the server too, for domains of one’s own there', () => {
    expect(providerAt('IMAP.gmail.com')).to.include({ name: 'Gmail', filesSent: true });
    expect(providerAt('outlook.office365.com')?.filesSent).to.equal(true);
    expect(providerAt('imap.harbor.example')).to.equal(null);
  });
});
