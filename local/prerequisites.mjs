/** What the commands need before anything is installed: plain Node, no packages. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));
const OLDEST_NODE = { major: 20, minor: 19 };
const OLDEST_JAVA = 11;

/**
 * @typedef {{ name: string, state: string, fix?: string }} Finding
 *   `fix` says what to do; without it all is well.
 */

/** @param {string} version @returns {Finding} */
export function judgeNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const oldest = OLDEST_NODE;
  const isOldEnough = major > oldest.major || (major === oldest.major && minor >= oldest.minor);
  const finding = { name: 'Node', state: version };
  if (isOldEnough) return finding;
  return {
    ...finding,
    fix: `LeadPulse needs Node ${oldest.major}.${oldest.minor} or newer: nvm install 22 (or https://nodejs.org)`,
  };
}

/**
 * @param {string | undefined} banner what `java -version` prints, undefined without Java
 * @param {NodeJS.Platform} platform
 * @returns {Finding}
 */
export function judgeJava(banner, platform) {
  const install =
    platform === 'darwin' ? 'brew install openjdk@21' : 'sudo apt-get install -y default-jre-headless';
  if (banner === undefined) {
    return {
      name: 'Java',
      state: 'missing',
      fix: `The Firestore emulator needs Java ${OLDEST_JAVA} or newer: ${install}`,
    };
  }
  const found = /version "(\d+)(?:\.(\d+))?/.exec(banner);
  const major = Number(found?.[1] === '1' ? found[2] : found?.[1]);
  if (major >= OLDEST_JAVA) return { name: 'Java', state: String(major) };
  return {
    name: 'Java',
    state: found ? String(major) : 'unknown',
    fix: `This Java is too old, the Firestore emulator needs ${OLDEST_JAVA} or newer: ${install}`,
  };
}

/** @returns {Finding} */
export function findJava() {
  const { error, stderr } = spawnSync('java', ['-version'], { encoding: 'utf8' });
  return judgeJava(error ? undefined : stderr, process.platform);
}

/** Whether node_modules is missing, or holds other packages than the lockfile asks for, whichever file is newer. */
export function areDependenciesStale() {
  const installed = `${ROOT}/node_modules/.package-lock.json`;
  if (!existsSync(installed)) return true;
  return lacksPackages(readPackages(`${ROOT}/package-lock.json`), readPackages(installed));
}

/** @typedef {Record<string, { version?: string, integrity?: string, optional?: boolean }>} Packages */

/**
 * @param {Packages} wanted what the lockfile names, by folder; '' is the project itself
 * @param {Packages} installed what npm wrote down of node_modules
 */
export function lacksPackages(wanted, installed) {
  return Object.entries(wanted).some(([folder, { version, integrity, optional }]) => {
    const found = installed[folder];
    if (!found) return folder.includes('node_modules/') && !optional; // optional ones are for other machines
    return found.version !== version || found.integrity !== integrity;
  });
}

/** @param {string} file @returns {Packages} */
function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

/** Installs the dependencies if the lockfile asks for it. */
export function ensureDependencies() {
  if (!areDependenciesStale()) return;
  process.stdout.write('Installing dependencies (npm ci); this takes a minute or two the first time.\n');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status } = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) {
    throw new Error('npm ci failed, see above. Is the network there? Then try again.');
  }
}

/** Ends the command with one sentence per thing that is missing. @param {Finding[]} findings */
export function insistOn(findings) {
  const problems = findings.flatMap(({ fix }) => (fix ? [fix] : []));
  if (problems.length === 0) return;
  process.stderr.write(`${problems.join('\n')}\n`);
  process.exit(1);
}

/** Runs TypeScript in this process. @param {string} script path from the root of the repository */
export async function runTypeScript(script) {
  const { register } = await import('tsx/esm/api');
  register();
  await import(new URL(`../${script}`, import.meta.url).href);
}

/** For the last line of a command: one sentence, no stack. @param {unknown} error */
export function failWith(error) {
  process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
