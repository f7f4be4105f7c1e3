/** Format, types, lint, boundaries, dead code: each by name with its time; all run even if one fails. */
import { spawn } from 'node:child_process';
import { ensureDependencies, failWith, insistOn, judgeNode, ROOT } from './prerequisites.mjs';

/** The site's build, which knip reads, wants to know for which world. */
const ENVIRONMENT = { ...process.env, VITE_EMULATORS: '1' };
const FOLDERS = ['model', 'policy', 'functions', 'web', 'local', 'tests'];
const WIDTH = 2;

/** @type {[string, string[]][]} */
const STEPS = [
  ['lint', ['oxlint/bin/oxlint', '--type-aware', '--report-unused-disable-directives', '--deny-warnings']],
  ['format', ['oxfmt/bin/oxfmt', '--check', '.']],
  ['types', ['typescript7/bin/tsc', '-b']],
  ['boundaries', ['dependency-cruiser/bin/dependency-cruise.mjs', ...FOLDERS]],
  ['unused code', ['knip/bin/knip.js']],
  ['unused in production', ['knip/bin/knip.js', '--production']],
];

/** Runs every step; answers how many passed and failed. */
export async function runChecks() {
  const result = { passed: 0, failed: 0 };
  const waiting = [...STEPS];
  const work = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      result[(await passes(step)) ? 'passed' : 'failed'] += 1;
    }
  };
  await Promise.all(Array.from({ length: WIDTH }, work));
  return result;
}

/** @param {[string, string[]]} step */
async function passes([name, [script, ...args]]) {
  const began = Date.now();
  const { code, output } = await run([`${ROOT}/node_modules/${script}`, ...args]);
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  process.stdout.write(`  ${code === 0 ? '✓' : '✗'} ${name.padEnd(22)} ${seconds.padStart(5)} s\n`);
  if (code !== 0) process.stdout.write(`${output.trim()}\n\n`);
  return code === 0;
}

/** @param {string[]} args @returns {Promise<{ code: number | null, output: string }>} */
function run(args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      env: ENVIRONMENT,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (/** @type {Buffer} */ chunk) => (output += chunk));
    child.stderr.on('data', (/** @type {Buffer} */ chunk) => (output += chunk));
    child.once('close', (code) => resolve({ code, output }));
  });
}

if (process.argv[1] === import.meta.filename) {
  insistOn([judgeNode(process.versions.node)]);
  try {
    ensureDependencies();
    const { failed } = await runChecks();
    process.exitCode = failed === 0 ? 0 : 1;
  } catch (error) {
    failWith(error);
  }
}
