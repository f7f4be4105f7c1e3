import type { Channel } from '@leadpulse/model';
import { readHolders, writeLedger } from '../consent/index.js';
import { suppressionRef } from '../contacts/index.js';
import { db } from '../platform/firestore.js';
import type { MessagePath } from '../platform/refs.js';
import { contactRef } from '../platform/refs.js';

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
    const about = { orgId, channel, addresses: [address] };
    const holders = await readHolders(tx, contact, about);
    writeLedger(tx, holders, {
      ...about,
      kind: 'revoke',
      basis: 'message',
      source: 'provider',
      evidence: messageId,
      words: 'The provider refused a message of ours: they had told it to stop.',
      by: null,
    });
  });
}
