// No schema here: what counts in the browser must not load zod.

/** Everything that can be counted, and nothing else: the rules, the screens and the sums know this list. */
export const FEATURES = [
  'start.open',
  'inbox.open',
  'contacts.open',
  'accounts.open',
  'team.open',
  'audit.open',
  'billing.open',
  'usage.open',
  'settings.open',
  'conversation.open',
  'conversation.assign',
  'conversation.snooze',
  'conversation.close',
  'conversation.reopen',
  'message.sendText',
  'message.sendEmail',
  'message.schedule',
  'message.undo',
  'message.retry',
  'note.add',
  'contact.search',
  'contact.create',
  'contact.edit',
  'palette.open',
  'keys.help',
  'account.connect',
  'account.disconnect',
  'invite.send',
  'member.change',
  'audit.export',
  'audit.verify',
  'settings.save',
] as const;
export type Feature = (typeof FEATURES)[number];

/** The type of a browser: its family and nothing finer. */
export const BROWSER_FAMILIES = ['chrome', 'firefox', 'safari', 'edge', 'other'] as const;
export type BrowserFamily = (typeof BROWSER_FAMILIES)[number];

/** So often each feature was used; one that was not is left out. */
export type FeatureCounts = Partial<Record<Feature, number>>;

/** What a browser says in `orgs/{o}/telemetry/{batchId}`, besides the server's time. */
export interface TelemetryBatch {
  readonly day: string; // yyyy-mm-dd, UTC
  readonly slot: number; // one of a day's five minutes; with the person, the place and the day it makes the id
  readonly browser: BrowserFamily;
  readonly counts: FeatureCounts;
}

const DAY_MS = 24 * 60 * 60_000;
const SLOT_MS = 5 * 60_000;

/** One batch a slot: so many a day may a person's browsers write. */
export const SLOTS_PER_DAY = DAY_MS / SLOT_MS;

/** When a batch leaves the browser. Each costs the same whatever is in it, so it waits until there is something in it. */
export const BATCH_PAUSE_MS = SLOT_MS; // never sooner after the one before
export const BATCH_AGE_MS = 6 * SLOT_MS; // as soon as its first use is so old, or the page is closed

/** The calendar day of a moment (epoch ms) in UTC, `yyyy-mm-dd`. */
export function dayOf(atMs: number): string {
  return new Date(atMs).toISOString().slice(0, 10);
}

/** Epoch ms at which a day begins, UTC. */
export function dayStart(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

/** `day` moved by so many days. */
export function dayPlus(day: string, days: number): string {
  return dayOf(dayStart(day) + days * DAY_MS);
}

/** Which five minutes of its UTC day a moment is in. */
export function slotOf(atMs: number): number {
  return Math.floor((atMs % DAY_MS) / SLOT_MS);
}

/**
 * What the id of a batch is the SHA-256 of, in hex. The rules compute it too: an id that a person thought of is refused,
 * so that not even the id can hold a word.
 */
export function batchKey(
  uid: string,
  orgId: string,
  { day, slot }: Pick<TelemetryBatch, 'day' | 'slot'>,
): string {
  return [uid, orgId, day, String(slot)].join('/');
}

export function totalOf(counts: FeatureCounts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** `counts` with some more of a feature, up to what a batch may say. */
export function withUses(counts: FeatureCounts, more: FeatureCounts, most: number): FeatureCounts {
  const sum = { ...counts };
  for (const [feature, count] of Object.entries(more) as [Feature, number][]) {
    sum[feature] = Math.min(most, (sum[feature] ?? 0) + count);
  }
  return sum;
}
