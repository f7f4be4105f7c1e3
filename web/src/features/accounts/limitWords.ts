import type { AccountKind } from '@leadpulse/model';

/** What an account of a kind cannot do, said on its card before somebody finds out. */
const LIMITS: Partial<Record<AccountKind, string[]>> = {
  sandbox: ['Write to real people: its leads are simulated, and nothing leaves this machine.'],
  smtp: [
    'Show mails that you write elsewhere, such as in your mail program.',
    'Tell whether a mail was opened. “Sent” means that the mail server took it.',
  ],
};

export function limitsOf(kind: AccountKind): string[] {
  return LIMITS[kind] ?? [];
}
