import type { Contact, ContactConsent, Message, Note } from '@leadpulse/model';
import { planContact } from '@leadpulse/model';
import { Timestamp } from 'firebase-admin/firestore';

export const HARBOR_ORG_ID = 'harbor-realty';
export const NORTHSIDE_ORG_ID = 'northside-homes';

/** The accounts of Harbor Realty by channel of use. */
export const ACCOUNTS = {
  number: { id: 'practice-number', address: '+15005550142' },
  practiceMailbox: { id: 'practice-mailbox', address: 'harbor-realty-demo@practice.leadpulse.test' },
  office: { id: 'office-mailbox', address: 'hello@harbor.test' },
} as const;
export type SendingAccount = (typeof ACCOUNTS)[keyof typeof ACCOUNTS];

/** One contact with everything below it, as it will lie in Firestore. */
export interface PlannedContact {
  contactId: string;
  contact: Contact;
  messages: Map<string, Message>;
  notes: Note[];
  consents: Map<string, ContactConsent>;
  suppressed: { channel: 'sms' | 'email'; address: string }[];
}

export interface Person {
  contactId: string;
  name: string;
  company?: string;
  emails: string[];
  phones: string[];
  tags?: string[];
  stage?: Contact['stage'];
  assigneeUid: string | null;
  source?: Contact['source'];
  custom?: Record<string, string>;
  createdAt: Date;
}

/** A contact without a conversation yet, its identity read by the same plan as `saveContact` reads it. */
export function plannedContact(person: Person): PlannedContact {
  const { contactId, name, company = '', emails, phones, tags = [], stage = 'new', assigneeUid } = person;
  const identity = planContact(null, { name, company, emails, phones, tags, stage, assigneeUid }, 'US');
  const contact: Contact = {
    ...identity,
    source: person.source ?? 'inbound',
    custom: person.custom ?? {},
    inbox: { status: 'open', unread: 0, snoozedUntil: null },
    optOut: { sms: false, email: false },
    lastMessage: null,
    lastInboundAt: null,
    waitingSince: null,
    duplicateOf: null,
    timeZone: null,
    createdAt: Timestamp.fromDate(person.createdAt),
    createdBy: assigneeUid ?? 'inbound',
  };
  return { contactId, contact, messages: new Map(), notes: [], consents: new Map(), suppressed: [] };
}
