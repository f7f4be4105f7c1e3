import type { AccountNotice } from '@leadpulse/model';
import { logWarning } from './log.js';
import { mailSession } from './ownMail.js';

/** A mail that belongs to an account and cannot be switched off: one of the listed notices. */
export interface SystemMail {
  notice: AccountNotice;
  to: string;
  subject: string;
  text: string;
  html: string;
}

/** Hands a notice to our own mail server, once; a failure is told, never thrown, and the mail stays out of the log. */
export async function sendSystemMail(
  { notice, ...mail }: SystemMail,
  functionName: string,
): Promise<'sent' | 'failed'> {
  const session = mailSession();
  try {
    const handover = await session.handOver({ mailClass: notice, ...mail });
    if (handover.state === 'sent') return 'sent';
    logWarning('system mail failed', { function: functionName, code: handover.code });
    return 'failed';
  } finally {
    session.close();
  }
}
