import type { SendingAccess } from '@leadpulse/model';
import { ACCESS_STATUSES, maySend } from '@leadpulse/model';
import { expect } from 'chai';
import type { DocumentData } from 'firebase/firestore';
import { doc, setDoc, Timestamp } from 'firebase/firestore';
import { ALPHA_CONTACT, send } from './actions.js';
import {
  autoId,
  contactDocument,
  emailRequest,
  LEAD_EMAIL,
  LEAD_PHONE,
  MAIL_ACCOUNT,
  NEW_ID,
  orgDocument,
  RECEIVED_ID,
  SOME_DAY,
  TEXT_ACCOUNT,
  textRequest,
} from './documents.js';
import { allowed, as, backstage, denied, freshWorld, inFreshWorld, refused, SAID_NO } from './world.js';

const soon = (minutes: number) => Timestamp.fromMillis(Date.now() + minutes * 60_000);
const mail = (change: DocumentData = {}) => send('agent', { ...emailRequest('agent'), ...change });
const json = JSON.stringify;

inFreshWorld('sending a message', () => {
  it('an agent sends an email with everything that may be said about it', () => allowed(mail()));

  for (const [what, change] of Object.entries({
    'at once': { undoSeconds: 0 },
    'with the longest undo window': { undoSeconds: 60 },
    'in an hour': { sendAt: soon(60) },
    'in a year': { sendAt: soon(364 * 24 * 60) },
    'at no set time': { sendAt: null },
  })) {
    it(`an agent sends a text ${what}`, () => allowed(send('agent', change)));
  }
  for (const change of [
    { subject: '' },
    { subject: undefined },
    { references: [] },
    { references: undefined },
  ]) {
    it(`an agent sends an email with ${json(change)}`, () => allowed(mail(change)));
  }

  for (const name of Object.keys(textRequest('agent'))) {
    it(`a text cannot lack ${name}`, () => denied(send('agent', { [name]: undefined })));
  }

  for (const [name, values] of Object.entries({
    channel: ['email', 'fax', '', null, 1, ['sms']],
    direction: ['in', '', null, 1],
    accountId: [
      'mails',
      'old',
      'only-beta',
      'nobody',
      '',
      '.',
      '..',
      'texts/secrets/key',
      '../beta/accounts/texts',
      null,
      1,
      ['texts'],
    ],
    from: ['+15005550002', MAIL_ACCOUNT.address, '', null, 1],
    to: ['+15005550101', LEAD_EMAIL, '', null, 1, [LEAD_PHONE], { phone: LEAD_PHONE }],
    body: ['', null, 1, ['Hello'], { text: 'Hello' }],
    state: ['scheduled', 'sending', 'sent', 'delivered', 'received', 'canceled', '', null, 1],
    requestedBy: ['owner', 'system', '', null],
    at: [soon(0), SOME_DAY, Date.now(), null, 'now'],
    requestedAt: [soon(0), SOME_DAY, Date.now(), null, 'now'],
    undoSeconds: [-1, 61, 1.5, '10', null, true],
    sendAt: [soon(-1), soon(366 * 24 * 60), Date.now() + 60_000, 'tomorrow', true, {}],
    subject: ['Hi', ''],
    references: [[], ['<a@example.test>']],
  })) {
    for (const value of values) {
      it(`a text cannot have ${json(value)} as ${name}`, () => denied(send('agent', { [name]: value })));
    }
  }

  for (const [name, values] of Object.entries({
    accountId: ['texts', 'old'],
    from: [TEXT_ACCOUNT.address, 'Hello <hello@practice.test>'],
    to: [LEAD_PHONE, 'other@example.test', LEAD_EMAIL.toUpperCase()],
    body: ['', null, 5],
    subject: [null, 5, ['Hi']],
    references: [null, '<a@example.test>', { a: 'b' }, [1], [null], ['a', 2], ['a␟b']],
  })) {
    for (const value of values) {
      it(`an email cannot have ${json(value)} as ${name}`, () => denied(mail({ [name]: value })));
    }
  }
  it('an email cannot have a map among its references', () => refused(mail({ references: [{ id: 'a' }] })));
});

