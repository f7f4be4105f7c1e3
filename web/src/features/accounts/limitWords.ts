import type { AccountKind } from '@leadpulse/model';

/** What an account of a kind cannot do, said on its card before somebody finds out. */
const LIMITS: Partial<Record<AccountKind, string[]>> = {
  sandbox: ['Write to real people: its leads are simulated, and nothing leaves this machine.'],
  twilio: [
    'Text US numbers before the number is registered in Twilio (A2P 10DLC, or toll-free verification).',
    'Send pictures. Those that come in are shown, and stay at Twilio.',
    'Tell what was texted from the number elsewhere, such as in the Twilio console.',
    'Answer STOP, START and HELP in your words: Twilio does, and its Advanced Opt-Out is where to change them.',
  ],
  imap: [
    'Tell whether a mail was opened. “Sent” means that the mail server took it.',
    'Show mails in folders other than the inbox and Sent, or older than the thirty days before it was connected.',
    'Send files. Those that come in are fetched when you ask for them, and stay in the mailbox.',
  ],
  gmail: [
    'Send more than Gmail lets a mailbox send: 500 mails a day, 2,000 with Google Workspace.',
    'Show mails that were there before it was connected, or any that you write in Gmail itself unless its mails come in here.',
    'Tell whether a mail was opened. “Sent” means that Gmail took it.',
  ],
  googleVoice: [
    'Begin a conversation, or write to many: it answers who texted the number, one by one.',
    'Send pictures, or tell whether a text arrived. “Sent” means that Gmail took the answer.',
    'Show texts that you write in Google Voice itself: they are not forwarded. Answers that you mail from Gmail show.',
  ],
  smtp: [
    'Show mails that come into the mailbox, unless your mail server hands them on.',
    'Show mails that you write elsewhere, such as in your mail program.',
    'Tell whether a mail was opened. “Sent” means that the mail server took it.',
  ],
};

export function limitsOf(kind: AccountKind): string[] {
  return LIMITS[kind] ?? [];
}
