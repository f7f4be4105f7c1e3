import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pLimit from 'p-limit';
import type { FaultName } from '../../../functions/src/platform/faultPoint.js';
import { worldEnvironment } from '../worldEnvironment.js';
import type { Scene } from './scenes.js';
import { dispute, nobodys, olderInvoice, purchase, unhandled } from './scenes.js';
import type { Told } from './stripeSide.js';
import { deliver, isTaken, stripeControl } from './stripeSide.js';

type SceneMaker = () => Promise<Scene>;

interface Crash {
  name: string;
  scene: SceneMaker;
  /** Makes the next delivery fail; answers whether it has struck. */
  order: (scene: Scene) => Promise<() => boolean>;
  isAlone: boolean; // a kill takes along what else the process serves
}

export interface CrashesReport {
  crashPoints: number;
  wrongCrashes: number;
  falseAcks: number;
  faults: string[];
}

const MOST_RETRIES = 6;
const PAUSE_MS = 300; // doubled each time, as Stripe's are longer and longer; a killed process takes a moment to be replaced
const POINTS = [
  'billing-before-read',
  'billing-before-fetch',
  'billing-after-fetch',
  'billing-before-commit',
  'billing-after-commit',
  'billing-before-answer',
] as const satisfies readonly FaultName[];

/** As the database fails: away, in another's way, too busy; and after the commit, so that nobody knows whether it was made. */
const COMMIT_CODES = { 'billing-before-commit': [14, 10, 8], 'billing-after-commit': [14, 4, 13] } as const;

const CALLS: [path: string, scene: SceneMaker][] = [
  ['/v1/subscriptions', purchase],
  ['/v1/invoices', olderInvoice],
  ['/v1/charges', dispute],
];
const FAILURES = [
  { how: 'answer', status: 500, times: 1 },
  { how: 'answer', status: 429, times: 1 },
  { how: 'hang', status: 500, times: 1 },
  { how: 'reset', status: 500, times: 2 }, // the client asks once more by itself
] as const;

/** Where a webhook can fail: our own code, the process, the database, Stripe. */
export function allCrashes(): Crash[] {
  const commits = Object.entries(COMMIT_CODES).flatMap(([point, codes]) =>
    codes.map((code) => atPoint(point as FaultName, purchase, `throw:${code}`)),
  );
  const recorded = [unhandled, nobodys].flatMap((scene) =>
    ['throw', 'throw:14', 'kill'].map((how) => atPoint('billing-before-record', scene, how)),
  );
  return [
    ...POINTS.map((point) => atPoint(point, purchase, 'throw')),
    ...POINTS.map((point) => atPoint(point, purchase, 'kill')),
    ...commits,
    ...recorded,
    ...CALLS.flatMap(([path, scene]) => FAILURES.map((failure) => atStripe(path, scene, failure))),
  ];
}

function atPoint(point: FaultName, scene: SceneMaker, how: string): Crash {
  return {
    name: `${how} at ${point} (${scene.name})`,
    scene,
    order: ({ event }) => {
      const { faultsDir } = worldEnvironment();
      mkdirSync(faultsDir, { recursive: true });
      const file = join(faultsDir, `${point}-${event.id}`);
      writeFileSync(file, how);
      return Promise.resolve(() => !existsSync(file));
    },
    isAlone: how === 'kill',
  };
}

function atStripe(path: string, scene: SceneMaker, failure: (typeof FAILURES)[number]): Crash {
  const { how, status } = failure;
  return {
    name: `${how === 'answer' ? status : how} at ${path}`,
    scene,
    order: async ({ payer, event }) => {
      const whose = path === '/v1/charges' ? { path: chargeOf(event) } : { path, customer: payer.customerId };
      await stripeControl().failNext({ method: 'GET', ...failure, ...whose });
      return () => true; // a delivery that is taken at once tells that it was not met
    },
    isAlone: false,
  };
}

function chargeOf({ payload }: Told): string {
  const { data } = JSON.parse(payload) as { data: { object: { charge: string } } };
  return `/v1/charges/${data.object.charge}`;
}

/** Lets the first delivery fail in each way there is, then delivers again as Stripe does. */
export async function crash(crashes: readonly Crash[], width: number): Promise<CrashesReport> {
  const report: CrashesReport = { crashPoints: crashes.length, wrongCrashes: 0, falseAcks: 0, faults: [] };
  const strike = async (one: Crash): Promise<void> => {
    const { faults, falseAcks } = await survive(one);
    report.falseAcks += falseAcks;
    if (faults.length > 0) report.wrongCrashes += 1;
    report.faults.push(...faults.map((fault) => `${one.name}: ${fault}`));
  };
  await pLimit(width).map(
    crashes.filter(({ isAlone }) => !isAlone),
    strike,
  );
  for (const one of crashes.filter(({ isAlone }) => isAlone)) await strike(one);
  return report;
}

async function survive({ scene: make, order }: Crash): Promise<{ faults: string[]; falseAcks: number }> {
  const scene = await make();
  const hasStruck = await order(scene);
  const faults: string[] = [];
  let falseAcks = 0;
  let taken = 0;
  for (let attempt = 1; attempt <= MOST_RETRIES && taken < 2; attempt += 1) {
    const answer = await deliver(scene.event);
    if (attempt === 1 && (isTaken(answer) || !hasStruck())) faults.push('nothing failed');
    if (!isTaken(answer)) {
      await wait(PAUSE_MS * 2 ** (attempt - 1));
      continue;
    }
    taken += 1; // once more: what was taken may come again
    const unknown = await scene.faults();
    if (unknown.length > 0) falseAcks += 1;
    faults.push(...unknown);
  }
  return { faults: taken === 2 ? faults : [...faults, 'it was not taken in the end'], falseAcks };
}