inFreshWorld('sending under the rules of the organization', () => {
  for (const [name, value] of Object.entries({
    purpose: 'opt-out-confirmation',
    decision: { allowed: true, reasons: [], at: SOME_DAY },
    attempts: 0,
    leaseUntil: null,
    providerId: 'p1',
    sentAt: SOME_DAY,
    sentIn: 'alpha/2025-06',
    deliveredAt: SOME_DAY,
    canceledAt: SOME_DAY,
    canceledBy: 'agent',
    error: null,
    optOutWord: 'STOP',
    campaignId: 'c1',
    html: '<b>Hi</b>',
  })) {
    it(`an owner cannot write ${name} of a message`, async () => {
      await denied(send('owner', { [name]: value }));
      await denied(send('owner', { ...emailRequest('owner'), [name]: value }));
    });
  }

  it('a message goes to any address of the contact, not only the first', async () => {
    const phones = ['+15005550101', '+15005550102'];
    await backstage({ [ALPHA_CONTACT]: { ...contactDocument(null), phones, emails: [] } });
    await allowed(send('agent', { to: '+15005550102' }));
    await freshWorld();
    await backstage({ [ALPHA_CONTACT]: { ...contactDocument(null), phones, emails: [] } });
    await denied(mail());
  });

  it('a message cannot go to a contact that is missing', () =>
    denied(send('agent', {}, 'orgs/alpha/contacts/nobody')));

  it('a message that is there is not sent over', async () => {
    await allowed(send('agent'));
    await denied(send('agent', { body: 'Changed' }));
  });

  for (const id of [RECEIVED_ID + '1', 'confirm_in_0a1b', 'help_in_0a1b', 'x'.repeat(65), 'a.b', 'ü']) {
    it(`a member cannot choose the id ${id}`, () =>
      denied(setDoc(doc(as('agent'), `${ALPHA_CONTACT}/messages/${id}`), textRequest('agent'))));
  }

  for (const id of [autoId('new'), '0b5c1c1e-6f0e-4f0e-9f6e-2d1f6f1f7a10', 'x'.repeat(64)]) {
    it(`a member sends under the id ${id}`, () =>
      allowed(setDoc(doc(as('agent'), `${ALPHA_CONTACT}/messages/${id}`), textRequest('agent'))));
  }
});

/** When a trial or a grace may end, told when it is written. */
const ENDS: Record<string, () => Timestamp | null> = {
  'long ago': () => SOME_DAY,
  'at this moment': () => Timestamp.now(), // just over when the rules look
  'in a minute': () => soon(1),
  'in a year': () => soon(365 * 24 * 60),
  never: () => null,
};

/** Whether a text is sent at all while the organization stands like this, by the rules and by the model. */
async function sendsWhile(access: SendingAccess): Promise<[said: string, wanted: string]> {
  const org = orgDocument('alpha', access);
  await backstage({ 'orgs/alpha': org, [`${ALPHA_CONTACT}/messages/${NEW_ID}`]: null });
  const wanted = maySend(access, Date.now()) ? 'sent' : 'refused';
  const said = await send('agent').then(
    () => 'sent',
    (error: unknown) => (error as Error).message.trim(),
  );
  return [SAID_NO.test(said) ? 'refused' : said, wanted];
}

inFreshWorld('sending by what the organization pays', () => {
  for (const status of ACCESS_STATUSES) {
    for (const planId of [null, 'growth']) {
      for (const [trialEnd, trialEndsAt] of Object.entries(ENDS)) {
        const plan = planId === null ? 'no plan' : 'a plan';
        it(`while ${status}, with ${plan} and a trial that ends ${trialEnd}, a text goes as the model says`, async () => {
          const facts = { status, planId, trialEndsAt: trialEndsAt() };
          const answers = { 'not there': await sendsWhile(facts) };
          for (const [graceEnd, graceEndsAt] of Object.entries(ENDS))
            Object.assign(answers, {
              [graceEnd]: await sendsWhile({ ...facts, graceEndsAt: graceEndsAt() }),
            });
          const saidOf = (at: 0 | 1) =>
            Object.entries(answers).map(([end, said]) => `grace ends ${end}: ${said[at]}`);
          expect(saidOf(0)).to.deep.equal(saidOf(1));
        });
      }
    }
  }

  it('a text is refused where nobody wrote down what the organization pays', async () => {
    const org = Object.entries(orgDocument('alpha')).filter(([name]) => name !== 'access');
    await backstage({ 'orgs/alpha': Object.fromEntries(org) });
    await refused(send('owner'));
  });
});
