import { randomInt } from 'node:crypto';
import { signedInClient } from '../../local/worldClient.js';
import { connectVoice } from '../functions/gmail.js';
import { connectMailbox } from '../functions/mailbox.js';
import type { MailHouse } from '../mailHouse/mailHouse.js';
import type { Practice, Sender } from './practice.js';
import { CHANNELS } from './practice.js';

export const ALL_CHANNELS = [...CHANNELS, 'imap', 'googleVoice'] as const;
export type AnyChannel = (typeof ALL_CHANNELS)[number];

/** A practice with a mailbox at a mail house besides, and a number of Google Voice that rides on its Gmail account. */
export interface FullPractice extends Omit<Practice, 'senders'> {
  senders: Record<AnyChannel, Sender>;
  house: MailHouse;
  user: string; // of the mailbox
}

export async function furnish(practice: Practice, house: MailHouse): Promise<FullPractice> {
  const { email, password, senders } = practice;
  const person = await signedInClient(email, password);
  const box = await connectMailbox(practice, person, house);
  const { accountId, address } = senders.gmail;
  const voice = await connectVoice(practice, person, {
    gmail: { id: accountId, address, channel: 'email' },
    number: `+1415${randomInt(2_000_000, 10_000_000)}`,
  });
  await person.close();
  return {
    ...practice,
    house,
    user: box.user,
    senders: {
      ...senders,
      imap: { accountId: box.id, address: box.address },
      googleVoice: { accountId: voice.id, address: voice.address },
    },
  };
}

/** Where an answer by Google Voice to this number goes, as its first text said. */
export function voiceRelayOf({ senders: { googleVoice } }: FullPractice, phone: string) {
  const { accountId, address } = googleVoice;
  const to = `${address.slice(1)}.${phone.slice(1)}.k${phone.slice(-4)}@txt.voice.google.com`;
  return { accountId, number: phone, address: to };
}
