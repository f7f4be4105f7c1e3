import type { MailboxSettings, SmtpSettings } from '@leadpulse/model';

/** The half of a mailbox that sends. */
export function smtpOf({ user, password, smtp }: MailboxSettings): SmtpSettings {
  return { ...smtp, user, password };
}
