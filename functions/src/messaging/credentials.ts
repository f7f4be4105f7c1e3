import type {
  AccountKind,
  GmailCredentials,
  MailboxSettings,
  SmtpSettings,
  TwilioCredentials,
} from '@leadpulse/model';
import {
  gmailCredentialsSchema,
  mailboxSettingsSchema,
  smtpSettingsSchema,
  twilioCredentialsSchema,
} from '@leadpulse/model';
import type { CollectionReference, DocumentReference, DocumentSnapshot } from 'firebase-admin/firestore';
import { accountRef } from '../platform/refs.js';
import type { Sealed } from '../platform/seal.js';
import { seal, sealedSchema, unseal } from '../platform/seal.js';

/** What an account signs in with at its provider, opened; null for a kind that needs none, or that has none any more. */
export interface Credentials {
  smtp: SmtpSettings | null;
  mailbox: MailboxSettings | null;
  twilio: TwilioCredentials | null;
  gmail: GmailCredentials | null;
}

export const NO_CREDENTIALS: Credentials = { smtp: null, mailbox: null, twilio: null, gmail: null };

/** The credentials of an account, by the name of its kind; each lies sealed, and no client reads them. */
export function secretsOf(orgId: string, accountId: string): CollectionReference {
  return accountRef(orgId, accountId).collection('secrets');
}

export function secretRef(orgId: string, accountId: string, kind: AccountKind): DocumentReference {
  return secretsOf(orgId, accountId).doc(kind);
}

/** Sealed for its own place: copied to another account it does not open. */
export function sealAt({ path }: Pick<DocumentReference, 'path'>, credentials: object): Sealed {
  return seal(JSON.stringify(credentials), path);
}

/** Opens what an account signs in with; one read for a kind that has credentials. */
export async function openCredentials(
  orgId: string,
  accountId: string,
  kind: AccountKind,
): Promise<Credentials> {
  if (kind === 'sandbox') return NO_CREDENTIALS;
  return openSealed(kind, [await secretRef(orgId, accountId, kind).get()]);
}

/** Opens the one of these that is a kind's. */
export function openSealed(kind: AccountKind, secrets: readonly DocumentSnapshot[]): Credentials {
  const snapshot = secrets.find(({ id, exists }) => id === kind && exists);
  if (!snapshot) return NO_CREDENTIALS;
  const opened: unknown = JSON.parse(unseal(sealedSchema.parse(snapshot.data()), snapshot.ref.path));
  switch (kind) {
    case 'smtp':
      return { ...NO_CREDENTIALS, smtp: smtpSettingsSchema.parse(opened) };
    case 'imap':
      return { ...NO_CREDENTIALS, mailbox: mailboxSettingsSchema.parse(opened) };
    case 'twilio':
      return { ...NO_CREDENTIALS, twilio: twilioCredentialsSchema.parse(opened) };
    case 'gmail':
      return { ...NO_CREDENTIALS, gmail: gmailCredentialsSchema.parse(opened) };
    default:
      return NO_CREDENTIALS;
  }
}
