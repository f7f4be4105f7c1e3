import { exportContactContract, Refusal } from '@leadpulse/model';
import { openAudit } from '../platform/audit.js';
import { callable } from '../platform/callable.js';
import { runInTurn } from '../platform/firestore.js';
import { contactRef } from '../platform/refs.js';
import { requireSeat } from '../platform/seats.js';
import { openExport } from './openExport.js';

/** A link to all that an organization holds about a lead, fit to be handed to the lead. */
export const exportContact = callable(exportContactContract, ({ orgId, contactId }, { uid, origin }) =>
  runInTurn(async (tx) => {
    await requireSeat(tx, orgId, uid, 'contact.export');
    const contact = await tx.get(contactRef(orgId, contactId));
    if (!contact.exists) throw new Refusal('not-found', 'contact-not-found', { field: 'contactId' });
    const audit = await openAudit(tx, orgId);
    audit.write({ actor: uid, origin, action: 'contact.export', target: contactId });
    return openExport(tx, { kind: 'contact', uid, orgId, contactId });
  }),
);
