import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot, ROOT, WORLDS } from './places.js';

const BUILDS = join(WORLDS, 'build');
const WEB_SOURCES = [
  'web',
  'model/src',
  'policy/src',
  'docs/security.json',
  'package-lock.json',
  'tsconfig.base.json',
];
const KEPT_MS = 24 * 60 * 60_000;
const SKIPPED = new Set(['node_modules', 'dist']); // not 'lib': web/src/lib is source

/** Builds the SPA for the emulators unless this very state is built already; undefined before web/ exists. */
export async function buildWeb(log: (line: string) => void): Promise<string | undefined> {
  if (!existsSync(inRoot('web/src/main.tsx'))) return undefined;
  const outDir = join(BUILDS, `web-${stateOf(WEB_SOURCES).slice(0, 12)}`);
  if (existsSync(outDir)) {
    log('the site is up to date');
    return outDir;
  }
  log('building the site');
  const vite = inRoot('node_modules/vite/bin/vite.js');
  const unfinished = `${outDir}-${process.pid}`;
  await run([vite, 'build', '--outDir', unfinished, '--logLevel', 'warn'], inRoot('web'), {
    VITE_EMULATORS: '1',
  });
  removeOldBuilds();
  if (existsSync(outDir)) rmSync(unfinished, { recursive: true }); // somebody else built the same meanwhile
  else renameSync(unfinished, outDir);
  return outDir;
}

/** An older build may be just what another world copies; one of yesterday is not. */
function removeOldBuilds(): void {
  const names = existsSync(BUILDS) ? readdirSync(BUILDS) : [];
  for (const path of names.map((name) => join(BUILDS, name))) {
    if (Date.now() - statSync(path).mtimeMs > KEPT_MS) rmSync(path, { recursive: true });
  }
}

/** Bundles the functions into `outDir`; false before functions/src/index.ts exists. */
export async function buildFunctions(outDir: string, log: (line: string) => void): Promise<boolean> {
  if (!existsSync(inRoot('functions/src/index.ts'))) return false;
  log('bundling the functions');
  await run([inRoot('functions/esbuild.mjs'), outDir], ROOT, {});
  return true;
}

/** One hash over path, size and time of every source file: equal means nothing to build. */
function stateOf(sources: string[]): string {
  const hash = createHash('sha256');
  const visit = (path: string): void => {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats?.isDirectory()) {
      const names = readdirSync(path).filter((name) => !SKIPPED.has(name));
      for (const name of names.sort()) visit(join(path, name));
    } else if (stats) {
      hash.update(`${path} ${stats.size} ${stats.mtimeMs}\n`);
    }
  };
  for (const source of sources) visit(inRoot(source));
  return hash.digest('hex');
}

async function run(args: string[], cwd: string, env: Record<string, string>): Promise<void> {
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`The build failed (${args.join(' ')}):\n${output.trim()}`);
}
