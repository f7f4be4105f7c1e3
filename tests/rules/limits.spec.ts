import { LIMITS } from '@leadpulse/model';
import { expect } from 'chai';
import { collection, getCountFromServer, getDocs, limit, query, Timestamp } from 'firebase/firestore';
import { change, compose, count, note, send, work } from './actions.js';
import { emailRequest, lastMessageOf, NEW_ID, textRequest } from './documents.js';
import { allowed, as, denied, inFreshWorld } from './world.js';

const text = (size: number) => 'x'.repeat(size);
const texts = (count: number) => Array.from({ length: count }, (_, n) => `t${n}`);
const fieldsOf = (count: number) => Object.fromEntries(texts(count).map((name) => [name, name]));
const mail = (fields: object) => send('agent', { ...emailRequest('agent'), ...fields });
const page = (folder: string) => (size: number) =>
  getDocs(query(collection(as('owner'), `orgs/alpha/${folder}`), limit(size)));

/** Every limit that the rules hold: how a value of that size is written. */
const held: [limit: keyof typeof LIMITS, what: string, attempt: (size: number) => Promise<unknown>][] = [
  ['orgName', 'an organization’s name', (size) => change('admin', 'orgs/alpha', { name: text(size) })],
  [
    'postalAddress',
    'a postal address',
    (size) => change('admin', 'orgs/alpha', { postalAddress: text(size) }),
  ],
  [
    'undoSeconds',
    'an organization’s undo window',
    (s) => change('admin', 'orgs/alpha', { 'settings.undoSendSeconds': s }),
  ],
  ['undoSeconds', 'a message’s undo window', (undoSeconds) => send('agent', { undoSeconds })],
  ['company', 'a company', (size) => work('agent', { company: text(size) })],
  ['tagsPerContact', 'the number of tags', (count) => work('agent', { tags: texts(count) })],
  ['tag', 'a tag', (size) => work('agent', { tags: ['a', text(size)] })],
  ['customFields', 'the number of custom fields', (count) => work('agent', { custom: fieldsOf(count) })],
  ['customKey', 'a custom field’s name', (size) => work('agent', { custom: { a: 'b', [text(size)]: 'x' } })],
  ['customValue', 'a custom field’s value', (size) => work('agent', { custom: { a: 'b', c: text(size) } })],
  ['smsBody', 'a text', (size) => send('agent', { body: text(size) })],
  ['emailBody', 'an email', (size) => mail({ body: text(size) })],
  ['subject', 'a subject', (size) => mail({ subject: text(size) })],
  ['references', 'the number of references', (count) => mail({ references: texts(count) })],
  ['referenceId', 'a reference', (size) => mail({ references: ['a', text(size)] })],
  ['note', 'a note', (size) => note('agent', { body: text(size) })],
  ['preview', 'a preview', (size) => compose('agent', {}, { lastMessage: previewOf(size) })],
  ['usesPerBatch', 'the uses of a feature in a batch', (uses) => count('agent', { 'note.add': uses })],
  ['sendLaterDays', 'days until a message leaves', (days) => send('agent', { sendAt: inDays(days) })],
  ['listPage', 'a page of contacts', page('contacts')],
  ['listPage', 'a page of messages', page('contacts/cold/messages')],
  ['listPage', 'a page of notes', page('contacts/cold/notes')],
  ['listPage', 'a page of consents', page('contacts/cold/consents')],
  ['listPage', 'a page of seats', page('members')],
  ['listPage', 'a page of channel accounts', page('accounts')],
  ['listPage', 'a page of invites', page('invites')],
  ['listPage', 'a page of the audit log', page('auditLog')],
  [
    'listPage',
    'a page of one’s own consents',
    (size) => getDocs(query(collection(as('owner'), 'users/owner/consents'), limit(size))),
  ],
];

