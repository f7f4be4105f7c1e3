import { expect } from 'chai';
import { simpleParser } from 'mailparser';
import { HOST } from '../../local/ports.js';
import { MAIL_DOMAIN } from '../../local/world/environment.js';
import { sendSystemMail } from '../../functions/src/platform/systemMail.js';
import type { SmtpManners } from './smtpStub.js';
import { smtpStub } from './smtpStub.js';

const MAIL = {
  notice: 'invite' as const,
  to: 'kim@example.com',
  subject: 'Join\r\nBcc: x@evil.example',
  text: 'Hello',
  html: '<p>Hello',
};
const WORLD = { SITE_URL: 'http://127.0.0.1', MAIL_DOMAIN, FUNCTIONS_EMULATOR: 'true' };

describe('a mail of our own [P7] [P15]', function () {
  this.timeout(20_000);
  const kept = { ...process.env };
  before(() => void Object.assign(process.env, WORLD));
  after(() => {
    process.env = kept;
  });

  const sendTo = async (manners: SmtpManners, login = '') => {
    const stub = await smtpStub(manners);
    process.env.SYSTEM_SMTP_URL = `smtp://${login}${HOST}:${stub.port}`;
    const outcome = await sendSystemMail(MAIL, 'test');
    stub.close();
    return { outcome, mails: stub.mails, port: stub.port };
  };

  it('goes out from LeadPulse, its subject in one line, marked as automatic', async () => {
    const { outcome, mails } = await sendTo({}, 'us%40er:pass%3Aword@');
    expect(outcome).to.equal('sent');
    const mail = await simpleParser(mails[0] ?? '');
    expect(mail.from?.text).to.match(/^"LeadPulse" <no-reply@[\w.]+>$/);
    expect(mail.subject).to.equal('Join Bcc: x@evil.example');
    expect(mail.bcc).to.be.undefined;
    expect(mail.headers.get('auto-submitted')).to.equal('auto-generated');
    expect(mail.headers.get('x-leadpulse-mail')).to.equal('invite');
  });

  const troubles: [string, SmtpManners][] = [
    ['knows no such recipient', { recipient: '550 5.1.1 no such user' }],
    ['is busy', { data: '451 4.3.0 try later' }],
    ['hangs up', { hangsUp: true }],
    ['refuses us', { greeting: '554 go away' }],
  ];
  for (const [what, manners] of troubles) {
    it(`is told as failed when the server ${what}`, async () => {
      expect((await sendTo(manners)).outcome).to.equal('failed');
    });
  }

  it('is told as failed when nothing answers', async () => {
    const { port } = await sendTo({}); // closed since
    process.env.SYSTEM_SMTP_URL = `smtp://${HOST}:${port}`;
    expect(await sendSystemMail(MAIL, 'test')).to.equal('failed');
  });

  it('does not go over a plain connection outside the emulator', async () => {
    process.env.FUNCTIONS_EMULATOR = '';
    const { outcome, mails } = await sendTo({});
    process.env.FUNCTIONS_EMULATOR = 'true';
    expect(outcome).to.equal('failed');
    expect(mails).to.be.empty;
  });
});
