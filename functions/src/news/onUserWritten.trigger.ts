import { choicesMade, preferencesSchema } from '@leadpulse/model';
import { onDocumentUpdated } from 'firebase-functions/firestore';
import { recordChoices } from './recordChoices.js';

/** A person changed their preferences under the rules: each choice goes into the ledger, once, with its moment. */
export const onUserWritten = onDocumentUpdated(
  { document: 'users/{uid}', retry: true, memory: '256MiB' },
  async ({ data, params }) => {
    const before = preferencesSchema.safeParse(data?.before.get('preferences'));
    const after = preferencesSchema.safeParse(data?.after.get('preferences'));
    const madeAt = data?.after.updateTime;
    if (!before.success || !after.success || madeAt === undefined) return;
    const choices = choicesMade(before.data, after.data);
    if (choices.length > 0) await recordChoices(params.uid, choices, madeAt);
  },
);
