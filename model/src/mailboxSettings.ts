import { z } from 'zod';
import { LIMITS } from './limits.js';

/** `secure`: TLS from the first byte; else STARTTLS, and no password before it. */
const mailServerSchema = z.strictObject({
  host: z.string().trim().min(1).max(253),
  port: z.int().min(1).max(65_535),
  secure: z.boolean(),
});
export type MailServer = z.output<typeof mailServerSchema>;

/** What opens a mailbox, for reading by IMAP and for sending by SMTP; sealed in `secrets/imap`. */
export const mailboxSettingsSchema = z.strictObject({
  user: z.string().trim().min(1).max(LIMITS.email),
  password: z.string().min(1).max(500),
  imap: mailServerSchema,
  smtp: mailServerSchema,
});
export type MailboxSettings = z.output<typeof mailboxSettingsSchema>;
