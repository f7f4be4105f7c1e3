import { saveContactContract } from '@leadpulse/model';
import { callable } from '../platform/callable.js';

/** Creates or edits who a contact is. The phone numbers' metadata is loaded by the first that is saved. */
export const saveContact = callable(
  saveContactContract,
  async (input, caller) => {
    const { storeContact } = await import('./storeContact.js');
    return storeContact(input, caller);
  },
  { secrets: ['SUPPRESSION_KEY'] },
);
