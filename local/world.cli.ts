import { parseArgs } from 'node:util';
import { readBase } from './ports.js';
import { startWorld } from './world.js';
import type { Part } from './world/parts.js';
import { PARTS } from './world/parts.js';

const USAGE = `npx tsx local/world.cli.ts --name NAME --base PORT [--without PART]... [--keep] [--fresh]
parts: ${PARTS.join(', ')}`;

/** Runs one world for development until Ctrl-C. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      name: { type: 'string' },
      base: { type: 'string' },
      without: { type: 'string', multiple: true, default: [] },
      keep: { type: 'boolean', default: false },
      fresh: { type: 'boolean', default: false },
    },
  });
  if (!values.name || !values.base) throw new Error(USAGE);
  const without = new Set(values.without.flatMap((part) => part.split(',')));
  const unknown = [...without].filter((part) => !PARTS.includes(part as Part));
  if (unknown.length > 0) throw new Error(`Unknown part: ${unknown.join(', ')}\n${USAGE}`);
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const began = Date.now();
  const world = await startWorld({
    name: values.name,
    base: readBase(values.base),
    parts: PARTS.filter((part) => !without.has(part)),
    keepData: values.keep,
    fresh: values.fresh,
    log: say,
  });
  say(`ready after ${((Date.now() - began) / 1000).toFixed(1)} s: ${world.siteUrl} (Ctrl-C stops it)`);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void world.stop());
  await world.ended;
  await world.stop();
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
