import type { DeliveryReport } from '@leadpulse/model';
import { recipientSchema } from '@leadpulse/model';
import { Timestamp } from 'firebase-admin/firestore';
import { config } from '../platform/config.js';
import { db } from '../platform/firestore.js';
import { recipientsOf } from '../platform/refs.js';

/** The Message-ID of a copy of a mailing: a report that comes hours later quotes it, and so tells whose copy failed. */
export function letterId(mailingId: string, uid: string): string {
  return `<news+${mailingId}+${uid}@${config().mailDomain}>`;
}

/** What a report says that came to us, and all that it quotes. */
interface Reported {
  report: DeliveryReport | null;
  reportText: string;
  references: string[];
}

/**
 * Notes with the copy of a mailing that it could not be delivered although our server had taken it; null: the report is of
 * no letter of ours, or only of a delay.
 */
export async function noteLateBounce({ report, reportText, references }: Reported): Promise<string | null> {
  if (report?.outcome !== 'failed') return null;
  const domain = config().mailDomain.replaceAll('.', '\\.');
  const ours = new RegExp(`\\bnews\\+([\\w-]{1,100})\\+([\\w-]{1,128})@${domain}`, 'iu');
  const [, mailingId, uid] = ours.exec([reportText, ...references].join('\n')) ?? [];
  if (!mailingId || !uid) return null;
  const copy = recipientsOf(mailingId).doc(uid);
  return db().runTransaction(async (tx) => {
    const found = await tx.get(copy);
    const state = found.exists ? recipientSchema.shape.state.parse(found.get('state')) : null;
    if (state !== 'sent' && state !== 'uncertain') return 'ignored';
    tx.update(copy, { state: 'refused', code: report.code, at: Timestamp.now() });
    return 'letter-bounced';
  });
}
