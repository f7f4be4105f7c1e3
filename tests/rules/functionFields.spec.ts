import type { z } from 'zod';
import {
  accountSchema,
  auditEntrySchema,
  billingSchema,
  contactSchema,
  inviteSchema,
  memberSchema,
  messageSchema,
  noteSchema,
  orgSchema,
  userConsentSchema,
  userSchema,
} from '@leadpulse/model';
import { expect } from 'chai';
import type { DocumentData } from 'firebase/firestore';
import { deleteField, serverTimestamp, Timestamp } from 'firebase/firestore';
import { ALPHA_CONTACT, cancel, change, send } from './actions.js';
import { emailRequest, REQUESTED_ID } from './documents.js';
import { placesOf } from './places.js';
import { seed } from './seed.js';
import { denied, inFreshWorld, RULES } from './world.js';

interface Kind {
  path: string;
  schema: z.ZodObject;
  mine: string[]; // what a client may write there
  also: DocumentData; // a change that is fine by itself
}

const CONTACT_WORK = ['company', 'tags', 'stage', 'assigneeUid', 'custom', 'timeZone', 'inbox'];

/** The documents of the schemas; every field of theirs that is not `mine` is functions' alone. */
const kinds: Record<string, Kind> = {
  'a person’s page': {
    path: 'users/owner',
    schema: userSchema,
    mine: ['preferences'],
    also: { 'preferences.cookies': 'all' },
  },
  'a person’s consent': { path: 'users/owner/consents/first', schema: userConsentSchema, mine: [], also: {} },
  'an organization': {
    path: 'orgs/alpha',
    schema: orgSchema,
    mine: ['name', 'timeZone', 'postalAddress', 'defaultCountry', 'settings'],
    also: { name: 'Renamed' },
  },
  'one’s own seat': {
    path: 'orgs/alpha/members/owner',
    schema: memberSchema,
    mine: ['lastActiveAt'],
    also: { lastActiveAt: serverTimestamp() },
  },
  'a colleague’s seat': { path: 'orgs/alpha/members/agent', schema: memberSchema, mine: [], also: {} },
  'an invite': { path: 'orgs/alpha/invites/open', schema: inviteSchema, mine: [], also: {} },
  'a channel account': { path: 'orgs/alpha/accounts/texts', schema: accountSchema, mine: [], also: {} },
  'the billing page': { path: 'orgs/alpha/billing/stripe', schema: billingSchema, mine: [], also: {} },
  'an audit entry': { path: 'orgs/alpha/auditLog/first', schema: auditEntrySchema, mine: [], also: {} },
  'a contact': {
    path: ALPHA_CONTACT,
    schema: contactSchema,
    mine: [...CONTACT_WORK, 'lastMessage', 'waitingSince'],
    also: { stage: 'won' },
  },
  'a note': { path: `${ALPHA_CONTACT}/notes/first`, schema: noteSchema, mine: [], also: {} },
};

const stored = new Map(seed());

/** Another value of the same type, nothing, and no field at all. */
function forgeries(value: unknown): unknown[] {
  const others = [otherThan(value), null].filter((other) => other !== value);
  return value === undefined ? others : [...others, deleteField()];
}

function otherThan(value: unknown): unknown {
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 1;
  if (value instanceof Timestamp) return Timestamp.fromMillis(value.toMillis() + 1000);
  if (Array.isArray(value)) return [...(value as unknown[]), 'forged'];
  if (typeof value === 'object' && value !== null) return { ...value, forged: true };
  return 'forged';
}

inFreshWorld(
  'what only functions write',
  () => {
    for (const [what, { path, schema, mine, also }] of Object.entries(kinds)) {
      const fields = Object.keys(schema.shape).filter((field) => !mine.includes(field));
      for (const field of [...fields, 'orgId', 'aNewField']) {
        it(`an owner cannot write ${field} of ${what}`, async () => {
          for (const value of forgeries(stored.get(path)![field])) {
            await denied(change('owner', path, { [field]: value }));
            await denied(change('owner', path, { ...also, [field]: value }));
          }
        });
      }
    }

    const asked = Object.keys(emailRequest('owner'));
    for (const field of Object.keys(messageSchema.shape)) {
      if (!asked.includes(field)) {
        it(`an owner cannot say ${field} of a message they send`, async () => {
          for (const value of forgeries(undefined)) await denied(send('owner', { [field]: value }));
        });
      }
      it(`an owner cannot write ${field} of a message that was sent for, but to take it back`, async () => {
        const path = `${ALPHA_CONTACT}/messages/${REQUESTED_ID}`;
        const values = forgeries(stored.get(path)![field]);
        for (const value of values) await denied(change('owner', path, { [field]: value }));
        for (const value of values) await denied(cancel('owner', REQUESTED_ID, { [field]: value }));
      });
    }

    it('every document that a client may change, and not create, is tried', () => {
      const tried = Object.values(kinds).map(({ path }) => path.replace('owner', '{uid}'));
      const granted = placesOf(RULES).filter(({ grants }) => grants.update && !grants.create);
      const paths = granted.map(({ path }) => path.replace('{org}', 'alpha'));
      expect(tried).to.include.members(paths.filter((path) => !path.includes('narrow')));
    });
  },
  'uncounted',
);
