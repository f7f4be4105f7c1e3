import type { Account, Channel } from '@leadpulse/model';
import type { DocumentSnapshot, Transaction } from 'firebase-admin/firestore';

/** What is known of an account once its provider was asked. */
export interface Verified {
  channel: Channel;
  /** By what leads reach it; all reads, for it is asked in the transaction that stores the account. */
  addressIn: (tx: Transaction, org: DocumentSnapshot) => Promise<string>;
  /** What the address is called in the input. */
  field: string;
  /** What it signs in with, to be sealed; null: nothing. */
  credentials: object | null;
  /** What the account holds besides. */
  more?: Partial<Account>;
  /** Tells the provider where to bring what comes in; before the account is stored, and once its id is known. */
  leadHere?: (place: { orgId: string; accountId: string }) => Promise<void>;
  /** What begins once the account is there; nothing is lost if it does not come to that. */
  whenStored?: (place: { orgId: string; accountId: string }) => Promise<void>;
}

/**
 * How an account of one kind is connected: asks the provider with what a person gave, and throws a `Refusal` that names
 * the field at fault. A new kind is a file beside this one, and a line in `connectors.ts`.
 */
export type Connector<Wanted> = (wanted: Wanted) => Promise<Verified>;
