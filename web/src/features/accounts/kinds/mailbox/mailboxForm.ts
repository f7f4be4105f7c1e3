import type { MailServer, connectAccountContract } from '@leadpulse/model';
import type { FoundSettings } from '@leadpulse/model/mailProviders';
import { findSettings } from '@leadpulse/model/mailProviders';
import type { z } from 'zod';

export type Encryption = 'tls' | 'starttls';
export type Half = 'imap' | 'smtp';

/** The form of a mailbox, flat. */
export interface MailboxForm {
  displayName: string;
  address: string;
  user: string;
  password: string;
  imapHost: string;
  imapPort: number | string; // a number field that is being emptied holds ''
  imapEncryption: Encryption;
  smtpHost: string;
  smtpPort: number | string;
  smtpEncryption: Encryption;
}

type AccountInput = z.input<typeof connectAccountContract.input>['account'];

const USUAL: Record<Half, Record<Encryption, number>> = {
  imap: { tls: 993, starttls: 143 },
  smtp: { tls: 465, starttls: 587 },
};

/** What is known from the address alone. Nearly every server takes the whole address as the user. */
export function begin(displayName: string, address: string): { form: MailboxForm; found: FoundSettings } {
  const found = findSettings(address);
  const { imap, smtp } = found;
  const form = {
    displayName,
    address: address.trim(),
    user: address.trim(),
    password: '',
    imapHost: imap.host,
    imapPort: imap.port,
    imapEncryption: encryptionOf(imap),
    smtpHost: smtp.host,
    smtpPort: smtp.port,
    smtpEncryption: encryptionOf(smtp),
  };
  return { form, found };
}

function encryptionOf({ secure }: MailServer): Encryption {
  return secure ? 'tls' : 'starttls';
}

/** The form as the contract wants it. */
export function accountOf(form: MailboxForm): AccountInput {
  const server = (host: string, port: number | string, encryption: Encryption): MailServer => ({
    host: host.trim(),
    port: Number(port),
    secure: encryption === 'tls',
  });
  return {
    kind: 'imap',
    displayName: form.displayName,
    address: form.address,
    mailbox: {
      user: form.user,
      password: form.password,
      imap: server(form.imapHost, form.imapPort, form.imapEncryption),
      smtp: server(form.smtpHost, form.smtpPort, form.smtpEncryption),
    },
  };
}

const FIELDS: Record<string, keyof MailboxForm> = {
  'account.displayName': 'displayName',
  'account.address': 'address',
  'account.mailbox.user': 'user',
  'account.mailbox.password': 'password',
  'account.mailbox.imap.host': 'imapHost',
  'account.mailbox.imap.port': 'imapPort',
  'account.mailbox.imap.secure': 'imapEncryption',
  'account.mailbox.smtp.host': 'smtpHost',
  'account.mailbox.smtp.port': 'smtpPort',
  'account.mailbox.smtp.secure': 'smtpEncryption',
};

/** Which field of the form a path of the contract is; null if none. */
export function fieldOf(path: string): keyof MailboxForm | null {
  return FIELDS[path] ?? null;
}

export function isOfServers(field: keyof MailboxForm): boolean {
  return field.startsWith('imap') || field.startsWith('smtp');
}

/** Changing the encryption moves a port that nobody chose by hand. */
export function withEncryption(form: MailboxForm, half: Half, encryption: Encryption): Partial<MailboxForm> {
  const isUsual = Number(form[`${half}Port`]) === USUAL[half][form[`${half}Encryption`]];
  const port = isUsual ? { [`${half}Port`]: USUAL[half][encryption] } : {};
  return { [`${half}Encryption`]: encryption, ...port };
}

const FIELD_WORDS: Partial<Record<keyof MailboxForm, string>> = {
  displayName: 'Enter a name of 1 to 80 characters.',
  address: 'Enter a complete address, such as team@example.com.',
  user: 'Enter the user name, most often the whole address.',
  password: 'Enter the password.',
  imapHost: 'Enter the name of the mail server, such as imap.example.com.',
  smtpHost: 'Enter the name of the mail server, such as smtp.example.com.',
};

/** What a field takes. */
export function fieldWords(field: keyof MailboxForm): string {
  return FIELD_WORDS[field] ?? 'Enter a port from 1 to 65535.';
}
