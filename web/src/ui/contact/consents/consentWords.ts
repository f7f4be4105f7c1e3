import type { Channel, ContactConsent } from '@leadpulse/model';

type Kind = ContactConsent['kind'];
type Source = ContactConsent['source'];

const NOUN: Record<Channel, string> = { sms: 'texts', email: 'emails' };

const WHAT: Record<Kind, (noun: string) => string> = {
  revoke: (noun) => `No more ${noun}`,
  grant: (noun) => `Agreed to ${noun}`,
  doubt: (noun) => `Unclear whether they want ${noun}`,
  keep: (noun) => `Read as no opt-out from ${noun}`,
};

/** What an entry of the record says, in a few words. */
export function whatWords({ kind, channel }: Pick<ContactConsent, 'kind' | 'channel'>): string {
  return WHAT[kind](NOUN[channel]);
}

export const TOLD_LABELS: Record<Exclude<Source, 'inbound' | 'thread' | 'provider'>, string> = {
  call: 'By phone',
  'in-person': 'In person',
  letter: 'By letter',
  email: 'By email to somebody of the team',
  form: 'On a form, of paper or of a website',
};

const HOW: Record<Source, string> = {
  ...TOLD_LABELS,
  inbound: 'Their message',
  thread: 'A member’s reading of their message',
  provider: 'The provider told so',
};

/** How it came to us. */
export function howWords(source: Source): string {
  return HOW[source];
}

/** Whether the record is as it was written, for who must decide what to do. */
export function chainWords(
  proof: { isIntact: boolean; brokenAt: number | null; withoutHash: number },
  entries: number,
): string {
  if (!proof.isIntact) {
    return `The record does not fit together at entry ${proof.brokenAt ?? entries}: it, or one beside it, was changed, added or removed by other means than LeadPulse.`;
  }
  if (entries === 0) return 'There is no entry yet.';
  const all = entries === 1 ? 'The one entry is' : `All ${entries.toLocaleString('en')} entries are`;
  const older =
    proof.withoutHash === 0
      ? ''
      : ` ${proof.withoutHash.toLocaleString('en')} of them are of before entries had a hash of their own; the hash of the last of them stands in the entry after it.`;
  return `${all} as they were written, in their order, and none is missing.${older}`;
}
