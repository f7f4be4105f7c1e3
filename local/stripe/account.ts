import type { Kind, Kept, Settings, Store } from './store.js';

/** The Stripe account that is simulated: what it knows, its time, and where its events go. */
export interface Account {
  readonly store: Store;
  /** Where the stand-in itself answers. */
  readonly url: string;
  newId: (prefix: string) => string;
  /** Seconds of real time. */
  realNow: () => number;
  /** Hands a stored event over for delivery. */
  dispatch: (eventId: string) => void;
  /** The API call that is being answered; null while time itself does something. */
  call: { requestId: string; idempotencyKey: string | null } | null;
}

/** The second it is for a customer: the time of their test clock, or Stripe's own. */
export function nowFor(account: Account, customerId?: string): number {
  const { store } = account;
  const clockId = customerId === undefined ? null : (store.get('customer', customerId)?.test_clock ?? null);
  const clock = typeof clockId === 'string' ? store.get('clock', clockId) : undefined;
  return clock?.frozen_time ?? stripeNow(account, customerId);
}

/** What Stripe's own clock shows a customer, whatever a test clock does: where it was stopped, or real time with what was advanced. */
export function stripeNow({ store, realNow }: Account, customerId?: string): number {
  const still = customerId === undefined ? undefined : store.get('stillness', customerId);
  if (still) return still.now;
  const ahead = (id: string): number => store.get('offset', id)?.seconds ?? 0;
  return realNow() + ahead('') + (customerId === undefined ? 0 : ahead(customerId));
}

export function settingsOf({ store }: Account): Settings {
  return store.get('settings', 'account') ?? { id: 'account', afterRetries: 'unpaid', draftSeconds: 3600 };
}

/** The object, which is there: ids that the stand-in wrote itself lead somewhere. */
export function kept<K extends Kind>(account: Account, kind: K, id: string): Kept[K] {
  const object = account.store.get(kind, id);
  if (!object) throw new Error(`The stand-in lost ${kind} ${id}`);
  return object;
}

/** The id of what may be an id or an object; ours are always ids. */
export function idOf(reference: string | { id: string }): string {
  return typeof reference === 'string' ? reference : reference.id;
}
