import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot, ROOT, WORLDS } from './places.js';

const BUILDS = join(WORLDS, 'build');
const WEB_SOURCES = ['web', 'model/src', 'policy/src', 'package-lock.json', 'tsconfig.base.json'];
const SKIPPED = new Set(['node_modules', 'dist']); // not 'lib': web/src/lib is source

/** Builds the SPA for the emulators unless nothing has changed since the last time; undefined before web/ exists. */
export async function buildWeb(log: (line: string) => void): Promise<string | undefined> {
  if (!existsSync(inRoot('web/src/main.tsx'))) return undefined;
  const outDir = join(BUILDS, 'web');
  const stamp = join(BUILDS, 'web.stamp');
  const state = stateOf(WEB_SOURCES);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === state && existsSync(join(outDir, 'index.html'))) {
    log('the site is up to date');
    return outDir;
  }
  log('building the site');
  const vite = inRoot('node_modules/vite/bin/vite.js');
  await run([vite, 'build', '--outDir', outDir, '--emptyOutDir', '--logLevel', 'warn'], inRoot('web'), {
    VITE_EMULATORS: '1',
  });
  mkdirSync(BUILDS, { recursive: true });
  writeFileSync(stamp, state);
  return outDir;
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
