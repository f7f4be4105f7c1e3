import { allCrashes, crash } from './crashes.js';
import { tryEntitlements } from './entitlements.js';
import { liveThrough } from './lives.js';
import { deliverOrders } from './orders.js';
import { poison } from './poison.js';
import { race } from './races.js';
import { stripeControl } from './stripeSide.js';

const ORDERS = 720;
const LIVES = 300;
const RACES = 1000;
const WIDTH = 8;

interface BillingPart {
  orders: number;
  wrongOrders: number;
  races: number;
  wrongRaces: number;
  crashPoints: number;
  wrongCrashes: number;
  falseAcks: number;
  entitlementCases: number;
  wrongEntitlements: number;
}

/** What the product promises about what an organization pays: the `billing` part of reports/proof.json. */
export async function proveBilling(
  log: (line: string) => void,
): Promise<{ part: BillingPart; kept: boolean }> {
  const seed = Math.floor(Date.now() / 1000);
  log(`seed ${seed}`);
  const tell = (what: string, faults: readonly string[]): void => {
    log(what);
    for (const fault of faults.slice(0, 20)) log(fault);
  };
  const orders = await deliverOrders({ count: ORDERS, width: WIDTH, seed });
  tell(`${orders.orders} orders of a purchase: ${orders.wrongOrders} wrong`, orders.faults);
  await stripeControl().reset(); // what was bought before only makes the stand-in slower
  const lives = await liveThrough({ count: LIVES, width: WIDTH, seed });
  tell(
    `${lives.lives} lives, ${lives.deliveries} deliveries, ${lives.mails} mails: ${lives.wrongLives} wrong`,
    lives.faults,
  );
  await stripeControl().reset();
  const races = await race({ count: RACES, width: WIDTH, seed });
  tell(`${races.races} races: ${races.wrongRaces} wrong`, races.faults);
  await stripeControl().reset();
  const crashes = await crash(allCrashes(), WIDTH);
  tell(`${crashes.crashPoints} crashes: ${crashes.wrongCrashes} wrong`, crashes.faults);
  const poisoned = await poison();
  tell('an event that we cannot follow', poisoned);
  const entitlements = tryEntitlements();
  tell(`${entitlements.entitlementCases} entitlements`, entitlements.faults);
  const part: BillingPart = {
    orders: orders.orders + lives.lives,
    wrongOrders: orders.wrongOrders + lives.wrongLives,
    races: races.races,
    wrongRaces: races.wrongRaces,
    crashPoints: crashes.crashPoints + 1,
    wrongCrashes: crashes.wrongCrashes + (poisoned.length > 0 ? 1 : 0),
    falseAcks: orders.falseAcks + lives.falseAcks + crashes.falseAcks,
    entitlementCases: entitlements.entitlementCases,
    wrongEntitlements: entitlements.wrongEntitlements,
  };
  return { part, kept: isKept(part) };
}

function isKept({
  wrongOrders,
  wrongRaces,
  wrongCrashes,
  falseAcks,
  wrongEntitlements,
}: BillingPart): boolean {
  return wrongOrders + wrongRaces + wrongCrashes + falseAcks + wrongEntitlements === 0;
}
