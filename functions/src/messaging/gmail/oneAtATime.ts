const running = new Map<string, Promise<number>>();
const askedAgain = new Set<string>();

/**
 * Runs one of a kind at a time in this process; who asks meanwhile waits for one more run after it, and all who do wait for
 * the same. Pushes come in heaps, and looks side by side at one mailbox only get in each other's way.
 */
export function oneAtATime(key: string, act: () => Promise<number>): Promise<number> {
  const known = running.get(key);
  if (known) {
    askedAgain.add(key);
    return known;
  }
  const run = untilQuiet(key, act).finally(() => running.delete(key));
  running.set(key, run);
  return run;
}

async function untilQuiet(key: string, act: () => Promise<number>): Promise<number> {
  let sum = 0;
  do {
    askedAgain.delete(key);
    sum += await act();
  } while (askedAgain.has(key));
  return sum;
}
