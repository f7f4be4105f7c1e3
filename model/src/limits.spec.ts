import { expect } from 'chai';
import { connectAccountContract } from './accountContracts.js';
import { contactSchema, noteSchema, saveContactContract } from './contact.js';
import { LIMITS } from './limits.js';
import { messageSchema } from './message.js';
import { createOrgContract, DEFAULT_SETTINGS, orgSettingsSchema } from './org.js';

const at = { toMillis: () => 0 };
const text = (length: number) => 'a'.repeat(length);

const save = (changes: object) =>
  saveContactContract.input.safeParse({
    orgId: 'o1',
    contactId: null,
    requestId: 'request-1',
    fields: {
      name: '',
      company: '',
      emails: [],
      phones: [],
      tags: [],
      stage: 'new',
      assigneeUid: null,
      ...changes,
    },
  }).success;

const message = (changes: object) =>
  messageSchema.safeParse({
    ...{ channel: 'email', direction: 'out', accountId: 'a1', from: 'a@b.co', to: 'c@d.co', body: '' },
    ...{ state: 'requested', at, ...changes },
  }).success;

const note = (changes: object) =>
  noteSchema.safeParse({ body: 'x', authorUid: 'u', at, mentions: [], ...changes }).success;

const org = (changes: object) =>
  createOrgContract.input.safeParse({
    ...{ orgName: 'Acme', displayName: 'Ana', timeZone: 'UTC', defaultCountry: 'US' },
    ...{ acceptedPolicyVersion: '1', promotionalEmails: false, ...changes },
  }).success;

describe('each limit holds on both of its sides', () => {
  const cases: [string, (length: number) => boolean, number][] = [
    ['the name of a contact', (length) => save({ name: text(length) }), LIMITS.personName],
    ['the company of a contact', (length) => save({ company: text(length) }), LIMITS.company],
    ['a tag', (length) => save({ tags: [text(length)] }), LIMITS.tag],
    ['the tags of a contact', (length) => save({ tags: Array(length).fill('t') }), LIMITS.tagsPerContact],
    [
      'the emails of a contact',
      (length) => save({ emails: Array(length).fill('e') }),
      LIMITS.handlesPerContact,
    ],
    [
      'the phones of a contact',
      (length) => save({ phones: Array(length).fill('p') }),
      LIMITS.handlesPerContact,
    ],
    ['the body of an email', (length) => message({ body: text(length) }), LIMITS.emailBody],
    ['a subject', (length) => message({ subject: text(length) }), LIMITS.subject],
    [
      'the references of an email',
      (length) => message({ references: Array(length).fill('<r>') }),
      LIMITS.references,
    ],
    ['a reference', (length) => message({ references: [text(length)] }), LIMITS.referenceId],
    ['the undo window', (length) => message({ undoSeconds: length }), LIMITS.undoSeconds],
    ['a note', (length) => note({ body: text(length) }), LIMITS.note],
    ['the name of an organization', (length) => org({ orgName: text(length) }), LIMITS.orgName],
  ];
  for (const [title, accepts, limit] of cases) {
    it(`${title}: ${limit}`, () => {
      expect(accepts(limit)).to.equal(true);
      expect(accepts(limit + 1)).to.equal(false);
    });
  }
});

describe('the schemas', () => {
  it('refuse a key they do not know', () => {
    expect(save({ optOut: { sms: false } })).to.equal(false);
    expect(message({ admin: true })).to.equal(false);
  });

  it('refuse a number in the place of a timestamp', () => {
    expect(message({ at: 5 })).to.equal(false);
    expect(contactSchema.shape.createdAt.safeParse(5).success).to.equal(false);
  });

  it('accept the settings an organization begins with', () => {
    expect(orgSettingsSchema.safeParse(DEFAULT_SETTINGS).success).to.equal(true);
  });

  it('refuse a country that is not two capitals', () => {
    expect(org({ defaultCountry: 'us' })).to.equal(false);
    expect(org({ defaultCountry: 'USA' })).to.equal(false);
  });

  it('refuse a mailbox on a port that cannot be', () => {
    const account = (port: number) =>
      connectAccountContract.input.safeParse({
        orgId: 'o1',
        account: {
          ...{ kind: 'smtp', displayName: 'Mail', address: 'a@b.co' },
          smtp: { host: 'localhost', port, secure: false, user: '', password: '' },
        },
      }).success;
    expect([0, 1, 65_535, 65_536].map(account)).to.deep.equal([false, true, true, false]);
  });
});
