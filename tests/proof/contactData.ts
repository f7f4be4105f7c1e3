import type { Contact } from '@leadpulse/model';

type Dated<T> = { [Key in keyof T]: T[Key] extends Contact['createdAt'] ? Date : T[Key] };

/** A contact as `saveContact` would leave it, whose lead stays silent: nothing comes in meanwhile. */
export function silentContact(number: number): Dated<Contact> {
  const name = `Silent Lead ${number}`;
  return {
    name,
    nameKey: name.toLowerCase(),
    company: '',
    emails: [`silent.${number}@example.com`],
    phones: [`+1415${String(10_000 + number)}05`],
    tags: [],
    stage: 'new',
    assigneeUid: null,
    source: 'manual',
    custom: {},
    inbox: { status: 'open', unread: 0, snoozedUntil: null },
    optOut: { sms: false, email: false },
    lastMessage: null,
    lastInboundAt: null,
    waitingSince: null,
    search: ['silent', 'lead'],
    duplicateOf: null,
    timeZone: null,
    createdAt: new Date(),
    createdBy: 'proof',
  };
}
