import pLimit from 'p-limit';
import type { HeldCall } from '../../../local/twilio/network.js';
import { standIn } from '../practice.js';
import { shuffled } from '../shuffled.js';
import type { Letter } from './letters.js';
import { isDeath, lonelyWavesOf } from './letters.js';
import type { Post, Posted } from './post.js';
import { deskOf, orderDeath } from './post.js';

const WAVE = 6;

interface Text extends Posted {
  call: string; // held
}

/**
 * Texts by Twilio, told in another order than they were written in, also those of one person: Twilio's webhook does not say
 * when a text was written, so where it stands is when it was told.
 */
export async function tellTexts(post: Post, letters: readonly Letter[]): Promise<void> {
  const { random } = post;
  for (const { twilioKeys } of post.desks)
    await standIn().change({ accountSid: twilioKeys.accountSid, callbacks: 'held' });
  const texts = await pLimit(WAVE).map(shuffled(letters, random), (letter) => write(post, letter));
  let later: Text[] = [];
  for (const wave of lonelyWavesOf(texts, WAVE)) {
    post.posted.push(...wave);
    const isDeadly = wave.some(({ fate }) => isDeath(fate));
    const old = isDeadly ? [] : shuffled(later, random).slice(0, random.int(0, 2));
    await Promise.all([
      ...wave.map((text) => tell(post, text)),
      ...old.map((text) => deliver(post, text, 'both')),
    ]);
    later.push(...wave.filter(({ fate }) => fate === 'again'));
    later = later.filter(() => random.chance(0.9)); // the rest is never told again
  }
  await pLimit(WAVE).map(shuffled(later, random), (text) => deliver(post, text, 'both'));
}

async function write(post: Post, letter: Letter): Promise<Text> {
  const { accountSid, number } = deskOf(post, letter).twilioKeys;
  const { id } = await standIn().text({ from: letter.person.phone, to: number, body: letter.body });
  const held = (await standIn().held(accountSid)).find(({ messageSid }) => messageSid === id);
  return { ...letter, providerId: id, call: callOf(held) };
}

function callOf(held: HeldCall | undefined): string {
  if (!held) throw new Error('Twilio did not hold what it was to hold.');
  return held.id;
}

async function tell(post: Post, text: Text): Promise<void> {
  const struck = isDeath(text.fate) ? orderDeath(post, text) : null;
  const times = text.fate === 'thrice' ? 3 : 1;
  const way = text.fate === 'lost' ? 'second' : 'both';
  const tellings = await Promise.all(Array.from({ length: times }, () => deliver(post, text, way)));
  if (!struck && !tellings.includes(true))
    post.faults.push(`${text.body} (${text.fate}): the product did not take it`);
  await struck?.();
}

async function deliver(post: Post, { call }: Text, way: 'both' | 'second'): Promise<boolean> {
  post.counts.tellings += 1;
  return (await standIn().deliver({ id: call, way })).isTaken;
}
