import type { connectAccountContract } from '@leadpulse/model';
import type { z } from 'zod';

export type Encryption = 'tls' | 'starttls';

/** The form of a mailbox, flat. */
export interface Mailbox {
  displayName: string;
  address: string;
  host: string;
  port: number | string; // a number field that is being emptied holds ''
  encryption: Encryption;
  user: string;
  password: string;
}

export const EMPTY_SMTP: Mailbox = {
  displayName: '',
  address: '',
  host: '',
  port: 465,
  encryption: 'tls',
  user: '',
  password: '',
};

type AccountInput = z.input<typeof connectAccountContract.input>['account'];

/** The form as the contract wants it. */
export function accountOf({
  displayName,
  address,
  host,
  port,
  encryption,
  user,
  password,
}: Mailbox): AccountInput {
  return {
    kind: 'smtp',
    displayName,
    address: address.trim(),
    smtp: { host, port: Number(port), secure: encryption === 'tls', user: user.trim(), password },
  };
}

/** Which field of the form a path of the contract is; '' if none. */
export function fieldOf(path: string): keyof Mailbox | '' {
  const name = path.split('.').at(-1) ?? '';
  if (name === 'secure') return 'encryption';
  return name in EMPTY_SMTP ? (name as keyof Mailbox) : '';
}

/** Changing the encryption moves a port that nobody chose by hand. */
export function withEncryption(form: Mailbox, encryption: Encryption): Partial<Mailbox> {
  const usual = { tls: 465, starttls: 587 };
  const isUsual = Number(form.port) === usual[form.encryption];
  return { encryption, ...(isUsual ? { port: usual[encryption] } : {}) };
}

/** The mail sink of the local world takes every mail, without a password. */
export function localSink(port: number): Partial<Mailbox> {
  return { host: '127.0.0.1', port, encryption: 'starttls', user: '', password: '' };
}

const FIELD_WORDS: Partial<Record<string, string>> = {
  displayName: 'Enter a name of 1 to 80 characters.',
  address: 'Enter a complete address, such as team@example.com.',
  host: 'Enter the name of the mail server, such as smtp.example.com.',
  port: 'Enter a port from 1 to 65535.',
};

/** What a field takes. */
export function fieldWords(field: string): string {
  return FIELD_WORDS[field] ?? 'Check this.';
}
