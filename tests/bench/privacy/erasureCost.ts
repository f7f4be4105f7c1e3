import { eraseContactContract, eraseMyAccountContract } from '@leadpulse/model';
import { Timestamp } from 'firebase-admin/firestore';
import { setTimeout as wait } from 'node:timers/promises';
import { adminDb } from '../../../local/worldClient.js';
import { signIn } from '../../functions/tenant.js';
import { accountRequest, contactRequest, receiptOf } from '../../proof/privacy/finishing.js';
import { contactScene, personScene } from '../../proof/privacy/scenes.js';
import type { PersonScene } from '../../proof/privacy/scenes.js';
import { tracesOf, wholeDatabase } from '../../proof/privacy/wholeDatabase.js';
import { EMPTY, plus, type Account, type Ledger } from '../counting/ledger.js';
import { absolute, relative, round, say, type Metric } from '../report.js';

const SIZES = [4_000, 40_000] as const;
const TARGET = 2.5;
const SAME = 1.05;
const PERSON_DOCUMENTS = 200; // besides the seat, the page and what else the scene makes
const CONTACT_MESSAGES = 120;
const BATCH = 400;
const FUNCTIONS = ['eraseContact', 'eraseMyAccount', 'runPrivacyJob', 'drivePrivacyJobs'];

/** All billed operations of an erasure for each document that the person owns, in a small database and in a large one. */
export async function measureErasureCost({ ledger }: { ledger: Ledger }): Promise<Metric[]> {
  const found: { person: number; contact: number }[] = [];
  for (const size of SIZES) {
    const documents = await fillTo(size);
    const person = await ofPerson(ledger);
    const contact = await ofContact(ledger);
    say(
      `  ${documents} documents: ${round(person)} operations a document of a person, ${round(contact)} of a lead`,
    );
    found.push({ person, contact });
  }
  const [small, large] = found;
  if (!small || !large) throw new Error('nothing was measured');
  return [
    figure('a person', small.person, large.person),
    figure('a lead', small.contact, large.contact),
    same('a person', small.person, large.person),
    same('a lead', small.contact, large.contact),
  ];
}

function figure(who: string, small: number, large: number): Metric {
  const name = `erasure of ${who}, for each document of theirs, in a database of 40,000`;
  return absolute({ name, unit: 'operations', ours: large, against: small, target: TARGET });
}

function same(who: string, small: number, large: number): Metric {
  const name = `erasure of ${who}, a database of 40,000 against one of 4,000`;
  return relative({ name, unit: 'operations', ours: large, against: small, target: SAME });
}

/** Adds contacts with messages of somebody else until there are so many documents; answers how many there are. */
async function fillTo(size: number): Promise<number> {
  let documents = 0;
  for await (const { path } of wholeDatabase()) documents += path === '' ? 0 : 1;
  const orgId = `bench-crowd-${size}`;
  const at = Timestamp.now();
  while (documents < size) {
    const batch = adminDb().batch();
    for (let n = 0; n < BATCH; n += 1) {
      const contact = adminDb().doc(`orgs/${orgId}/contacts/c${documents + n - ((documents + n) % 20)}`);
      const fields = {
        createdBy: 'crowd',
        assigneeUid: 'crowd',
        requestedBy: 'crowd',
        authorUid: 'crowd',
        at,
      };
      batch.set((documents + n) % 20 === 0 ? contact : contact.collection('messages').doc(`m${n}`), fields);
    }
    await batch.commit();
    documents += BATCH;
  }
  return documents;
}

async function ofPerson(ledger: Ledger): Promise<number> {
  const scene = await personScene();
  await work(scene);
  const owned = (await documentsWith(scene.words)).size;
  ledger.empty();
  const { requestId } = await scene.client.call(eraseMyAccountContract, {
    confirmEmail: scene.person.email,
  });
  await receiptOf(accountRequest(requestId));
  await scene.client.close();
  return (await operations(ledger)) / owned;
}

async function ofContact(ledger: Ledger): Promise<number> {
  const { team, contact, admin, words } = await contactScene(CONTACT_MESSAGES);
  const owned = (await documentsWith(words)).size;
  const client = await signIn(admin);
  ledger.empty();
  const asked = { orgId: team.orgId, contactId: contact.id, suppress: true };
  const { requestId } = await client.call(eraseContactContract, asked);
  await receiptOf(contactRequest(team.orgId, requestId));
  await client.close();
  return (await operations(ledger)) / owned;
}

/** Messages and notes of a few months. */
async function work({ team, person }: PersonScene): Promise<void> {
  const batch = adminDb().batch();
  const at = Timestamp.now();
  for (let n = 0; n < PERSON_DOCUMENTS; n += 1) {
    const contact = team.org.collection('contacts').doc(`w${n % 10}`);
    if (n % 4 === 0)
      batch.set(contact.collection('notes').doc(`n${n}`), { authorUid: person.uid, at, mentions: [] });
    else
      batch.set(contact.collection('messages').doc(`m${n}`), { requestedBy: person.uid, state: 'sent', at });
  }
  await batch.commit();
}

async function documentsWith(words: readonly string[]): Promise<Set<string>> {
  const traces = await tracesOf(words);
  return new Set(traces.map((trace) => trace.split(': ')[0] ?? ''));
}

async function operations(ledger: Ledger): Promise<number> {
  await wait(500); // the workers write their accounts a moment after they are done
  const accounts = ledger.byFunction();
  const all = FUNCTIONS.map((name) => accounts.get(name) ?? EMPTY).reduce<Account>(plus, EMPTY);
  return all.reads + all.writes + all.deletes + all.invocations;
}
