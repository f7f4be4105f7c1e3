import type { Account } from '../account.js';
import { idOf, nowFor } from '../account.js';
import type { Due } from './due.js';
import { dueOfInvoice, dueOfSession, dueOfSubscription } from './due.js';
import { pass } from './passing.js';

type OwnedDue = Due & { customer: string | undefined };

/** Everything that is to come, each with its customer. */
function allDue({ store }: Account): OwnedDue[] {
  const owned = (dues: Due[], customer: string | { id: string } | null): OwnedDue[] =>
    dues.map((due) => ({ ...due, customer: customer === null ? undefined : idOf(customer) }));
  return [
    ...store.all('subscription').flatMap((subscription) => {
      const noticed = store.get('trialNotice', subscription.id)?.trialEnd ?? null;
      return owned(dueOfSubscription(subscription, noticed), subscription.customer);
    }),
    ...store.all('invoice').flatMap((invoice) => owned(dueOfInvoice(invoice), invoice.customer)),
    ...store.all('session').flatMap((session) => owned(dueOfSession(session), session.customer)),
  ];
}

/** Does everything that is due by now, each at its own time and the earliest first. */
export function runDue(account: Account): void {
  for (;;) {
    const times = new Map<string | undefined, number>();
    const now = (customer: string | undefined): number => {
      const known = times.get(customer) ?? nowFor(account, customer);
      times.set(customer, known);
      return known;
    };
    let next: Due | undefined;
    for (const due of allDue(account)) {
      if (due.at <= now(due.customer) && (!next || due.at < next.at)) next = due;
    }
    if (!next) return;
    pass(account, next);
  }
}

/** When the next trial ends or period renews, of one customer or of all; undefined when nothing is to come. */
export function nextBilling(account: Account, customerId?: string): Due | undefined {
  let next: Due | undefined;
  for (const due of allDue(account)) {
    const isBilling = due.what === 'end-trial' || due.what === 'renew' || due.what === 'cancel';
    const isMeant = customerId === undefined || due.customer === customerId;
    if (isBilling && isMeant && (!next || due.at < next.at)) next = due;
  }
  return next;
}
