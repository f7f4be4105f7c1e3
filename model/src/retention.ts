import { z } from 'zod';
import { contract } from './contract.js';
import { EXPORT_MINUTES } from './dataExport.js';
import { INVITE_DAYS } from './invite.js';
import { RECIPIENT_KEPT_DAYS } from './mailing.js';
import { RECEIPT_DAYS } from './privacyRequest.js';
import { USAGE_KEPT_DAYS } from './usage.js';

/** How something that the product itself keeps comes to its end. */
interface Kept {
  readonly collection: string;
  readonly title: string;
  readonly kept: string;
  /** `ttl`: Firestore deletes it by its `expireAt`; `sweep`: sweepRetention does; else the function that does. */
  readonly by: 'ttl' | 'sweep' | 'sweepTelemetry' | 'never';
}

/** What `sweepRetention` deletes: where `field` is older than so many days. */
export interface Swept {
  readonly collection: string;
  readonly isGroup: boolean;
  readonly field: string;
  readonly days: number;
}

export const INVITE_KEPT_DAYS = 90;
const NOTICE_KEPT_DAYS = 90;
const RATE_KEPT_DAYS = 2;

export const SWEPT: readonly Swept[] = [
  { collection: 'rateLimits', isGroup: false, field: 'startedAt', days: RATE_KEPT_DAYS },
  { collection: 'invites', isGroup: true, field: 'expiresAt', days: INVITE_KEPT_DAYS },
  { collection: 'useNotices', isGroup: true, field: 'claimedAt', days: NOTICE_KEPT_DAYS },
  { collection: 'exports', isGroup: false, field: 'expireAt', days: 0 },
];

/** The product's own retention list; what people enter is kept until they, or the organization's timer, erase it. */
export const PRODUCT_RETENTION: readonly Kept[] = [
  {
    collection: 'rateLimits',
    title: 'Counts against misuse, by hashes',
    kept: `${RATE_KEPT_DAYS} days after they began`,
    by: 'sweep',
  },
  {
    collection: 'invites',
    title: 'Invites',
    kept: `${INVITE_KEPT_DAYS} days after they ended, ${INVITE_DAYS} days after they were sent`,
    by: 'sweep',
  },
  {
    collection: 'useNotices',
    title: 'Who was told that a plan is used up',
    kept: `${NOTICE_KEPT_DAYS} days`,
    by: 'sweep',
  },
  {
    collection: 'exports',
    title: 'Links to exports',
    kept: `${EXPORT_MINUTES} minutes, then a day at most`,
    by: 'sweep',
  },
  {
    collection: 'privacyRequests',
    title: 'Requests and receipts, without names once they are done',
    kept: `${RECEIPT_DAYS} days after they were done`,
    by: 'ttl',
  },
  {
    collection: 'recipients',
    title: 'Which letter you were sent',
    kept: `${RECIPIENT_KEPT_DAYS} days`,
    by: 'ttl',
  },
  {
    collection: 'oauthStates',
    title: 'Who went to Google to connect a mailbox',
    kept: '10 minutes, then a day at most',
    by: 'ttl',
  },
  { collection: 'stripeEvents', title: 'Records of Stripe’s events', kept: '60 days', by: 'ttl' },
  {
    collection: 'telemetry',
    title: 'Usage counts of one browser',
    kept: '24 hours at most',
    by: 'sweepTelemetry',
  },
  {
    collection: 'usage',
    title: 'Usage of an organization by day',
    kept: `${USAGE_KEPT_DAYS} days`,
    by: 'ttl',
  },
  { collection: 'usageRuns', title: 'Which days were added up', kept: '30 days', by: 'ttl' },
  {
    collection: 'usageAggregates',
    title: 'Rounded sums over ten organizations or more',
    kept: 'Without an end: nobody can be told in them',
    by: 'never',
  },
];

const DAY_MS = 24 * 60 * 60_000;

/** Everything that was said last before this goes, by an organization's timer; null: it has none. */
export function retentionCutoffMs(retentionDays: number | null, nowMs: number): number | null {
  return retentionDays === null ? null : nowMs - retentionDays * DAY_MS;
}

/** Conversations that an organization's timer erases in one run; the rest comes with the next. */
export const RETENTION_PER_RUN = 100;

/** How many conversations a timer of so many days would erase now. */
export const previewRetentionContract = contract('previewRetention', {
  input: z.strictObject({ orgId: z.string().min(1).max(128), days: z.int().min(30).max(3650) }),
  output: z.strictObject({ conversations: z.int() }),
});
