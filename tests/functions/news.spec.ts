import { expect } from 'chai';
import { FieldPath } from 'firebase-admin/firestore';
import { receiveMail } from '../../functions/src/messaging/receiveMail.js';
import type { Mailing } from '../../functions/src/news/mailings.js';
import { newsMailing, policyMailing } from '../../functions/src/news/mailings.js';
import { readLetter } from '../../functions/src/news/letter.js';
import { forecast } from '../../functions/src/news/forecast.js';
import { runMailing } from '../../functions/src/news/runMailing.js';
import { db } from '../../functions/src/platform/firestore.js';
import { HOST } from '../../local/ports.js';
import { adminAuth, adminDb, eventually, mailbox, siteUrl } from '../../local/worldClient.js';
import { copiesTo, newLetter, sendNews, statesOf } from './letters.js';
import { seedReader } from './readers.js';
import type { SmtpManners, SmtpStub } from './smtpStub.js';
import { smtpStub } from './smtpStub.js';
import type { Person } from './tenant.js';
import { pointedHere } from './pointedHere.js';

const ADDRESS = '1 Example Street, Springfield';
const quiet = () => undefined;

describe('news [P9]', function () {
  this.timeout(90_000);
  let readers: Person[];
  let uids: string[];
  pointedHere();
  beforeEach(async () => {
    readers = await Promise.all(Array.from({ length: 4 }, () => seedReader({ productEmails: true })));
    readers.sort((a, b) => (a.uid < b.uid ? -1 : 1)); // the order in which they are sent
    uids = readers.map(({ uid }) => uid);
  });

  const amongUs = (mailing: Mailing): Mailing => ({
    ...mailing,
    audience: () => db().collection('users').where(FieldPath.documentId(), 'in', uids),
  });
  const product = (source = newLetter().source) =>
    amongUs(newsMailing('product', readLetter(source), ADDRESS));
  /** Runs a mailing at a server of these manners. */
  async function runAt(mailing: Mailing, manners: SmtpManners) {
    const stub = await smtpStub(manners);
    process.env.SYSTEM_SMTP_URL = `smtp://${HOST}:${stub.port}`;
    const report = await runMailing(mailing, quiet);
    stub.close();
    return { report, mails: stub.mails };
  }
  const eachHasOne = (mails: readonly string[]) =>
    expect(readers.map(({ email }) => copiesTo(mails, email))).to.deep.equal(readers.map(() => 1));

  it('go to whom asked for them and to nobody else', async () => {
    const no = await Promise.all([
      seedReader({}),
      seedReader({ promotionalEmails: true }),
      seedReader({ productEmails: true }),
      seedReader({ productEmails: true }),
    ]);
    await adminAuth().updateUser(no[2].uid, { emailVerified: false });
    await adminDb().doc(`users/${no[3].uid}/consents/o1_product-emails`).delete(); // a yes that nobody can prove
    uids.push(...no.map(({ uid }) => uid));
    const mailing = product();
    expect(await forecast(mailing)).to.deep.include({ due: 4 });
    const { report, mails } = await runAt(mailing, {});
    eachHasOne(mails);
    expect(mails).to.have.length(4);
    expect(report).to.deep.include({ stop: 'finished' });
    expect(report.skipped).to.deep.equal({ 'not-wanted': 2, unconfirmed: 1, 'no-consent': 1 });
    expect(
      await statesOf(
        mailing.subject,
        no.map(({ uid }) => uid),
      ),
    ).to.deep.equal([null, null, null, null]);
  });

  it('are sent once: the same letter again sends nothing, and two runs at once do not double', async () => {
    const mailing = product();
    const stub = await smtpStub({ slowMs: 50 });
    process.env.SYSTEM_SMTP_URL = `smtp://${HOST}:${stub.port}`;
    const both = await Promise.all([runMailing(mailing, quiet), runMailing(mailing, quiet)]);
    stub.close();
    eachHasOne(stub.mails);
    expect(both.filter(({ stop }) => stop === 'finished')).to.have.length(1);
    const again = await runAt(mailing, {});
    expect(again.report.stop).to.equal('already-finished');
    expect(again.mails).to.be.empty;
  });

  it('that come back hours later are noted with their copy, and other mail about them is not', async () => {
    const mailing = product();
    const { mails } = await runAt(mailing, {});
    const copy = mails.find((mail) => copiesTo([mail], readers[1]?.email ?? '') === 1) ?? '';
    const [id = ''] = /<news\+[^>]+>/.exec(copy) ?? [];
    const report = (action: string) =>
      [
        'From: mailer-daemon@mx.example\nTo: no-reply@mail.leadpulse.test\nSubject: Returned mail',
        'Content-Type: multipart/report; report-type=delivery-status; boundary=b\n',
        '--b\nContent-Type: text/plain\n\nThis is the mail system.',
        `--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; x@example.com\nAction: ${action}\nStatus: 5.1.1`,
        `--b\nContent-Type: text/rfc822-headers\n\nMessage-ID: ${id}\n--b--`,
      ].join('\n');
    const answer = `From: reader@example.com\nTo: support@example.com\nIn-Reply-To: ${id}\n\nThank you`;
    const outcomes = [];
    for (const raw of [answer, report('delayed'), report('failed'), report('failed')]) {
      outcomes.push(await receiveMail(Buffer.from(raw)));
    }
    expect(outcomes).to.deep.equal(['unknown-address', 'unknown-address', 'letter-bounced', 'ignored']);
    const states = readers.map((_, at) => (at === 1 ? 'refused' : 'sent'));
    expect(await statesOf(mailing.subject, uids)).to.deep.equal(states);
    const { code } = (await adminDb().doc(`mailings/${mailing.id}/recipients/${uids[1]}`).get()).data()!;
    expect(code).to.equal('5.1.1');
  });

  it('do not go to somebody who unsubscribes while they are sent', async () => {
    const last = readers.at(-1)!;
    const stub = await smtpStub({ slowMs: 100 });
    process.env.SYSTEM_SMTP_URL = `smtp://${HOST}:${stub.port}`;
    let isOff: Promise<unknown> | undefined;
    const report = await runMailing(product(), () => {
      isOff ??= adminDb().doc(`users/${last.uid}`).update({ 'preferences.productEmails': false });
    });
    await isOff;
    stub.close();
    expect(copiesTo(stub.mails, last.email)).to.equal(0);
    expect(stub.mails).to.have.length(3);
    expect(report.skipped).to.deep.equal({ 'not-wanted': 1 });
  });

  it('go on when somebody erases their account with the mail under way', async () => {
    const [first] = readers;
    const mailing = product();
    const stub = await smtpStub({ slowMs: 500 });
    process.env.SYSTEM_SMTP_URL = `smtp://${HOST}:${stub.port}`;
    const running = runMailing(mailing, quiet);
    await eventually(() => Promise.resolve(stub.mails[0]), 'The server got no mail');
    await adminDb().doc(`mailings/${mailing.id}/recipients/${first!.uid}`).delete();
    expect(await running).to.include({ stop: 'finished' });
    stub.close();
    eachHasOne(stub.mails);
    expect(await statesOf(mailing.subject, [first!.uid])).to.deep.equal([null]);
  });

  const troubles: [string, SmtpManners, string, string, number][] = [
    ['knows no such recipient', { recipient: '550 5.1.1 no such user' }, 'refused', 'finished', 0],
    ['puts it off', { data: '451 4.3.0 try later' }, 'waiting', 'some-wait', 1],
    ['breaks off with the mail in its hands', { hangsUp: true }, 'uncertain', 'finished', 0],
  ];
  for (const [what, manners, state, stop, copiesNext] of troubles) {
    it(`are ${state} where the server ${what}, and sent ${copiesNext ? 'by' : 'never by'} the next run`, async () => {
      const mailing = product();
      const first = await runAt(mailing, manners);
      expect(first.report.stop).to.equal(stop);
      expect(await statesOf(mailing.subject, uids)).to.deep.equal(readers.map(() => state));
      const next = await runAt(mailing, {});
      expect(next.mails).to.have.length(copiesNext * readers.length);
    });
  }

  it('stop when our own server is away, count no try, and go on later', async () => {
    const mailing = product();
    for (let turn = 0; turn < 4; turn += 1) {
      expect((await runAt(mailing, { greeting: '554 go away' })).report.stop).to.equal('server-away');
    }
    const { report, mails } = await runAt(mailing, {});
    expect(report.stop).to.equal('finished');
    eachHasOne(mails);
  });

  describe('sent by the command', () => {
    const RUN = { LEASE_SECONDS: '2' };
    const slow = (stub: SmtpStub) => ({ ...RUN, SYSTEM_SMTP_URL: `smtp://${HOST}:${stub.port}` });

    it('killed in the middle, reach each once; whom it cannot tell is marked and never sent again', async () => {
      const { file, word } = newLetter();
      const manners: SmtpManners = { slowMs: 200 };
      const stub = await smtpStub(manners);
      const first = sendNews(file, 'product', slow(stub));
      const told = () => readers.filter(({ email }) => copiesTo(stub.mails, email) > 0).length;
      while (told() < 1 && first.child.exitCode === null) await new Promise((next) => setTimeout(next, 5));
      manners.slowMs = 2_000; // the kill meets a sender who waits for its server, and no transaction
      while (told() < 2 && first.child.exitCode === null) await new Promise((next) => setTimeout(next, 20));
      first.child.kill('SIGKILL');
      await first.ended;
      manners.slowMs = 0;
      expect(await statesOf(`News ${word}`, uids)).to.include('claimed');
      const second = await sendNews(file, 'product', slow(stub)).ended;
      expect(second.code, second.said).to.equal(0);
      stub.close();
      eachHasOne(stub.mails); // the killed one's mail was with the server already
      const states = await statesOf(`News ${word}`, uids);
      expect(states.filter((state) => state === 'uncertain')).to.have.length(1);
      expect(states.filter((state) => state === 'sent')).to.have.length(3);
      const third = await sendNews(file, 'product', slow(stub)).ended;
      expect(third.said).to.include('finished before');
    });

    it('arrive with both headers of RFC 8058, a link, and where we are', async () => {
      const { file, word } = newLetter();
      const { code, said } = await sendNews(file, 'product', RUN).ended;
      expect(code, said).to.equal(0);
      const [reader] = readers;
      const mail = await mailbox().find(
        ({ to, subject }) =>
          subject === `News ${word}` && to.some(({ address }) => address === reader!.email),
      );
      const [head = ''] = (await mailbox().source(mail.id)).split(/\r?\n\r?\n/);
      const flat = head.replace(/\r?\n\s+/g, ' ');
      expect(flat).to.match(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/m);
      expect(flat).to.match(new RegExp(`^List-Unsubscribe: <${siteUrl()}/hooks/unsubscribe/1[.]\\S+>$`, 'm'));
      expect(flat).to.match(/^X-LeadPulse-Mail: product$/im);
      for (const part of [mail.text, mail.html]) {
        expect(part).to.include(`${siteUrl()}/mail-preferences#1.`).and.include('1 Example Street');
        expect(part).not.to.include(reader!.email);
      }
      expect(mail.html)
        .to.include('<a href="https://leadpulse.example/new"')
        .and.not.match(/<img|<script/);
    });

    it('are only foreseen with --dry-run', async () => {
      const { file, word } = newLetter();
      const { code, said } = await sendNews(file, 'product', RUN, '--dry-run').ended;
      expect(code, said).to.equal(0);
      expect(said).to.match(/Nothing is sent or written. Now it would go to \d+/);
      expect(await statesOf(`News ${word}`, uids)).to.deep.equal(uids.map(() => null));
    });
  });
});

