import { BROWSER_FAMILIES, dayOf, dayPlus, FEATURES, LIMITS } from '@leadpulse/model';
import { Timestamp } from 'firebase/firestore';
import { batchDocument, batchIdOf } from '../rules/documents.js';
import type { Kind } from './kinds.js';
import { DROP } from './values.js';

/** One that waits to be added up. */
export const LEFT_BATCH = { day: dayOf(Date.now()), slot: 5 };

const ENDS = [1, 9, 10, 99, 100, 999, 1000, 9999, LIMITS.usesPerBatch];
const PAST_THEM = [0, -1, 0.5, LIMITS.usesPerBatch + 1, 99_999, '1', '1,2', ' 1', '01', null, [1], { a: 1 }];
const COUNT_TRIES: unknown[] = [
  ...FEATURES.map((feature) => ({ [feature]: 1 })),
  Object.fromEntries(FEATURES.map((feature) => [feature, LIMITS.usesPerBatch])),
  ...[...ENDS, ...PAST_THEM].flatMap((uses) => [
    { 'note.add': uses },
    { 'account.connect': uses, 'usage.open': 1 },
    { 'account.connect': 1, 'usage.open': uses },
    { 'account.connect': 1, 'note.add': uses, 'usage.open': 1 },
  ]),
  { more: 1 },
  { 'note.add': 1, more: 1 },
  { note: { add: 1 } },
  {},
  DROP,
];

/** What a member's browser counted, and the same over a batch that is there already. */
export const BATCH_KINDS: Kind[] = [
  {
    name: 'a usage batch',
    op: 'create',
    uid: 'agent',
    path: (org, _contact, uid) => `orgs/${org}/telemetry/${batchIdOf(uid, org)}`,
    base: batchDocument,
    tries: {
      day: [dayPlus(dayOf(Date.now()), -1), dayPlus(dayOf(Date.now()), 1), 'today', DROP],
      slot: [8, 7.5, '7', DROP],
      browser: [...BROWSER_FAMILIES, 'Chrome', 'chrome ', DROP],
      counts: COUNT_TRIES,
      at: [Timestamp.fromMillis(Date.now()), DROP],
      more: [true],
    },
  },
  {
    name: 'a usage batch over another',
    op: 'update',
    uid: 'agent',
    path: (org, _contact, uid) => `orgs/${org}/telemetry/${batchIdOf(uid, org, LEFT_BATCH)}`,
    base: () => ({ ...batchDocument(), ...LEFT_BATCH }),
    alone: true,
    tries: { counts: [{ 'note.add': 2 }] },
  },
];
