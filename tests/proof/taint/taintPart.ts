import pLimit from 'p-limit';
import { fireSchedule, adminDb, eventually } from '../../../local/worldClient.js';
import { workAtBrowser } from './atBrowser.js';
import { noteConsents, textByTwilio } from './consents.js';
import type { Found, Place } from './finder.js';
import { find } from './finder.js';
import { smuggle, tellCounts } from './hostile.js';
import type { House } from './house.js';
import { openHouse } from './house.js';
import { workInside } from './inside.js';
import type { Observation } from './observers.js';
import { belongings, observe } from './observers.js';
import { comeFromOutside } from './outside.js';
import { openMailHouse } from '../../mailHouse/mailHouse.js';
import type { MailHouse } from '../../mailHouse/mailHouse.js';
import { useGmail, useMailbox } from './mailboxes.js';
import type { Taint } from './taints.js';

const LANES = 2; // each in a house of its own
const ROUNDS = 20;
const LEAST = 2_000;
const SENT = ['sent', 'delivered', 'failed', 'blocked'];
const SCHEDULES = [
  'sweepMessages',
  'sweepTelemetry',
  'tallyMessages',
  'rollUpUsage',
  'meterUse',
  'advanceBilling',
];

export interface TaintReport {
  taints: number;
  /** Strings that stood where nothing that was typed may stand. */
  found: Found[];
  /** Strings that the product was to keep or to send on, and that were found nowhere: they proved nothing. */
  lost: Taint[];
  /** Strings that a hostile member tried to leave in telemetry, and those that got in. */
  tried: number;
  smuggled: string[];
  batches: number;
}

/** What may act in a house besides callables, rules and webhooks: a person at a browser; and where nothing of it may stand. */
type Act = (house: House) => Promise<Place[]>;

/** Fills so many organizations with strings of no other origin through every door, and looks for them where none belongs. */
export async function taint(
  rounds: number,
  schedules: readonly string[],
  further: Act = () => Promise.resolve([]),
): Promise<TaintReport> {
  const observation = await observe();
  const mailHouse = await openMailHouse();
  const houses: House[] = [];
  const smuggled: string[] = [];
  await pLimit(LANES).map(Array.from({ length: rounds }), async () => {
    const house = await openHouse();
    houses.push(house);
    const leads = await workInside(house);
    await comeFromOutside(house, leads);
    await noteConsents(house, leads.slice(2));
    await textByTwilio(house, leads[5]!);
    await useGmail(house, leads[5]!);
    await useMailbox(house, mailHouse, leads[5]!);
    await tellCounts(house, { 'note.add': 4, 'message.sendText': 4 });
    smuggled.push(
      ...(await smuggle(
        house,
        house.taints.all.map(({ text }) => text),
      )),
    );
    await settled(house);
  });
  const [first] = houses;
  const seen = first ? await further(first) : [];
  for (const name of schedules) await fireSchedule(name);
  const report = await look(houses, observation, { seen, mailHouse });
  observation.end();
  await Promise.all([mailHouse.stop(), ...houses.map(({ close }) => close())]);
  return { ...report, smuggled, batches: observation.batches() };
}

/** Every message that was to go now has gone. */
async function settled({ orgId }: House): Promise<void> {
  const { docs } = await adminDb().collection(`orgs/${orgId}/contacts`).select().get();
  await eventually(
    async () => {
      const messages = await Promise.all(docs.map(({ ref }) => ref.collection('messages').get()));
      const waiting = messages
        .flatMap(({ docs: found }) => found)
        .filter((doc) => doc.get('direction') === 'out' && !doc.get('sendAt'))
        .filter((doc) => !SENT.includes(String(doc.get('state'))));
      return waiting.length === 0 ? true : undefined;
    },
    'The messages did not go',
    30_000,
  );
}

async function look(
  houses: readonly House[],
  observation: Observation,
  { seen, mailHouse }: { seen: readonly Place[]; mailHouse: MailHouse },
): Promise<Pick<TaintReport, 'taints' | 'found' | 'lost' | 'tried'>> {
  const all = houses.flatMap(({ taints }) => taints.all);
  const told = new Set(houses.flatMap(({ stripeMayHave }) => stripeMayHave));
  const atStripe = find(all, [await observation.stripe()]).filter(({ taint: { text } }) => !told.has(text));
  const found = [...find(all, [...seen, ...(await observation.silent(houses))]), ...atStripe];
  const arrived = new Set(find(all, await belongings(houses, mailHouse)).map((each) => each.taint));
  const lost = all.filter((each) => each.isKept && !arrived.has(each));
  return { taints: all.length, found, lost, tried: all.length };
}

/** The part of reports/proof.json about what was typed. */
export async function proveTaint(
  log: (line: string) => void,
): Promise<{ part: { taints: number; found: number }; kept: boolean }> {
  const report = await taint(ROUNDS, SCHEDULES, workAtBrowser);
  const { taints, found, lost, smuggled, tried, batches } = report;
  log(
    `${taints} strings, ${tried} tried on telemetry, ${batches} batches seen: ${found.length} found, ${lost.length} lost`,
  );
  for (const line of tellFound(report)) log(line);
  const kept = found.length + lost.length + smuggled.length === 0 && taints >= LEAST && batches >= ROUNDS;
  return { part: { taints, found: found.length + smuggled.length }, kept };
}

/** In words, for who has to mend it. */
export function tellFound({ found, lost, smuggled }: TaintReport): string[] {
  return [
    ...found.map(
      ({ taint: { kind, where, text }, place }) => `${kind} from ${where} stands in ${place}: ${text}`,
    ),
    ...lost.map(({ kind, where, text }) => `${kind} from ${where} arrived nowhere: ${text}`),
    ...smuggled.map((text) => `got into telemetry: ${text}`),
  ];
}
