import type { Contact } from '@leadpulse/model';

const NANP = /^\+1(\d{3})(\d{3})(\d{4})$/u;

/** For people: (415) 555-0132 inside the North American plan, any other number or address as it is stored. */
export function addressText(address: string): string {
  const match = NANP.exec(address);
  return match ? `(${match[1] ?? ''}) ${match[2] ?? ''}-${match[3] ?? ''}` : address;
}

/** What a contact is called: its name, else its first address. */
export function contactName(contact: Pick<Contact, 'name' | 'phones' | 'emails'>): string {
  if (contact.name.trim() !== '') return contact.name;
  return addressText(contact.phones[0] ?? contact.emails[0] ?? 'Unknown contact');
}
