import type { Taint } from './taints.js';

/** Something that a taint was found in. */
export interface Place {
  name: string;
  text: string;
}

export interface Found {
  taint: Taint;
  place: string;
}

/** The shapes a string may have taken: as it is, in other letters, inside base64 or hex, backwards. Lower-cased where case tells nothing. */
function shapesOf({ core }: Taint): { folded: string[]; exact: string[] } {
  const spellings = [core, core.toUpperCase(), `${core[0]?.toUpperCase() ?? ''}${core.slice(1)}`];
  const folded = [core, Array.from(core).reverse().join(''), Buffer.from(core).toString('hex')];
  return { folded, exact: spellings.flatMap(inBase64) };
}

/** What is sure to stand in base64 of any text that holds this one, for each of the three places it may begin at. */
function inBase64(text: string): string[] {
  return [0, 1, 2].map((offset) => {
    const coded = Buffer.from(`${'x'.repeat(offset)}${text}`)
      .toString('base64')
      .replace(/=+$/, '');
    return coded.slice(offset === 0 ? 0 : offset + 1, coded.length - 2);
  });
}

const HEAD = 10; // no shape is shorter

type Index = ReadonlyMap<string, readonly { shape: string; taint: Taint }[]>;

/** Shapes by how they begin, so that a text is gone through once, however many are looked for. */
function indexOf(taints: readonly Taint[], shapes: (taint: Taint) => readonly string[]): Index {
  const index = new Map<string, { shape: string; taint: Taint }[]>();
  for (const taint of taints) {
    for (const shape of shapes(taint)) {
      if (shape.length < HEAD) throw new Error(`“${shape}” is too short to be looked for.`);
      const head = shape.slice(0, HEAD);
      index.set(head, [...(index.get(head) ?? []), { shape, taint }]);
    }
  }
  return index;
}

function standingIn(text: string, index: Index): Taint[] {
  const found: Taint[] = [];
  for (let at = 0; at <= text.length - HEAD; at += 1) {
    for (const { shape, taint } of index.get(text.slice(at, at + HEAD)) ?? []) {
      if (text.startsWith(shape, at)) found.push(taint);
    }
  }
  return found;
}

/** Which of the taints stand in which of the places, however they were written there. */
export function find(taints: readonly Taint[], places: readonly Place[]): Found[] {
  const folded = indexOf(taints, (taint) => shapesOf(taint).folded);
  const exact = indexOf(taints, (taint) => shapesOf(taint).exact);
  return places.flatMap(({ name, text }) => {
    const plain = text.replaceAll('-', '+').replaceAll('_', '/'); // base64url is base64 then
    const found = new Set([...standingIn(text.toLowerCase(), folded), ...standingIn(plain, exact)]);
    return [...found].map((taint) => ({ taint, place: name }));
  });
}
