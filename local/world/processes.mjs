/** The processes of a world: plain Node, because the keeper runs without a compiler. */
import { execFileSync } from 'node:child_process';

/** @returns {{ pid: number, parent: number, args: string }[]} */
function allProcesses() {
  const table = execFileSync('ps', ['-A', '-ww', '-o', 'pid=,ppid=,args='], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const [, pid, parent, args] = /^\s*(\d+)\s+(\d+)\s(.*)$/.exec(line) ?? [];
      return { pid: Number(pid), parent: Number(parent), args: args ?? '' };
    });
}

/** A process and all it started; the emulators put theirs into groups of their own. @param {number} pid */
export function familyOf(pid) {
  const all = allProcesses();
  const family = [pid];
  for (const parent of family)
    family.push(...all.filter((each) => each.parent === parent).map((each) => each.pid));
  return family;
}

/** What a run that was cut off left: processes whose command line names the world's folder. @param {string} dir */
export function leftoversOf(dir) {
  return allProcesses()
    .filter(({ pid, args }) => args.includes(`${dir}/`) && pid !== process.pid && pid !== process.ppid)
    .map(({ pid }) => pid);
}

/** @param {number} pid */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Signals a process; that it is gone already is just as well. @param {number} pid @param {NodeJS.Signals} signal */
export function kill(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error;
  }
}
