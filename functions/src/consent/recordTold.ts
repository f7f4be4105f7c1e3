import type { Channel, ToldBy } from '@leadpulse/model';
import type { DocumentSnapshot, Transaction } from 'firebase-admin/firestore';
import { addressesOn } from './contactOf.js';
import { readHolders, writeLedger } from './ledger.js';

interface Told {
  orgId: string;
  channels: readonly Channel[];
  kind: 'revoke' | 'grant';
  source: ToldBy;
  words: string;
  by: string;
}

/**
 * What a lead told a member, in the ledger of each channel: of all their addresses there, and of everybody who shares
 * one. A contact of two channels is one holder, whose chain goes on from the one to the other.
 */
export async function recordTold(
  tx: Transaction,
  contact: DocumentSnapshot,
  { orgId, channels, ...told }: Told,
): Promise<void> {
  const asked = channels.map((channel) => ({ orgId, channel, addresses: addressesOn(contact, channel) }));
  const held = await Promise.all(asked.map((each) => readHolders(tx, contact, each)));
  const once = new Map(held.flat().map((holder) => [holder.ref.path, holder]));
  asked.forEach((each, at) => {
    const holders = held[at]?.map(({ ref }) => once.get(ref.path) ?? []).flat() ?? [];
    writeLedger(tx, holders, { ...each, ...told, basis: 'told', evidence: '' });
  });
}
