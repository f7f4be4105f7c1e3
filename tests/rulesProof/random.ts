/** Numbers that look random and are the same for the same seed (mulberry32). */
export interface Dice {
  /** From 0 to below `sides`. */
  roll: (sides: number) => number;
  one: <T>(of: readonly T[]) => T;
}

export function dice(seed: number): Dice {
  let state = seed >>> 0;
  const roll = (sides: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * sides);
  };
  return { roll, one: (of) => of[roll(of.length)]! };
}
