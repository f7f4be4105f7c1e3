import { DAY_MS, DEFAULT_SETTINGS, TRIAL_DAYS, type Contact } from '@leadpulse/model';
import { POLICY_VERSION } from '@leadpulse/policy';
import type { Auth } from 'firebase-admin/auth';
import { Timestamp, type Firestore } from 'firebase-admin/firestore';

export const MEMBER = { email: 'bench@leadpulse.test', password: 'bench-bench' };
export const ORG_ID = 'bench-inbox';

const BATCH = 400;
const WIDTH = 3;
const OPEN_SHARE = 0.2; // of all contacts, at least 60 on any scale: more than one page of threads
const MESSAGES_EACH = 4;
const THREADS_WITH_MESSAGES = 60;

/** One organization with one agent who sees everything. */
export async function seedMember(auth: Auth, db: Firestore): Promise<string> {
  const { uid } = await auth.createUser({ ...MEMBER, displayName: 'Bench Agent' });
  const now = Timestamp.now();
  await db.doc(`orgs/${ORG_ID}`).set({
    name: 'Bench',
    timeZone: 'America/New_York',
    postalAddress: '1 Main Street',
    defaultCountry: 'US',
    settings: DEFAULT_SETTINGS,
    access: {
      status: 'trialing',
      planId: null,
      trialEndsAt: Timestamp.fromMillis(now.toMillis() + TRIAL_DAYS * DAY_MS),
      currentPeriodEnd: null,
      cancelAtPeriodEnd: false,
    },
    createdAt: now,
  });
  await db.doc(`orgs/${ORG_ID}/members/${uid}`).set({
    role: 'agent',
    sees: 'everything',
    displayName: 'Bench Agent',
    email: MEMBER.email,
    joinedAt: now,
  });
  await db.doc(`users/${uid}`).set({
    displayName: 'Bench Agent',
    email: MEMBER.email,
    preferences: { productEmails: true, promotionalEmails: false, telemetry: false, cookies: 'necessary' },
    acceptedPolicy: { version: POLICY_VERSION, at: now },
    orgs: { [ORG_ID]: { name: 'Bench', role: 'agent', sees: 'everything', timeZone: 'America/New_York' } },
  });
  return uid;
}

/** Writes the contacts numbered `from` up to `to`; the first threads have messages in them. */
export async function seedContacts(db: Firestore, from: number, to: number): Promise<void> {
  const batches = Array.from(
    { length: Math.ceil((to - from) / BATCH) },
    (_, at) => from + at * BATCH,
  ).values();
  const lane = async (): Promise<void> => {
    for (const first of batches) await writeBatch(db, first, Math.min(first + BATCH, to));
  };
  await Promise.all(Array.from({ length: WIDTH }, lane));
}

async function writeBatch(db: Firestore, from: number, to: number): Promise<void> {
  const batch = db.batch();
  for (let at = from; at < to; at++) {
    const ref = db.doc(`orgs/${ORG_ID}/contacts/c${at}`);
    batch.create(ref, contact(at));
    if (at < THREADS_WITH_MESSAGES) {
      for (let turn = 0; turn < MESSAGES_EACH; turn++)
        batch.create(ref.collection('messages').doc(`in_${turn}`), inbound(at, turn));
    }
  }
  await batch.commit();
}

const EPOCH = Timestamp.now().toMillis();

function contact(at: number): Contact {
  const isOpen = at < 60 || at % (1 / OPEN_SHARE) === 0;
  const lastAt = Timestamp.fromMillis(EPOCH - at * 60_000);
  const name = `Lead Number${at}`;
  return {
    name,
    nameKey: name.toLowerCase(),
    company: 'Company',
    emails: [`lead${at}@example.com`],
    phones: [`+1500${String(1_000_000 + at)}`],
    tags: ['bench'],
    stage: 'new',
    assigneeUid: null,
    source: 'import',
    custom: {},
    inbox: { status: isOpen ? 'open' : 'closed', unread: 1, snoozedUntil: null },
    optOut: { sms: false, email: false },
    lastMessage: {
      messageId: 'in_0',
      at: lastAt,
      channel: 'sms',
      direction: 'in',
      preview: 'Is it still available?',
    },
    lastInboundAt: lastAt,
    waitingSince: lastAt,
    search: ['lead', `number${at}`],
    duplicateOf: null,
    timeZone: null,
    createdAt: lastAt,
    createdBy: 'inbound',
  };
}

function inbound(at: number, turn: number): Record<string, unknown> {
  return {
    channel: 'sms',
    direction: 'in',
    accountId: 'none',
    from: `+1500${String(1_000_000 + at)}`,
    to: '+15005550000',
    body: 'Is it still available?',
    state: 'received',
    at: Timestamp.fromMillis(EPOCH - at * 60_000 - turn * 1000),
    providerId: `bench-${at}-${turn}`,
  };
}
