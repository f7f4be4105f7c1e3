import type { z } from 'zod';
import type { Channel } from './account.js';
import type { Contact, saveContactContract } from './contact.js';
import { normalizeEmail } from './email.js';
import { normalizePhone } from './phone.js';
import { Refusal } from './refusal.js';
import { fold, searchTokens } from './search.js';

export type ContactFields = z.infer<typeof saveContactContract.input>['fields'];

/** What `saveContact` writes of a contact. */
export type ContactIdentity = Pick<
  Contact,
  'name' | 'nameKey' | 'company' | 'emails' | 'phones' | 'tags' | 'stage' | 'assigneeUid' | 'search'
>;

type Addresses = Pick<Contact, 'emails' | 'phones'>;

const unique = <T>(values: T[]): T[] => [...new Set(values)];

/** The name a list is ordered by, or the first address of a contact without one. */
export function nameKeyOf(contact: Pick<Contact, 'name' | 'emails' | 'phones'>): string {
  return fold(contact.name.trim()) || (contact.emails[0] ?? contact.phones[0] ?? '');
}

/**
 * Reads what a person typed into the identity to store. An address the contact already holds passes as it is, so that
 * one that came in (a short code, say) never stands in the way of an edit.
 */
export function planContact(
  existing: Addresses | null,
  fields: ContactFields,
  defaultCountry: string,
): ContactIdentity {
  const emails = fields.emails.map((email, i) =>
    existing?.emails.includes(email) ? email : normalizeEmail(email, `emails[${i}]`),
  );
  const phones = fields.phones.map((phone, i) =>
    existing?.phones.includes(phone) ? phone : normalizePhone(phone, defaultCountry, `phones[${i}]`),
  );
  const name = fields.name.replace(/\s+/gu, ' ').trim();
  if (name === '' && emails.length === 0 && phones.length === 0) {
    throw new Refusal('invalid-argument', 'contact-empty', {
      field: 'name',
      allowed: 'at least a name, an email or a phone number',
    });
  }
  const identity = { name, company: fields.company.trim(), emails: unique(emails), phones: unique(phones) };
  return {
    ...identity,
    nameKey: nameKeyOf(identity),
    tags: uniqueTags(fields.tags),
    stage: fields.stage,
    assigneeUid: fields.assigneeUid,
    search: searchTokens(identity),
  };
}

/** Tags that differ only in case are one; the first spelling stays. */
function uniqueTags(tags: string[]): string[] {
  const bySpelling = new Map<string, string>();
  for (const tag of tags.map((text) => text.trim())) {
    if (!bySpelling.has(fold(tag))) bySpelling.set(fold(tag), tag);
  }
  return [...bySpelling.values()];
}

/** One address of a contact; `key` is what `handles/{sha256(key)}` and the suppression's keyed hash are made of. */
export interface Handle {
  channel: Channel;
  address: string;
  key: string;
}

export function handleOf(channel: Channel, address: string): Handle {
  return { channel, address, key: `${channel}:${address}` };
}

export function handlesOf(contact: Addresses): Handle[] {
  return [
    ...contact.phones.map((phone) => handleOf('sms', phone)),
    ...contact.emails.map((email) => handleOf('email', email)),
  ];
}

/** The addresses a contact gains and loses by an edit. */
export function handleDiff(
  before: Addresses | null,
  after: Addresses,
): { claim: Handle[]; release: Handle[] } {
  const held = before ? handlesOf(before) : [];
  const wanted = handlesOf(after);
  const without = (handles: Handle[], others: Handle[]) => {
    const keys = new Set(others.map((handle) => handle.key));
    return handles.filter((handle) => !keys.has(handle.key));
  };
  return { claim: without(wanted, held), release: without(held, wanted) };
}
