import { readFileSync } from 'node:fs';
import pLimit from 'p-limit';
import { runChecks } from '../local/check.mjs';
import { HOST, portsOf, PROJECT_ID } from '../local/ports.js';
import { inRoot } from '../local/world/places.js';
import { ensureChromium } from './ensureChromium.js';
import { ensureDovecot } from './ensureDovecot.js';
import type { Lanes, MochaRun, Result } from './mochaRun.js';
import { add, runMocha } from './mochaRun.js';

export const BASE = 5400; // the ports of the world that tests play in
/** These ask no function that the crashes kill. */
const PEACEFUL = [
  ['e2e/axe'],
  ['e2e/mail'],
  ['e2e/walk', 'e2e/audit', 'e2e/headers'],
  ['e2e/contacts', 'e2e/signUp', 'e2e/policy'],
  ['acceptInvite', 'acceptPolicy', 'createOrg', 'invites', 'saveContact', 'team'].map(
    (name) => `functions/${name}`,
  ),
];
const LONG_JOURNEYS = ['usageCounts', 'billing', 'gmail', 'mailbox', 'navigation'];
const HANDFUL = 2;
const OURS = ['model', 'policy', 'functions', 'web', 'local'];

export interface Stage {
  name: string;
  needsWorld: boolean;
  after?: string[]; // the stages that have to be through before it begins; what needs none of them plays beside them
  prepare?: () => Promise<unknown>; // begun at once; the stage waits for it
  run: (asked: Asked) => Promise<Result>;
}

export interface Asked {
  stages: string[];
  only: string[]; // parts of file names
  coverage: boolean;
}

interface Specs extends Pick<MochaRun, 'lanes'> {
  timeoutMs: number;
  folders?: string[];
  isWanted?: (file: string, asked: Asked) => boolean;
}

const specs = (name: string, how: Specs): Stage['run'] => {
  const { folders = [name], isWanted = () => true, ...rest } = how;
  const env = { WORLD_BASE: String(BASE) };
  return (asked) =>
    runMocha({
      ...rest,
      name,
      folders: folders.map((folder) => `tests/${folder}`),
      only: asked.only,
      isWanted: (file) => isWanted(file, asked),
      env,
    });
};

const isNamed = (file: string, names: readonly string[]): boolean =>
  names.some((name) => file.endsWith(`/${name}.spec.ts`));

const isPeaceful = (file: string): boolean => isNamed(file, PEACEFUL.flat());

/** What plays with the peaceful ones does not play again; where these are not asked for, it plays in its own stage. */
const isLeft = (file: string, { stages }: Asked): boolean =>
  !stages.includes('peaceful') || !isPeaceful(file);

/** These look at every organization there is, one query each, and a query of the emulator reads the whole database. */
const COUNTING = ["'meterUse'", "'tallyMessages'", "'advanceBilling'"];
const OF_MESSAGES = ["'sweepMessages'", "'pollGmail'", "'syncMailboxes'", "'wakeSnoozed'"];

const holds = (file: string, words: readonly string[]): boolean => {
  const text = readFileSync(inRoot(file), 'utf8');
  return words.some((word) => text.includes(word));
};

const firesSchedules = (file: string): boolean => holds(file, ['fireSchedule']);

/** Functions and journeys share them. */
const limit = pLimit(4);

/**
 * A schedule concerns every organization, also those of other specs: those that fire the same play one after the other,
 * and first those that count, while there are few organizations.
 */
const bySchedules: Lanes = {
  limit,
  share: (files) => {
    const counting = files.filter((file) => holds(file, COUNTING));
    const ofMessages = files.filter((file) => holds(file, OF_MESSAGES));
    const others = files.filter((file) => !counting.includes(file) && !ofMessages.includes(file));
    return [[...counting, ...others], ofMessages];
  },
};

const inHalves: Lanes = {
  limit,
  share: (files) => [0, 1].map((rest) => files.filter((_, at) => at % 2 === rest)),
};

