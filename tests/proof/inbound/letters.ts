import type { Random } from '../../../local/seed/random.js';

export const WAYS = ['twilio', 'gmail', 'googleVoice', 'imap'] as const;
export type Way = (typeof WAYS)[number];

type Death = 'inbound-before-write' | 'inbound-after-write';

/**
 * What becomes of the telling of a letter: told once; three times at once; once, and twice more later; its first telling is
 * lost (then the second address, a later push, the poll or the next sync brings it); or who takes it in dies, right before or
 * after it is written.
 */
type Fate = 'once' | 'thrice' | 'again' | 'lost' | Death;

export interface Person {
  phone: string;
  email: string;
}

/** A text or mail of somebody to one of the organizations, in the order in which it was written. */
export interface Letter {
  desk: number;
  way: Way;
  person: Person;
  body: string;
  isStop: boolean;
  fate: Fate;
}

interface Size {
  desks: number;
  people: number;
  each: number; // letters of a person on each way to each organization
}

const STOPPING = 0.3;
const DYING = 0.12;
const STOP_WORDS = { text: 'Please stop texting me.', mail: 'Please stop emailing me.' };
const TAIL = 0.15; // of what a Gmail mailbox gets, nobody tells of the end

/** The same people write to each organization on each way; some ask twice to be left alone, as the last that they write there. */
export function planLetters(random: Random, { desks, people, each }: Size): Letter[] {
  const persons = Array.from({ length: people }, () => somebody(random));
  const letters: Letter[] = [];
  for (let desk = 0; desk < desks; desk += 1) {
    for (const way of WAYS) {
      const stopping = new Set(persons.filter(() => random.chance(STOPPING)));
      for (let number = 1; number <= each; number += 1) {
        for (const person of persons) {
          const isStop = stopping.has(person) && number > each - 2;
          const words = way === 'twilio' || way === 'googleVoice' ? STOP_WORDS.text : STOP_WORDS.mail;
          const body = isStop ? words : `Letter ${number} to ${desk} by ${way}`;
          letters.push({ desk, way, person, body, isStop, fate: fateOf(random) });
        }
      }
    }
  }
  return letters;
}

function somebody(random: Random): Person {
  return {
    phone: `+1628${random.int(2_000_000, 9_999_999)}`,
    email: `lead${random.int(100_000_000, 999_999_999)}@people.example`,
  };
}

function fateOf(random: Random): Fate {
  if (random.chance(DYING)) return random.pick(['inbound-before-write', 'inbound-after-write']);
  return random.pick(['once', 'once', 'thrice', 'again', 'lost']);
}

export function isDeath(fate: Fate): fate is Death {
  return fate === 'inbound-before-write' || fate === 'inbound-after-write';
}

/** The letters at the end of a mailbox of which no push tells. */
export function withSilentEnd(letters: readonly Letter[]): Letter[] {
  const told = Math.floor(letters.length * (1 - TAIL));
  return letters.map((letter, at) => (at < told ? letter : { ...letter, fate: 'lost' }));
}

/** So many at a time, at most one death among them. */
export function wavesOf<T extends { fate: Fate }>(letters: readonly T[], size: number): T[][] {
  return groupsOf(letters, (wave, letter) => {
    const diesTwice = isDeath(letter.fate) && wave.some(({ fate }) => isDeath(fate));
    return wave.length >= size || diesTwice;
  });
}

/**
 * So many at a time, nobody twice within a wave, and who dies alone: what another transaction of a process held when it died
 * the database frees only after a while, and everything would wait for that.
 */
export function lonelyWavesOf<T extends Letter>(letters: readonly T[], size: number): T[][] {
  return groupsOf(letters, (wave, letter) => {
    const isDeadly = isDeath(letter.fate) || wave.some(({ fate }) => isDeath(fate));
    const meets = wave.some(({ desk, person }) => desk === letter.desk && person === letter.person);
    return wave.length >= size || isDeadly || meets;
  });
}

function groupsOf<T>(items: readonly T[], isFull: (group: readonly T[], next: T) => boolean): T[][] {
  const groups: T[][] = [];
  for (const item of items) {
    const group = groups.at(-1);
    if (!group || isFull(group, item)) groups.push([item]);
    else group.push(item);
  }
  return groups;
}
