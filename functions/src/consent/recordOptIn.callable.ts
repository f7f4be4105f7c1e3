import { recordOptInContract } from '@leadpulse/model';
import { openAudit } from '../platform/audit.js';
import { callable } from '../platform/callable.js';
import { runInTurn } from '../platform/firestore.js';
import { visibleContact } from './contactOf.js';
import { recordTold } from './recordTold.js';

/** Somebody agreed to be written to: lifts an opt-out, so it is an owner's or admin's to say, and stands in the audit log. */
export const recordOptIn = callable(
  recordOptInContract,
  async ({ orgId, contactId, channels, toldBy, words }, { uid, origin }) => {
    await runInTurn(async (tx) => {
      const contact = await visibleContact(tx, { orgId, contactId, uid, capability: 'consent.grant' });
      const audit = await openAudit(tx, orgId);
      await recordTold(tx, contact, { orgId, channels, kind: 'grant', source: toldBy, words, by: uid });
      audit.write({
        actor: uid,
        origin,
        action: 'contact.optIn',
        target: contactId,
        after: { channels, toldBy },
      });
    });
    return {};
  },
  { secrets: ['SUPPRESSION_KEY'] },
);
