import { ACCOUNT_NOTICES, MAIL_LIST_FACTS, MAIL_LISTS } from '@leadpulse/model';
import { expect } from 'chai';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const HERE = new URL('../', import.meta.url).pathname;

/** What sends by SMTP: our own mails, and those of an organization's mailbox, which are none of ours. */
const SENDERS = ['messaging/channels/mime.ts', 'messaging/channels/smtpConnection.ts', 'platform/ownMail.ts'];

function sources(): Map<string, string> {
  const files = readdirSync(HERE, { recursive: true, encoding: 'utf8' });
  const code = files.filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'));
  return new Map(code.map((file) => [file, readFileSync(join(HERE, file), 'utf8')]));
}

describe('the classes of mail [P7]', () => {
  const code = sources();

  it('are named by whatever goes out: nothing else in the functions speaks SMTP', () => {
    const speaking = [...code].filter(([, text]) => /from 'nodemailer|import\('nodemailer/.test(text));
    expect(speaking.map(([file]) => file).sort()).to.deep.equal([...SENDERS].sort());
  });

  it('list no account notice that nothing sends', () => {
    const auth = readFileSync(join(HERE, '../../local/mail/authMail.ts'), 'utf8'); // Firebase sends those
    const all = [...code.values(), auth].join('\n');
    const unsent = Object.keys(ACCOUNT_NOTICES).filter(
      (notice) => !new RegExp(`(notice|'?[\\w-]+'?): '${notice}'`).test(all),
    );
    expect(unsent).to.deep.equal([]);
  });

  it('tell a person what each is and when it comes', () => {
    for (const { name, when } of Object.values(ACCOUNT_NOTICES)) {
      expect(name).to.match(/^[A-Z].{3,40}$/u);
      expect(when).to.match(/^.{10,90}\.$/u);
    }
    for (const list of MAIL_LISTS) expect(MAIL_LIST_FACTS[list].about).to.match(/\.$/);
  });
});
