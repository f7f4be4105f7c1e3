import { startWorld } from '../../local/world.js';
import { say } from '../bench/report.js';
import { mutateRules } from './mutation.js';

const BASE = 5500;
const TELL_EVERY_MS = 10_000;

/** `npm run mutate:rules`: a mutant that survives is a missing test, or goes into equivalents.json with its reason. */
async function main(): Promise<number> {
  const began = Date.now();
  let told = began;
  const result = await mutateRules({
    log: (line) => {
      if (Date.now() - told < TELL_EVERY_MS) return;
      told = Date.now();
      say(`  ${line}`);
    },
  });
  for (const id of result.survivors) say(`SURVIVED ${id}`);
  for (const id of result.stale) say(`NO SUCH MUTANT ${id}`);
  const { total, killed, equivalent } = result;
  say(`${total} mutants: ${killed} killed, ${equivalent} equivalent, ${result.survivors.length} survived`);
  say(`${Math.round((Date.now() - began) / 1000)} s`);
  return result.survivors.length + result.stale.length;
}

process.env.WORLD_BASE ??= String(BASE);
const isOurs = process.env.WORLD_BASE === String(BASE); // or one that runs already
const world = isOurs
  ? await startWorld({ name: 'mutate', base: BASE, parts: [], fresh: true, log: say })
  : undefined;
try {
  process.exitCode = (await main()) === 0 ? 0 : 1;
} finally {
  await world?.stop();
}
process.exit();
