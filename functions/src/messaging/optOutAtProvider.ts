import type { Channel } from '@leadpulse/model';
import { suppressionRef } from '../contacts/index.js';
import { db } from '../platform/firestore.js';
import type { MessagePath } from '../platform/refs.js';
import { contactRef } from '../platform/refs.js';
import { readHolders, writeLedger } from './ledger.js';

/**
 * A provider refused a message because they told it to stop: that holds like a STOP to us, and the message is the evidence.
 * Told again it changes nothing.
 */
export async function noteOptOutAtProvider(
  { orgId, contactId, messageId }: MessagePath,
  channel: Channel,
  address: string,
): Promise<void> {
  await db().runTransaction(async (tx) => {
    const contact = await tx.get(contactRef(orgId, contactId));
    if (!contact.exists || contact.get(`optOut.${channel}`) === true) return;
    const isKnown = (await tx.get(suppressionRef(orgId, channel, address))).exists;
    if (isKnown) return;
    const about = { account: { orgId }, channel, from: address };
    const holders = await readHolders(tx, about, contact.ref);
    writeLedger(tx, about, { kind: 'revoke', evidence: messageId, source: 'provider', holders });
    tx.update(contact.ref, { [`optOut.${channel}`]: true });
  });
}
