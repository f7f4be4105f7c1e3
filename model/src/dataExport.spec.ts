import { expect } from 'chai';
import { accountSchema } from './account.js';
import { auditEntrySchema } from './audit.js';
import { contactConsentSchema } from './consent.js';
import { contactSchema, noteSchema } from './contact.js';
import {
  tableCell,
  CONTACT_EXPORT,
  CONTACT_ITSELF,
  exportedFields,
  ORG_EXPORT,
  TRACE_EXPORT,
  tracedFields,
} from './dataExport.js';
import { PERSON_TRACES } from './erasurePlan.js';
import { inviteSchema } from './invite.js';
import { messageSchema } from './message.js';
import { memberSchema } from './org.js';
import { privacyRequestSchema } from './privacyRequest.js';
import { usageDaySchema } from './usage.js';
import { useNoticeSchema } from './useNotice.js';

const SHAPES: Record<string, object> = {
  accounts: accountSchema.shape,
  auditLog: auditEntrySchema.shape,
  consents: contactConsentSchema.shape,
  contact: contactSchema.shape,
  contacts: contactSchema.shape,
  invites: inviteSchema.shape,
  members: memberSchema.shape,
  messages: messageSchema.shape,
  notes: noteSchema.shape,
  privacyRequests: privacyRequestSchema.shape,
  usage: usageDaySchema.shape,
  useNotices: useNoticeSchema.shape,
};

const at = { toMillis: () => 0 };

describe('an export', () => {
  for (const { name, without, columns = [] } of [...CONTACT_EXPORT, CONTACT_ITSELF, ...ORG_EXPORT]) {
    it(`names only fields that ${name} has`, () =>
      expect(Object.keys(SHAPES[name] ?? {})).to.include.members([...without, ...columns]));
  }

  it('gives a lead no field that holds somebody of the team', () => {
    const team = /(By|Uid|mentions)$/;
    for (const { name, without } of [...CONTACT_EXPORT, CONTACT_ITSELF]) {
      const given = Object.keys(SHAPES[name] ?? {}).filter((field) => !without.includes(field));
      expect(given.filter((field) => team.test(field))).to.deep.equal([]);
    }
  });

  it('gives nobody the hash of a token', () => {
    const given = ORG_EXPORT.flatMap(({ name, without }) =>
      Object.keys(SHAPES[name] ?? {}).filter((field) => !without.includes(field)),
    );
    expect(given.filter((field) => /token|secret/i.test(field))).to.deep.equal([]);
  });

  it('tells a person something of each kind of document that names them', () => {
    expect(Object.keys(TRACE_EXPORT)).to.include.members(PERSON_TRACES.map(({ group }) => group));
  });

  it('tells a person what they did, not what others did or what it says', () => {
    const message = { requestedBy: 'ann', canceledBy: 'bob', body: 'Hi Carl', to: '+1', sentAt: at };
    expect(tracedFields(message, 'messages', 'ann')).to.deep.equal({
      requestedBy: 'ann',
      sentAt: '1970-01-01T00:00:00.000Z',
    });
    expect(tracedFields({ at, actor: 'bob', action: 'member.role' }, 'auditLog', 'ann')).to.deep.equal({
      at: '1970-01-01T00:00:00.000Z',
      action: 'member.role',
    });
  });

  it('writes moments as text, wherever they are', () => {
    expect(exportedFields({ a: at, b: { c: [at] }, search: ['x'] }, ['search'])).to.deep.equal({
      a: '1970-01-01T00:00:00.000Z',
      b: { c: ['1970-01-01T00:00:00.000Z'] },
    });
  });

  it('puts lists and maps into a cell', () => {
    expect(['a', 3, null, undefined, ['a', 'b'], { k: 1 }, true].map(tableCell)).to.deep.equal([
      ...['a', 3, '', '', 'a; b', '{"k":1}', 'true'],
    ]);
  });
});
