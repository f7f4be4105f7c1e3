import { expect } from 'chai';
import { readFileSync } from 'node:fs';

interface Index {
  collectionGroup: string;
  queryScope: string;
  fields: { fieldPath: string; order?: string; arrayConfig?: string }[];
}

interface FieldOverride {
  collectionGroup: string;
  fieldPath: string;
  indexes: { queryScope: string }[];
}

const { indexes, fieldOverrides } = JSON.parse(readFileSync('firestore.indexes.json', 'utf8')) as {
  indexes: Index[];
  fieldOverrides: FieldOverride[];
};

/**
 * Every query of the product that one field's own index cannot answer; the emulator answers them all, production does
 * not. `=` an equality, `@` array-contains, `<` and `>` the order; a leading `**` asks every collection of that name.
 */
const queries = {
  'the open, snoozed or closed queue': 'contacts =inbox.status >lastMessage.at',
  'the queue of one person, or of nobody': 'contacts =assigneeUid =inbox.status >lastMessage.at',
  'who waits on us': 'contacts =inbox.status <waitingSince',
  'who waits on one person': 'contacts =assigneeUid =inbox.status <waitingSince',
  'one person’s contacts by name': 'contacts =assigneeUid <nameKey',
  'a stage by name': 'contacts =stage <nameKey',
  'one person’s stage by name': 'contacts =assigneeUid =stage <nameKey',
  'a tag by name': 'contacts @tags <nameKey',
  'one person’s tag by name': 'contacts =assigneeUid @tags <nameKey',
  'a tag in a stage by name': 'contacts =stage @tags <nameKey',
  'one person’s tag in a stage by name': 'contacts =assigneeUid =stage @tags <nameKey',
  'a search': 'contacts @search <nameKey',
  'a search in one person’s contacts': 'contacts =assigneeUid @search <nameKey',
  'the audit log by action': 'auditLog =action >at',
  'the audit log by who did it': 'auditLog =actor >at',
  'the audit log by who had it done to them': 'auditLog =target >at',
  'one action of the audit log by who did it': 'auditLog =action =actor >at',
  'one action of the audit log by who had it done to them': 'auditLog =action =target >at',
  'wakeSnoozed: whose snooze has ended': '**contacts =inbox.status <inbox.snoozedUntil',
  'sweepMessages: requested too long ago': '**messages =state <requestedAt',
  'sweepMessages: scheduled and due': '**messages =state <sendAt',
  'sweepMessages: whose lease has ended': '**messages =state <leaseUntil',
  'advanceBilling: trials that are over': 'orgs =access.status =access.planId <access.trialEndsAt',
  'an inbound message’s account': '**accounts =kind =address',
};

/** Queries of one field over every collection of a name: a field's own index covers one collection unless it says so. */
const groupFields = {
  'meterUse: a month’s messages': 'messages.sentIn',
  'sweepTelemetry: batches left behind': 'telemetry.at',
  'rollUpUsage: everybody’s usage of a day': 'usage.day',
};

/** An index in the words of `queries`; an equality and an ascending order are stored alike. */
function spell({ collectionGroup, queryScope, fields }: Index): string {
  const signs = fields.map(({ fieldPath, order, arrayConfig }) =>
    arrayConfig ? `@${fieldPath}` : `${order === 'DESCENDING' ? '>' : '<'}${fieldPath}`,
  );
  return [`${queryScope === 'COLLECTION_GROUP' ? '**' : ''}${collectionGroup}`, ...signs].join(' ');
}

describe('firestore.indexes.json', () => {
  const spelled = indexes.map(spell);

  for (const [what, wanted] of Object.entries(queries)) {
    it(`answers ${what}`, () => expect(spelled).to.include(wanted.replaceAll('=', '<')));
  }

  for (const [what, wanted] of Object.entries(groupFields)) {
    it(`answers ${what}`, () => {
      const found = fieldOverrides.filter(({ indexes: own }) =>
        own.some(({ queryScope }) => queryScope === 'COLLECTION_GROUP'),
      );
      expect(found.map((field) => `${field.collectionGroup}.${field.fieldPath}`)).to.include(wanted);
    });
  }

  it('holds nothing that no query asks for', () =>
    expect(spelled).to.have.members(Object.values(queries).map((wanted) => wanted.replaceAll('=', '<'))));
});