describe('a material change of the policy [P18]', function () {
  this.timeout(60_000);
  pointedHere();

  it('is mailed once to everybody who has not accepted it, without a way out that there is not', async () => {
    const [old, current, silent] = await Promise.all([seedReader(), seedReader(), seedReader({})]);
    const version = `2999-01-${String(10 + Math.floor(Math.random() * 20))}`;
    await adminDb().doc(`users/${current.uid}`).update({ 'acceptedPolicy.version': version });
    const uids = [old.uid, current.uid, silent.uid];
    const mailing: Mailing = {
      ...policyMailing({ version, isMaterial: true, summary: 'We moved.', clauses: [] }, ADDRESS),
      id: `policy-${version}-${old.uid}`,
      audience: () => db().collection('users').where(FieldPath.documentId(), 'in', uids),
    };
    const stub = await smtpStub({});
    process.env.SYSTEM_SMTP_URL = `smtp://${HOST}:${stub.port}`;
    for (let turn = 0; turn < 2; turn += 1) await runMailing(mailing, quiet);
    stub.close();
    expect([old, current, silent].map(({ email }) => copiesTo(stub.mails, email))).to.deep.equal([1, 0, 1]);
    expect(stub.mails[0])
      .to.include('We moved.')
      .and.match(/^X-LeadPulse-Mail: policy-change/im);
    expect(stub.mails[0]).not.to.match(/^List-Unsubscribe/im);
  });
});
