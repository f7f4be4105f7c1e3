import type { Case } from './cases.js';
import type { Ground, Verdict } from './ground.js';

/** Asks many things, so many at a time; `heed` is told each answer. */
export async function askAll(
  ground: Ground,
  cases: Iterable<Case>,
  width: number,
  heed: (asked: Case, answer: Verdict) => void,
): Promise<number> {
  const waiting = cases[Symbol.iterator]();
  let count = 0;
  const work = async (): Promise<void> => {
    for (let next = waiting.next(); !next.done; next = waiting.next()) {
      count += 1;
      heed(next.value, await ground.ask(next.value.uid, next.value.request));
    }
  };
  await Promise.all(Array.from({ length: width }, work));
  return count;
}

/** A request in one line, for the report of what went wrong. */
export function told({ uid, request }: Case, answer: Verdict): string {
  return `${uid ?? 'anonymous'}: ${answer}: ${JSON.stringify(request).slice(0, 400)}`;
}
