import { DEFAULT_SETTINGS, LIMITS } from '@leadpulse/model';
import type { DocumentData } from 'firebase/firestore';
import {
  CANCELED_ID,
  emailRequest,
  NEW_ID,
  noteDocument,
  REQUESTED_ID,
  SOME_DAY,
  textRequest,
} from '../rules/documents.js';
import { BATCH_KINDS } from './kindOfBatch.js';
import { NAMED_ID } from './stage.js';
import { both, CANCEL_TRIES, CONTACT_TRIES, inMinutes, REQUEST_TRIES, text, texts } from './tries.js';
import { DROP, NOW } from './values.js';

/** One way to write: what it writes at its best, and what each of its fields may be tried with. */
export interface Kind {
  name: string;
  op: 'create' | 'update';
  uid: string; // who may, if the fields are right
  path: (org: string, contact: string, uid: string) => string;
  base: (uid: string | null) => DocumentData;
  tries: Record<string, unknown[]>;
  /** Whether a try stands alone, or among the other fields of the base. */
  alone?: true;
}

const CONTACT = (org: string, contact: string): string => `orgs/${org}/contacts/${contact}`;
const messageAt = (id: string): Pick<Kind, 'path'> => ({
  path: (org, contact) => `${CONTACT(org, contact)}/messages/${id}`,
});
/** Every way in which a client may write one document. */
export const KINDS: readonly Kind[] = [
  {
    name: 'own preferences',
    op: 'update',
    uid: 'viewer',
    path: (_org, _contact, uid) => `users/${uid}`,
    base: () => ({
      preferences: { productEmails: false, promotionalEmails: true, telemetry: true, cookies: 'all' },
    }),
    alone: true,
    tries: {
      'preferences.cookies': ['unasked', 'necessary', 'all', 'some', DROP],
      'preferences.productEmails': [true, 'yes', DROP],
      'preferences.promotionalEmails': [true, 1, DROP],
      'preferences.telemetry': [true, false, DROP],
      'preferences.more': [true],
      preferences: [DROP],
      ...Object.fromEntries(
        ['displayName', 'email', 'acceptedPolicy', 'orgs', 'orgs.beta', 'isStaff'].map((name) => [
          name,
          [DROP, 'other'],
        ]),
      ),
    },
  },
  {
    name: 'the organization',
    op: 'update',
    uid: 'admin',
    path: (org) => `orgs/${org}`,
    base: () => ({ name: 'Renamed' }),
    alone: true,
    tries: {
      name: [text(1), ...both(LIMITS.orgName), DROP],
      timeZone: ['UTC', 'Mars Base', text(64), text(65), DROP],
      postalAddress: [...both(LIMITS.postalAddress), DROP],
      defaultCountry: ['DE', 'us', 'USA', 'U', DROP],
      settings: [DEFAULT_SETTINGS, { ...DEFAULT_SETTINGS, more: 1 }, DROP],
      'settings.quietHours': [{ ...DEFAULT_SETTINGS.quietHours, days: 5 }, DROP],
      'settings.quietHours.enabled': [false, 'yes', DROP],
      'settings.quietHours.startMinute': [0, 1439, 1440, '480', DROP],
      'settings.quietHours.endMinute': [0, 1, 1440, 1441, DROP],
      'settings.undoSendSeconds': [0, 60, 61, '10', DROP],
      'settings.retentionDays': [null, 29, 30, 3650, 3651, '90', DROP],
      ...Object.fromEntries(
        [
          'access',
          'access.status',
          'access.trialEndsAt',
          'monthlyUse',
          'createdAt',
          'deletion',
          'ownerUid',
        ].map((name) => [name, [DROP, 'active', SOME_DAY]]),
      ),
    },
  },
  {
    name: 'presence on the own seat',
    op: 'update',
    uid: 'seenLongAgo',
    path: (org, _contact, uid) => `orgs/${org}/members/${uid}`,
    base: () => ({ lastActiveAt: NOW }),
    tries: {
      lastActiveAt: [inMinutes(0), inMinutes(60), DROP],
      ...Object.fromEntries(
        ['role', 'sees', 'displayName', 'email', 'joinedAt', 'isClosed'].map((name) => [
          name,
          [DROP, 'owner', 'everything', false],
        ]),
      ),
    },
  },
  {
    name: 'a contact',
    op: 'update',
    uid: 'agent',
    path: CONTACT,
    base: () => ({ stage: 'won' }),
    alone: true,
    tries: CONTACT_TRIES,
  },
  {
    name: 'a text',
    op: 'create',
    uid: 'agent',
    path: (org, contact) => `${CONTACT(org, contact)}/messages/${NEW_ID}`,
    base: textRequest,
    tries: {
      ...REQUEST_TRIES,
      body: [...both(LIMITS.smsBody), DROP],
      subject: ['Hi'],
      references: [['<a>'], []],
    },
  },
  {
    name: 'an email',
    op: 'create',
    uid: 'agent',
    path: (org, contact) => `${CONTACT(org, contact)}/messages/${NEW_ID}`,
    base: emailRequest,
    tries: {
      ...REQUEST_TRIES,
      body: [...both(LIMITS.emailBody), DROP],
      subject: ['', ...both(LIMITS.subject), DROP],
      references: [[], texts(20), texts(21), [text(300)], [text(301)], ['a␟b'], [''], DROP],
    },
  },
  {
    name: 'taking a message back',
    op: 'update',
    uid: 'agent',
    ...messageAt(REQUESTED_ID),
    base: cancel,
    tries: CANCEL_TRIES,
  },
  {
    name: 'taking a canceled message back',
    op: 'update',
    uid: 'agent',
    ...messageAt(CANCELED_ID),
    base: cancel,
    tries: {},
  },
  {
    name: 'taking a named message back',
    op: 'update',
    uid: 'agent',
    ...messageAt(NAMED_ID),
    base: cancel,
    tries: {},
  },
  {
    name: 'a text over another',
    op: 'update',
    uid: 'agent',
    ...messageAt(REQUESTED_ID),
    base: textRequest,
    tries: {},
  },
  {
    name: 'a note over another',
    op: 'update',
    uid: 'agent',
    path: (org, contact) => `${CONTACT(org, contact)}/notes/first`,
    base: noteDocument,
    tries: {},
  },
  {
    name: 'a note',
    op: 'create',
    uid: 'agent',
    path: (org, contact) => `${CONTACT(org, contact)}/notes/${NEW_ID}`,
    base: noteDocument,
    tries: {
      body: [...both(LIMITS.note), DROP],
      authorUid: ['owner', 'agent', DROP],
      at: [inMinutes(0), DROP],
      mentions: [
        [],
        ['a', 'b'],
        [text(128)],
        [text(129)],
        ['a b'],
        ['a/b'],
        [''],
        texts(20),
        texts(21),
        DROP,
      ],
      more: [true],
    },
  },
  ...BATCH_KINDS,
];

function cancel(uid: string | null): DocumentData {
  return { state: 'canceled', canceledAt: NOW, canceledBy: uid };
}
