import { PERSON_TRACES, SWEPT } from '@leadpulse/model';
import { expect } from 'chai';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FUNCTIONS = 'functions/src';

interface Index {
  collectionGroup: string;
  queryScope: string;
  fields: { fieldPath: string; order?: string; arrayConfig?: string }[];
}

interface FieldOverride {
  collectionGroup: string;
  fieldPath: string;
  indexes: { queryScope: string; order?: string; arrayConfig?: string }[];
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
  'an inbound message’s account': '**accounts =kind =address', // and syncMailboxes, by address
  'an answer to a mail that was sent from elsewhere, or its bounce': '**messages =accountId =providerId',
  'drivePrivacyJobs: whose run died': '**privacyRequests =state <job.leaseUntil',
  'remindRequests: what is nearly overdue': '**privacyRequests =state =remindedAt <dueAt',
  'keepTimers: contacts that nobody wrote to': 'contacts =lastMessage <createdAt',
  'an erasure: what was asked about a contact': 'privacyRequests =contactId <note',
};

/** Queries of one field over every collection of a name: a field's own index covers one collection unless it says so. */
const groupFields = {
  'meterUse: a month’s messages': '**messages =sentIn',
  'sweepTelemetry: batches left behind': '**telemetry <at',
  'rollUpUsage: everybody’s usage of a day': '**usage =day',
  'stripeWebhook: whose customer it is': '**billing =customerId',
  'reconcileBilling: every customer, one after the other': '**billing <customerId',
  'advanceBilling: what is due': '**billing <nextActionAt',
  ...Object.fromEntries(
    SWEPT.filter(({ isGroup }) => isGroup).map(({ collection, field }) => [
      `sweepRetention: ${collection} that are over`,
      `**${collection} <${field}`,
    ]),
  ),
  'an erasure: what somebody did': '**auditLog =actor',
  'an erasure: what was done to somebody': '**auditLog =target',
  ...Object.fromEntries(
    PERSON_TRACES.filter(({ group }) => group !== 'orgs').map(({ group, field, isList }) => [
      `an erasure: ${group} by ${field}`,
      `**${group} ${isList ? '@' : '='}${field}`,
    ]),
  ),
};

/** An index in the words of `queries`; an equality and an ascending order are stored alike. */
function spell({ collectionGroup, queryScope, fields }: Index): string {
  const signs = fields.map(({ fieldPath, order, arrayConfig }) =>
    arrayConfig ? `@${fieldPath}` : `${order === 'DESCENDING' ? '>' : '<'}${fieldPath}`,
  );
  return [`${queryScope === 'COLLECTION_GROUP' ? '**' : ''}${collectionGroup}`, ...signs].join(' ');
}

/** The indexes of a single field that cover every collection of a name. */
function spellGroups({ collectionGroup, fieldPath, indexes: own }: FieldOverride): string[] {
  return own
    .filter(({ queryScope }) => queryScope === 'COLLECTION_GROUP')
    .map(({ order, arrayConfig, ...index }) => {
      const fields = [{ fieldPath, ...(order && { order }), ...(arrayConfig && { arrayConfig }) }];
      return spell({ collectionGroup, ...index, fields });
    });
}

/** The collections, and the first field, of every query in the functions over all collections of a name. */
function groupQueries(): [collectionGroup: string, field: string][] {
  const CALL = /\.collectionGroup\('(\w+)'\)\s*\.(?:where|orderBy)\('([\w.]+)'/g;
  const files = readdirSync(FUNCTIONS, { recursive: true, encoding: 'utf8' });
  const sources = files.filter((file) => /(?<!spec)\.ts$/.test(file)).map((file) => join(FUNCTIONS, file));
  return sources.flatMap((file) =>
    Array.from(readFileSync(file, 'utf8').matchAll(CALL), ([, group, field]): [string, string] => [
      group!,
      field!,
    ]),
  );
}

describe('firestore.indexes.json', () => {
  const spelled = indexes.map(spell);
  const groups = fieldOverrides.flatMap(spellGroups);

  for (const [what, wanted] of Object.entries(queries)) {
    it(`answers ${what}`, () => expect(spelled).to.include(wanted.replaceAll('=', '<')));
  }

  for (const [what, wanted] of Object.entries(groupFields)) {
    it(`answers ${what}`, () => expect(groups).to.include(wanted.replaceAll('=', '<')));
  }

  it('holds nothing that no query asks for', () => {
    const asked = (wanted: object): string[] =>
      (Object.values(wanted) as string[]).map((query) => query.replaceAll('=', '<'));
    expect(spelled).to.have.members(asked(queries));
    expect(groups).to.have.members([...new Set(asked(groupFields))]);
  });

  it('is asked here for every query of the functions over all collections of a name', () => {
    const told = [...Object.values(queries), ...Object.values(groupFields)].map((query) => query.split(' '));
    const found = groupQueries();
    expect(found).to.deep.include(['billing', 'nextActionAt']);
    for (const [group, field] of found) {
      const isTold = told.some(([name, first]) => name === `**${group}` && first!.slice(1) === field);
      expect(isTold, `${group} by ${field}`).to.be.true;
    }
  });
});
