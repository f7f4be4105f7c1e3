import { accountSchema, isVoiceAddress } from '@leadpulse/model';
import { accountsOf } from '../../platform/refs.js';
import type { ReadyAccount } from '../accounts.js';
import { NO_CREDENTIALS } from '../credentials.js';
import type { MailReading } from '../mail/readMail.js';
import { receive } from '../receive.js';

/** Where what cannot be read as a text waits for a person: a conversation of its own in the inbox. */
const LANE = { from: 'voice-noreply@google.com', fromName: 'Google Voice' };

const WHY = {
  'no-number': 'it does not say which number wrote',
  'not-a-text': 'it tells of a call or a voicemail, not of a text',
  group: 'it is of a group, and what a group writes is no conversation with one lead',
  'no-words': 'it holds no words, perhaps a picture',
  'other-number': 'it was sent to a number of Google Voice that is not connected here',
} as const;

/**
 * Takes a mail that Google Voice forwarded, and that Google itself vouches for, as the text of the number that wrote it.
 * Whatever is not such a text comes in as what it is, told so: nothing is dropped. null: no number of Google Voice rides on
 * this mailbox, so it is a mail like any other.
 */
export async function takeVoice(
  gmail: ReadyAccount,
  mail: MailReading,
  atMs: number,
): Promise<string | null> {
  const riders = await ridersOf(gmail);
  if (riders.length === 0 || !mail.voice) return null;
  const { relay } = mail.voice;
  if (relay.state === 'unreadable') return takeUnread(gmail, mail, { why: relay.why, atMs });
  const account = riderOf(riders, relay.ownNumber);
  if (!account) return takeUnread(gmail, mail, { why: 'other-number', atMs });
  return receive({
    account,
    channel: 'sms',
    providerId: mail.messageId,
    from: relay.contact,
    fromName: '',
    to: account.account.address,
    subject: null,
    body: relay.text,
    receivedAtMs: atMs,
    references: [],
    attachments: mail.attachments,
    isAutomatic: false,
    ...(isVoiceAddress(relay.replyTo) && { voiceAddress: relay.replyTo }),
  });
}

/** The number that was texted; where the mail does not say it, the only one there is. */
export function riderOf(riders: ReadyAccount[], ownNumber: string | null): ReadyAccount | undefined {
  if (ownNumber === null) return riders.length === 1 ? riders[0] : undefined;
  return riders.find(({ account }) => account.address === ownNumber);
}

/** The numbers of Google Voice whose texts this mailbox brings. */
export async function ridersOf({ orgId, accountId }: ReadyAccount): Promise<ReadyAccount[]> {
  const { docs } = await accountsOf(orgId).where('ridesOn', '==', accountId).limit(20).get();
  return docs
    .map((doc) => ({
      orgId,
      accountId: doc.id,
      account: accountSchema.parse(doc.data()),
      credentials: NO_CREDENTIALS,
    }))
    .filter(({ account }) => account.state !== 'disconnected');
}

function takeUnread(
  account: ReadyAccount,
  mail: MailReading,
  { why, atMs }: { why: keyof typeof WHY; atMs: number },
): Promise<string> {
  const says = `Google Voice forwarded this, but it could not be taken as a text: ${WHY[why]}. Open Google Voice to see it and to answer.`;
  return receive({
    account,
    channel: 'email',
    providerId: mail.messageId,
    ...LANE,
    to: account.account.address,
    subject: mail.subject,
    body: `${says}\n\n${mail.text}`,
    receivedAtMs: atMs,
    references: [],
    attachments: mail.attachments,
    isAutomatic: false,
    told: { kind: 'none' }, // the words are not those of who sends the mail
  });
}
