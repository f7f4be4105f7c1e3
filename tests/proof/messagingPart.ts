import { runKillMatrix } from './killMatrix.js';
import type { MailHouse } from '../mailHouse/mailHouse.js';
import { openMailHouse } from '../mailHouse/mailHouse.js';
import { furnish } from './fullPractice.js';
import type { Practice } from './practice.js';
import { deliverThrice } from './redelivery.js';
import type { Verdict } from './verdict.js';

const REPEATS = 5;
const MESSAGES = 1000;
const WIDTH = 8;

interface Stage {
  practice: Practice;
  faultsDir: string;
  leaseSeconds: number;
}

interface MessagingPart extends Verdict {
  killPoints: number;
  kills: number;
  needlesslyUncertain: number;
  redelivered: number;
}

/** The sender dies at each point, on each channel; then 1,000 messages whose every event comes three times. */
export async function proveMessaging(
  stage: Stage,
  log: (line: string) => void,
): Promise<{ part: MessagingPart; kept: boolean }> {
  const house = await openMailHouse();
  try {
    return await proveAt(house, stage, log);
  } finally {
    await house.stop();
  }
}

async function proveAt(
  house: MailHouse,
  stage: Stage,
  log: (line: string) => void,
): Promise<{ part: MessagingPart; kept: boolean }> {
  const practice = await furnish(stage.practice, house);
  const kills = await runKillMatrix({ ...stage, practice, repeats: REPEATS, log });
  for (const { killing, outcome } of kills.outcomes) {
    if (outcome.state === 'sent' || outcome.state === 'delivered') continue;
    log(`${killing.point} on ${killing.channel}: ${outcome.state}, the provider has ${outcome.accepted}`);
  }
  const again = await deliverThrice({ practice, count: MESSAGES, width: WIDTH, log });
  const part = {
    killPoints: kills.killPoints,
    kills: kills.kills,
    ...sumOf(kills, again),
    needlesslyUncertain: kills.needlesslyUncertain,
    redelivered: kills.redelivered + again.redelivered,
  };
  const kept = isKept(kills) && isKept(again) && kills.needlesslyUncertain === 0 && again.uncertain === 0;
  return { part, kept };
}

function sumOf(a: Verdict, b: Verdict): Verdict {
  return {
    requested: a.requested + b.requested,
    lost: a.lost + b.lost,
    stuck: a.stuck + b.stuck,
    doubled: a.doubled + b.doubled,
    falseStatus: a.falseStatus + b.falseStatus,
    uncertain: a.uncertain + b.uncertain,
  };
}

function isKept({ lost, stuck, doubled, falseStatus }: Verdict): boolean {
  return lost + stuck + doubled + falseStatus === 0;
}
