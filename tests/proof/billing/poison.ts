import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { worldDirectory } from '../worldEnvironment.js';
import { eventually } from '../../../local/worldClient.js';
import { purchase, recordOf } from './scenes.js';
import { deliver, stripeControl } from './stripeSide.js';

const MOST_TRIES = 8;
const HEALED = MOST_TRIES + 1; // parked once more by a delivery that comes all the same

/**
 * What Stripe says of a customer cannot be read: the event fails so often, then it is put aside with an alert, and stays so.
 * Sent again when we have learned to read it, it is applied.
 */
export async function poison(): Promise<string[]> {
  const scene = await purchase();
  const { event, payer } = scene;
  const customer = { customer: payer.customerId };
  const path = '/v1/subscriptions';
  await stripeControl().failNext({ method: 'GET', path, ...customer, how: 'garble', times: HEALED });
  const statuses: string[] = [];
  for (let attempt = 1; attempt <= HEALED; attempt += 1) {
    const { status, outcome } = await deliver(event);
    statuses.push(`${status} ${outcome}`);
  }
  const expected = [...Array<string>(MOST_TRIES - 1).fill('500 internal'), '200 parked', '200 parked'];
  const faults = expected.join() === statuses.join() ? [] : [`it was answered ${statuses.join(', ')}`];
  const record = await recordOf(event);
  if (record?.outcome !== 'parked' || record.tries !== HEALED || record.orgId !== payer.orgId)
    faults.push(`it is recorded as ${JSON.stringify(record)}`);
  await isAlerted(event.id);
  const healed = await deliver(event);
  if (healed.outcome !== 'applied') faults.push(`readable again, it was answered ${healed.outcome}`);
  if ((await recordOf(event))?.outcome !== 'applied')
    faults.push('readable again, it is not recorded as applied');
  return [...faults, ...(await scene.faults())];
}

async function isAlerted(eventId: string): Promise<true> {
  const isTold = (line: string): boolean =>
    line.includes('ALERT: a Stripe event is parked') && line.includes(eventId);
  return eventually(
    () => Promise.resolve(functionLog().split('\n').some(isTold) || undefined),
    'The log has no alert for the parked event',
  );
}

/** What the functions of the world have logged so far. */
function functionLog(): string {
  return readFileSync(join(worldDirectory(), 'emulators.log'), 'utf8');
}