/** Those that take long each by itself and first, the others in twos: a mocha takes 2 s to start. */
const byLength: Lanes = {
  limit,
  share: (files) => {
    const isLong = (file: string): boolean => isNamed(file, LONG_JOURNEYS);
    const others = files.filter((file) => !isLong(file));
    const handfuls = Array.from({ length: Math.ceil(others.length / HANDFUL) }, (_, at) =>
      others.slice(at * HANDFUL, (at + 1) * HANDFUL),
    );
    return [...files.filter(isLong).map((file) => [file]), ...handfuls];
  },
};

/** What is killed is always the process of one function: those of billing are no other spec's. */
const byVictim: Lanes = {
  limit: pLimit(2),
  share: (files) => {
    const isOfBilling = (file: string): boolean => file.includes('billing');
    return [files.filter((file) => !isOfBilling(file)), files.filter(isOfBilling)];
  },
};

/** Where it cannot be had, the specs that need it fail by themselves, and only they. */
let dovecot: Promise<unknown> | undefined;
const haveDovecot = (): Promise<unknown> => (dovecot ??= ensureDovecot().catch(() => undefined));
const haveBrowser = async (): Promise<void> => {
  await haveDovecot();
  await ensureChromium();
};

/** A query of the emulator reads all the documents there are, so what earlier stages left would make it slow. */
async function forgetDocuments(): Promise<void> {
  const { firestore } = portsOf(BASE);
  const path = `emulator/v1/projects/${PROJECT_ID}/databases/(default)/documents`;
  const { ok, status } = await fetch(`http://${HOST}:${firestore}/${path}`, { method: 'DELETE' });
  if (!ok) throw new Error(`The documents of earlier stages could not be deleted: ${status}`);
}

let room: Promise<void> | undefined; // made once, by the first that needs it
let schedules: Promise<Result> | undefined; // the specs that fire them

async function playFunctions(asked: Asked): Promise<Result> {
  await (room ??= forgetDocuments());
  const play = (name: string, lanes: Lanes, isWanted: (file: string) => boolean): Promise<Result> => {
    const isMeant = (file: string): boolean => isWanted(file) && isLeft(file, asked);
    return specs(name, { folders: ['functions'], timeoutMs: 60_000, lanes, isWanted: isMeant })(asked);
  };
  schedules = play('schedules', bySchedules, firesSchedules);
  const others = play('functions', inHalves, (file) => !firesSchedules(file));
  return add(await schedules, await others);
}

/** A journey tells of an account or a plan as it stands, and a schedule might move it: journeys wait until none is fired. */
async function playJourneys(asked: Asked): Promise<Result> {
  await (room ??= forgetDocuments());
  await schedules?.catch(() => undefined);
  return specs('e2e', { timeoutMs: 120_000, lanes: byLength, isWanted: isLeft })(asked);
}

export const STAGES: readonly Stage[] = [
  { name: 'check', needsWorld: false, run: runChecks },
  {
    name: 'peaceful',
    needsWorld: true,
    after: ['check'],
    prepare: haveBrowser,
    run: specs('peaceful', {
      folders: ['e2e', 'functions'],
      timeoutMs: 120_000,
      lanes: {
        limit: pLimit(2),
        share: (files) => PEACEFUL.map((names) => files.filter((file) => isNamed(file, names))),
      },
      isWanted: isPeaceful,
    }),
  },
  { name: 'rules', needsWorld: true, after: ['check'], run: specs('rules', { timeoutMs: 30_000 }) },
  {
    name: 'unit',
    needsWorld: false,
    after: ['rules'],
    run: ({ only, coverage }) =>
      runMocha({
        name: 'unit',
        folders: [...OURS, 'tests/proof', 'tests/bench', 'tests/policy'],
        timeoutMs: 10_000,
        only,
        coverage,
      }),
  },
  {
    name: 'crashes', // they kill what the other stages need
    needsWorld: true,
    prepare: haveDovecot,
    run: specs('crashes', { timeoutMs: 60_000, lanes: byVictim }),
  },
  {
    name: 'functions',
    needsWorld: true,
    after: ['crashes', 'peaceful'],
    prepare: haveDovecot,
    run: playFunctions,
  },
  {
    name: 'e2e',
    needsWorld: true,
    after: ['crashes', 'peaceful'],
    prepare: haveBrowser,
    run: playJourneys,
  },
];
