import { z } from 'zod';
import type { Ports } from '../ports.js';
import { HOST, PROJECT_ID, REGION } from '../ports.js';

const backendsSchema = z.object({
  backends: z.array(
    z.object({ functionTriggers: z.array(z.object({ name: z.string(), schedule: z.unknown() })) }),
  ),
});

/** The names of the functions of this world that run on a schedule. */
export async function scheduledFunctions(ports: Ports): Promise<string[]> {
  const answer = await fetch(`http://${HOST}:${ports.functions}/backends`);
  const { backends } = backendsSchema.parse(await answer.json());
  const triggers = backends.flatMap((backend) => backend.functionTriggers);
  return triggers.filter(({ schedule }) => schedule).map(({ name }) => name);
}

/**
 * Runs a scheduled function now and settles when the run is over; fails as it failed. It asks the functions emulator
 * directly: a publish to the schedule's topic (`firebase-schedule-<name>`) starts the same run but tells no end.
 */
export async function fireScheduleOf(ports: Ports, name: string): Promise<void> {
  const response = await post(ports, await triggerKeyOf(ports, name), name);
  const answer = await response.text();
  if (!response.ok) throw new Error(`${name} answered ${response.status} ${answer}`);
}

/** The emulator counts a trigger's key up whenever triggers were switched off and on; asked for none it lists all. */
async function triggerKeyOf(ports: Ports, name: string): Promise<string> {
  const listing = await (await post(ports, 'none', name)).text();
  const keys = listing.match(new RegExp(`\\b${REGION}-${name}-\\d+`, 'g')) ?? [];
  const generationOf = (key: string): number => Number(key.split('-').at(-1));
  const [newest] = keys.sort((a, b) => generationOf(b) - generationOf(a));
  if (newest === undefined) throw new Error(`There is no scheduled function ${name}: ${listing}`);
  return newest;
}

function post(ports: Ports, triggerKey: string, name: string): Promise<Response> {
  return fetch(`http://${HOST}:${ports.functions}/functions/projects/${PROJECT_ID}/triggers/${triggerKey}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-cloudscheduler-jobname': name },
    body: '{}',
  });
}
