import { contactSchema, messageSchema, noteSchema, orgSchema, userSchema } from '@leadpulse/model';
import { expect } from 'chai';
import type { DocumentData } from 'firebase/firestore';
import { doc, getDoc, Timestamp, updateDoc } from 'firebase/firestore';
import type { z } from 'zod';
import { ALPHA_CONTACT, cancel, change, compose, note, send, takeBack, work } from './actions.js';
import {
  emailRequest,
  lastMessageOf,
  NEW_ID,
  noteDocument,
  orgDocument,
  RECEIVED_ID,
  REQUESTED_ID,
  SOME_DAY,
  textRequest,
  threadDocuments,
  userDocument,
} from './documents.js';
import { allowed, as, freshWorld, inFreshWorld } from './world.js';

const MESSAGE = `${ALPHA_CONTACT}/messages/${NEW_ID}`;
const sooner = Timestamp.fromMillis(Date.now() + 3_600_000);

/** What the rules let a client write, and the schema that functions and screens will read it with. */
const written: [what: string, path: string, schema: z.ZodType, write: () => Promise<unknown>][] = [
  ['a text', MESSAGE, messageSchema, () => send('agent')],
  ['a text for later', MESSAGE, messageSchema, () => send('agent', { sendAt: sooner, undoSeconds: 0 })],
  ['an email', MESSAGE, messageSchema, () => send('agent', emailRequest('agent'))],
  ['a canceled message', `${ALPHA_CONTACT}/messages/${REQUESTED_ID}`, messageSchema, () => cancel('agent')],
  ['a note', `${ALPHA_CONTACT}/notes/${NEW_ID}`, noteSchema, () => note('agent')],
  ['a contact that was written to', ALPHA_CONTACT, contactSchema, () => compose('agent')],
  ['a contact after an undo', ALPHA_CONTACT, contactSchema, () => takeBack('agent', asReceived())],
  ['a contact without messages', ALPHA_CONTACT, contactSchema, () => takeBack('agent', NO_MESSAGE)],
  ['a contact that was worked on', ALPHA_CONTACT, contactSchema, () => work('agent', worked())],
  ['an organization', 'orgs/alpha', orgSchema, () => change('admin', 'orgs/alpha', { settings: SETTINGS })],
  [
    'a person’s page',
    'users/agent',
    userSchema,
    () => change('agent', 'users/agent', { 'preferences.cookies': 'all' }),
  ],
];

const NO_MESSAGE = { lastMessage: null, waitingSince: null };
const SETTINGS = { ...orgDocument('x').settings, retentionDays: 90 } as DocumentData;

function asReceived(): DocumentData {
  const received = threadDocuments()[RECEIVED_ID]!;
  return { lastMessage: lastMessageOf(RECEIVED_ID, received), waitingSince: received.at as Timestamp };
}

function worked(): DocumentData {
  const inbox = { status: 'snoozed', unread: 0, snoozedUntil: sooner };
  return {
    inbox,
    tags: ['a', 'b c'],
    custom: { a: '', b: 'x' },
    timeZone: 'Europe/Paris',
    assigneeUid: null,
  };
}

const JUNK: unknown[] = [
  ...['', ' ', ' a', '\u00a0', 'x'.repeat(2_000), -1, 1.5, 1e15, true, null],
  ...[[], [null], ['a', 1], [' '], ['\u00a0'], ['a\ufeff'], {}, { a: 1 }, SOME_DAY],
];

interface Kind {
  schema: z.ZodType;
  path: string;
  fields: string[];
  write: (fields: DocumentData) => Promise<unknown>;
}

const kinds: Record<string, Kind> = {
  'a text': {
    schema: messageSchema,
    path: MESSAGE,
    fields: [...Object.keys(textRequest('agent')), 'undoSeconds', 'sendAt'],
    write: (fields) => send('agent', fields),
  },
  'an email': {
    schema: messageSchema,
    path: MESSAGE,
    fields: ['body', 'subject', 'references', 'undoSeconds', 'sendAt'],
    write: (fields) => send('agent', { ...emailRequest('agent'), ...fields }),
  },
  'a note': {
    schema: noteSchema,
    path: `${ALPHA_CONTACT}/notes/${NEW_ID}`,
    fields: Object.keys(noteDocument('agent')),
    write: (fields) => note('agent', fields),
  },
  'a contact': {
    schema: contactSchema,
    path: ALPHA_CONTACT,
    fields: [
      ...[
        'company',
        'tags',
        'stage',
        'assigneeUid',
        'custom',
        'timeZone',
        'inbox',
        'lastMessage',
        'waitingSince',
      ],
      ...['inbox.status', 'inbox.unread', 'inbox.snoozedUntil', 'custom.a'],
    ],
    write: (fields) => work('agent', fields),
  },
  'an organization': {
    schema: orgSchema,
    path: 'orgs/alpha',
    fields: [
      ...['name', 'timeZone', 'postalAddress', 'defaultCountry', 'settings', 'settings.quietHours'],
      ...['settings.quietHours.enabled', 'settings.quietHours.startMinute', 'settings.quietHours.endMinute'],
      ...['settings.undoSendSeconds', 'settings.retentionDays'],
    ],
    write: (fields) => updateDoc(doc(as('admin'), 'orgs/alpha'), fields),
  },
  'a person’s page': {
    schema: userSchema,
    path: 'users/agent',
    fields: [
      'preferences',
      ...Object.keys(userDocument('x', {}).preferences as object).map((key) => `preferences.${key}`),
    ],
    write: (fields) => updateDoc(doc(as('agent'), 'users/agent'), fields),
  },
};

async function expectReadable(
  path: string,
  schema: z.ZodType,
  reader: 'agent' | 'admin' = 'agent',
): Promise<void> {
  const stored = await allowed(getDoc(doc(as(reader), path)));
  const reading = schema.safeParse(stored.data());
  expect(reading.error?.message, path).to.equal(undefined);
  expect(reading.data).to.deep.equal(stored.data());
}

inFreshWorld(
  'the rules and the schemas',
  () => {
    for (const [what, path, schema, write] of written) {
      it(`${what} that the rules let through is read whole by its schema`, async () => {
        await allowed(write());
        await expectReadable(path, schema);
      });
    }

    for (const [what, { schema, path, fields, write }] of Object.entries(kinds)) {
      for (const field of fields) {
        it(`no junk in ${field} of ${what} passes the rules and fails the schema`, async () => {
          for (const value of JUNK) {
            const accepted = await write({ [field]: value }).then(
              () => true,
              () => false,
            );
            if (!accepted) continue;
            await allowed(Promise.resolve(undefined)); // the world has changed
            await expectReadable(path, schema);
            await freshWorld();
          }
        });
      }
    }
  },
  'uncounted',
);
