import { recordOptOutContract } from '@leadpulse/model';
import { callable } from '../platform/callable.js';
import { runInTurn } from '../platform/firestore.js';
import { visibleContact } from './contactOf.js';
import { recordTold } from './recordTold.js';

/** Somebody asked a member to stop, by a call, in person, by letter: from here on it holds like a STOP of theirs. */
export const recordOptOut = callable(
  recordOptOutContract,
  async ({ orgId, contactId, channels, toldBy, words }, { uid }) => {
    await runInTurn(async (tx) => {
      const contact = await visibleContact(tx, { orgId, contactId, uid, capability: 'contact.write' });
      await recordTold(tx, contact, { orgId, channels, kind: 'revoke', source: toldBy, words, by: uid });
    });
    return {};
  },
  { secrets: ['SUPPRESSION_KEY'] },
);
