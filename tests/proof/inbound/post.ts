import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Inbound } from '../../../functions/src/messaging/inbound.js';
import { inboundMessageId } from '../../../functions/src/messaging/inbound.js';
import type { ReadyAccount } from '../../../functions/src/messaging/accounts.js';
import type { Random } from '../../../local/seed/random.js';
import type { FullPractice } from '../fullPractice.js';
import type { Letter } from './letters.js';

const STRUCK_MS = 120_000;
const POLL_MS = 50;
const AGAIN_MS = 2_000;

/** A letter that was told of, by the provider's id of it. */
export interface Posted extends Letter {
  providerId: string;
}

/** What all lanes share: the organizations, and what was posted, in the order in which it stands in its conversation. */
export interface Post {
  desks: readonly FullPractice[];
  random: Random;
  faultsDir: string;
  posted: Posted[];
  counts: { tellings: number; deaths: number };
  faults: string[];
}

export function deskOf({ desks }: Post, { desk }: Pick<Letter, 'desk'>): FullPractice {
  const found = desks[desk];
  if (!found) throw new Error(`There is no desk ${desk}.`);
  return found;
}

/** Waits until somebody has died of it; what is done meanwhile is done every two seconds. */
export type Struck = (meanwhile?: () => Promise<unknown>) => Promise<void>;

/** Orders the death of whoever takes this letter in. */
export function orderDeath(post: Post, letter: Posted): Struck {
  const { fate, way, providerId } = letter;
  const { accountId } = deskOf(post, letter).senders[way];
  const account = { kind: way } as ReadyAccount['account'];
  const subject = inboundMessageId({ account: { account, accountId }, providerId } as Inbound);
  return orderFault(post, `${fate}-${subject}`);
}

export function orderFault(post: Post, name: string): Struck {
  mkdirSync(post.faultsDir, { recursive: true });
  const file = join(post.faultsDir, name);
  writeFileSync(file, 'kill');
  return async (meanwhile) => {
    for (let waited = 0; existsSync(file); waited += POLL_MS) {
      if (waited > STRUCK_MS) throw new Error(`Nobody came by ${name}.`);
      if (waited % AGAIN_MS === AGAIN_MS - POLL_MS) await meanwhile?.();
      await wait(POLL_MS);
    }
    post.counts.deaths += 1;
  };
}
