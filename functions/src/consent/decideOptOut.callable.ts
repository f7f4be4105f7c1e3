import { contactSchema, decideOptOutContract, Refusal } from '@leadpulse/model';
import { callable } from '../platform/callable.js';
import { runInTurn } from '../platform/firestore.js';
import { visibleContact } from './contactOf.js';
import { readHolders, writeLedger } from './ledger.js';

/** A member has read what left a doubt. Either way it stands in the ledger who decided, and when; no text confirms it. */
export const decideOptOut = callable(
  decideOptOutContract,
  async ({ orgId, contactId, channel, messageId, isOptOut }, { uid }) => {
    await runInTurn(async (tx) => {
      const contact = await visibleContact(tx, { orgId, contactId, uid, capability: 'contact.write' });
      const open = contactSchema.shape.optOutQuestion.parse(contact.get('optOutQuestion'))?.[channel];
      if (open?.messageId !== messageId) throw new Refusal('failed-precondition', 'opt-out-decided');
      const addresses = [open.address];
      const holders = await readHolders(tx, contact, { orgId, channel, addresses });
      writeLedger(
        tx,
        isOptOut
          ? holders
          : holders.filter(({ optOutQuestion }) => optOutQuestion?.[channel]?.messageId === messageId),
        {
          ...{ orgId, channel, addresses },
          kind: isOptOut ? 'revoke' : 'keep',
          basis: 'decision',
          source: 'thread',
          evidence: messageId,
          words: open.words,
          by: uid,
        },
      );
    });
    return {};
  },
  { secrets: ['SUPPRESSION_KEY'] },
);