// ownSeat.spec.ts pins lastActiveMinutes, tests/functions/telemetry.spec.ts batchesPerDay; the rest are of what functions write
const HELD_ELSEWHERE = [
  'attachmentName',
  'attachments',
  'batchesPerDay',
  'consentNote',
  'consentWords',
  'lastActiveMinutes',
  'personName',
  'email',
  'phone',
  'handlesPerContact',
  'searchTerm',
  'voiceRelays',
];

function previewOf(size: number) {
  return lastMessageOf(NEW_ID, textRequest('agent'), text(size));
}

/** A minute inside of the last day: the rules' clock has moved on when they look. */
function inDays(days: number): Timestamp {
  return Timestamp.fromMillis(Date.now() + days * 86_400_000 - 60_000);
}

inFreshWorld('the limits', () => {
  for (const [name, what, attempt] of held) {
    it(`${what} may reach ${LIMITS[name]}`, () => allowed(attempt(LIMITS[name])));
    it(`${what} cannot pass ${LIMITS[name]}`, () => denied(attempt(LIMITS[name] + 1)));
  }

  for (const folder of [
    'contacts',
    'contacts/cold/messages',
    'contacts/cold/notes',
    'members',
    'accounts',
    'invites',
    'auditLog',
  ]) {
    it(`${folder} cannot be listed, or counted, without a limit`, async () => {
      const everything = query(collection(as('owner'), `orgs/alpha/${folder}`));
      await denied(getDocs(everything));
      await denied(getCountFromServer(everything));
      await allowed(getCountFromServer(query(everything, limit(100))));
    });
  }

  const deep = (depth: number): object => (depth === 0 ? {} : { a: deep(depth - 1) });
  for (const [what, attempt] of Object.entries({
    'a text of nearly a document’s size': () => send('agent', { body: text(900_000) }),
    'an email of nearly a document’s size': () => mail({ body: text(900_000) }),
    'a note of nearly a document’s size': () => note('agent', { body: text(900_000) }),
    'a company of nearly a document’s size': () => work('agent', { company: text(900_000) }),
    'ten thousand tags': () => work('agent', { tags: texts(10_000) }),
    'five thousand custom fields': () => work('agent', { custom: fieldsOf(5_000) }),
    'ten thousand mentions': () => note('agent', { mentions: texts(10_000) }),
    'ten thousand references': () => mail({ references: texts(10_000) }),
    'a map of eighteen floors as a company': () => work('agent', { company: deep(18) }),
    'a map of eighteen floors in the inbox': () => work('agent', { inbox: deep(18) }),
    'a map of eighteen floors as settings': () => change('admin', 'orgs/alpha', { settings: deep(18) }),
    'a map of eighteen floors as preferences': () =>
      change('agent', 'users/agent', { preferences: deep(18) }),
    'a map of eighteen floors as the time': () =>
      change('agent', 'orgs/alpha/members/agent', { lastActiveAt: deep(17) }),
  })) {
    it(`${what} is refused`, () => denied(attempt()));
  }

  it('the largest contact that the rules allow is inside their budget', () => {
    const value = text(LIMITS.customValue);
    const custom = texts(LIMITS.customFields).map((name) => [name.padEnd(LIMITS.customKey, '_'), value]);
    const tags = texts(LIMITS.tagsPerContact).map((tag) => tag.padEnd(LIMITS.tag, '_'));
    return allowed(
      work('agent', { custom: Object.fromEntries(custom) as object, tags, company: text(LIMITS.company) }),
    );
  });

  it('the largest email that the rules allow is inside their budget', () =>
    allowed(
      compose('agent', {
        ...emailRequest('agent'),
        body: text(LIMITS.emailBody),
        subject: text(LIMITS.subject),
        references: texts(LIMITS.references).map((id) => id.padEnd(LIMITS.referenceId, '_')),
      }),
    ));

  it('every limit is held by the rules or by functions', () => {
    const names = new Set<string>([...held.map(([name]) => name), ...HELD_ELSEWHERE]);
    expect([...names].sort()).to.deep.equal(Object.keys(LIMITS).sort());
  });
});
