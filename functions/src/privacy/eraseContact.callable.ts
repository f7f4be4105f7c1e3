import { eraseContactContract } from '@leadpulse/model';
import { callable } from '../platform/callable.js';
import { runInTurn } from '../platform/firestore.js';
import { requireSeat } from '../platform/seats.js';
import { beginContactErasure } from './beginContactErasure.js';
import { startJob } from './startJob.js';

/** The contact and its addresses are gone with the answer; its conversation follows, whatever happens to us meanwhile. */
export const eraseContact = callable(
  eraseContactContract,
  async ({ orgId, contactId, suppress }, { uid, origin }) => {
    const ref = await runInTurn(async (tx) => {
      await requireSeat(tx, orgId, uid, 'contact.delete');
      return beginContactErasure(tx, { orgId, contactId, suppress, author: { actor: uid, origin } });
    });
    await startJob(ref);
    return { requestId: ref.id };
  },
  { secrets: ['SUPPRESSION_KEY'] },
);
