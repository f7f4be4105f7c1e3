import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { DEFAULT_SETTINGS } from '@leadpulse/model';
import type { World } from '../../../local/world.js';
import { adminDb, fireSchedule } from '../../../local/worldClient.js';
import { silentContact } from '../../proof/contactData.js';
import type { Practice } from '../../proof/practice.js';
import { runChild } from '../childProcess.js';
import { costOf, EMPTY, plus, type Account, type Ledger } from '../counting/ledger.js';
import { microDollars } from '../counting/operations.js';
import { absolute, round, say, type Metric } from '../report.js';
import type { Letter } from './composer.child.js';

const WARM_UP = 16;
const MESSAGES = 200;
const UNDO_SECONDS = DEFAULT_SETTINGS.undoSendSeconds;
const TARGET = 3.3;
const BARE_FLOOR = 2.2; // anchors.md: conditional update as the claim, no lease, no sweeper
const POPULAR_EXTENSION = 5.5; // anchors.md: firestore-send-email 0.2.8, 4 R + 3 W + 4 inv
const SERVER_PATH = ['onMessageRequested', 'sendMessage', 'sweepMessages'];
const LIMIT_MS = 300_000;

interface Setting {
  world: World;
  practice: Practice;
  ledger: Ledger;
}

/** What one message bills, half of them texts and half of them mails, each with its undo window. */
export async function measureCost(setting: Setting): Promise<Metric[]> {
  await sendAll(setting, 0, WARM_UP);
  await settled(setting.ledger);
  setting.ledger.empty();
  const began = Date.now();
  const composer = await sendAll(setting, WARM_UP, MESSAGES);
  const minutes = Math.ceil((Date.now() - began) / 60_000);
  for (let minute = 0; minute < minutes; minute++) await fireSchedule('sweepMessages'); // as its schedule would have
  await settled(setting.ledger);
  const accounts = setting.ledger.byFunction();
  for (const [name, account] of accounts) say(`  ${name}: ${perMessage(account)}`);
  const byTask = accounts.get('sendMessage')?.invocations ?? 0;
  if (byTask < MESSAGES)
    say(`  ${MESSAGES - byTask} messages came so late that their trigger sent them: too busy here`);
  const server = SERVER_PATH.map((name) => accounts.get(name) ?? EMPTY).reduce(plus, EMPTY);
  const composed = microDollars({ reads: composer.reads, writes: composer.writes, deletes: 0 }, 0);
  say(
    `  the composer's batch: ${composer.writes} W + ${composer.reads} R by the rules = ${round(composed)} micro-dollars`,
  );
  const figures = { unit: 'micro-dollars', against: POPULAR_EXTENSION, other: BARE_FLOOR };
  return [
    absolute({
      name: 'a message through trigger, gate, undo window, lease and sweeper',
      ...figures,
      ours: costOf(server) / MESSAGES,
      target: TARGET,
    }),
  ];
}

function perMessage(account: Account): string {
  const { reads, writes, deletes, invocations } = account;
  const share = (count: number): number => round(count / MESSAGES);
  return `${share(reads)} R + ${share(writes)} W + ${share(deletes)} D + ${share(invocations)} inv = ${round(costOf(account) / MESSAGES)} micro-dollars a message`;
}

/** Sends by the SPA's own code and waits until every message is on its way. */
async function sendAll(
  { world, practice }: Setting,
  from: number,
  count: number,
): Promise<{ writes: number; reads: number }> {
  const letters = await Promise.all(Array.from({ length: count }, (_, at) => prepare(practice, from + at)));
  const file = join(world.dir, 'letters.json');
  writeFileSync(file, JSON.stringify(letters));
  const args = [String(world.ports.hosting), practice.email, practice.password, file];
  const cost = await runChild<{ writes: number; reads: number }>('messages/composer.child.ts', args);
  const deadline = Date.now() + LIMIT_MS;
  while ((await openMessages(practice.orgId)) > 0) {
    if (Date.now() > deadline) throw new Error('Messages of the bench were not sent in time.');
    await wait(250);
  }
  return cost;
}

async function openMessages(orgId: string): Promise<number> {
  const messages = adminDb()
    .collectionGroup('messages')
    .where('state', 'in', ['requested', 'scheduled', 'sending']);
  const found = await messages.select().get();
  return found.docs.filter(({ ref }) => ref.path.startsWith(`orgs/${orgId}/`)).length;
}

async function prepare({ orgId, uid, senders }: Practice, number: number): Promise<Letter> {
  const contactId = `bench${number}`;
  const contact = silentContact(number);
  await adminDb().doc(`orgs/${orgId}/contacts/${contactId}`).set(contact);
  const kind = number % 2 === 0 ? 'sandbox' : 'smtp';
  const isText = kind === 'sandbox';
  const { accountId, address } = senders[kind];
  return {
    place: { orgId, contactId, uid },
    outgoing: {
      channel: isText ? 'sms' : 'email',
      accountId,
      from: address,
      to: (isText ? contact.phones[0] : contact.emails[0]) ?? '',
      subject: isText ? '' : `About your request ${number}`,
      body: `Thank you for asking, here is answer ${number}.`,
      references: [],
      undoSeconds: UNDO_SECONDS,
      sendAt: null,
    },
  };
}

/** Waits until the workers write no more: the provider's receipts come a moment later. */
export async function settled(ledger: Ledger): Promise<void> {
  let before = -1;
  let now = ledger.entries().length;
  while (now !== before) {
    await wait(1500);
    before = now;
    now = ledger.entries().length;
  }
}
