/** A message as Twilio lists it; times in epoch ms. */
export interface TwilioListed {
  sid: string;
  body: string;
  createdAtMs: number;
}

interface Sought {
  body: string;
  sinceMs: number; // before that nobody can have handed it over
  previousProviderId: string | null;
}

/** What else of ours went to the same number. */
export interface Rivals {
  taken: readonly string[]; // ids at Twilio that other messages of ours have
  open: number; // other messages of ours with the same words of which it is not known either
}

export type TwilioEvidence = { state: 'accepted'; providerId: string } | { state: 'absent' | 'unknown' };

/** Twilio's clock and ours need not agree; it tells whole seconds. */
const CLOCKS_MS = 60_000;

/** Twilio may swap typographic marks for plain ones (Smart Encoding), and puts a line before the texts of a trial account. */
function lettersOf(text: string): string {
  return text.normalize('NFKD').replace(/[^\p{L}\p{N}]/gu, '');
}

/** Which of the messages to the number may be the one that is sought: by its words, since Twilio keeps no id of ours. */
export function twilioCandidates(listed: readonly TwilioListed[], sought: Sought): TwilioListed[] {
  const words = lettersOf(sought.body);
  const saysIt = (body: string): boolean =>
    words === '' ? body.trim() === sought.body.trim() : lettersOf(body).endsWith(words);
  return listed.filter(({ sid, body, createdAtMs }) => {
    if (sid === sought.previousProviderId || createdAtMs < sought.sinceMs - CLOCKS_MS) return false;
    return body === '' || saysIt(body); // '': the account has bodies redacted
  });
}

/**
 * Whether Twilio has a message. Without a candidate it has not. With one that is nobody else's it has; where two of ours
 * say the same and neither is known, or the words are not shown, nobody can tell, and a person decides.
 */
export function twilioEvidence(candidates: readonly TwilioListed[], { taken, open }: Rivals): TwilioEvidence {
  const free = candidates.filter(({ sid }) => !taken.includes(sid));
  const [found, ...more] = free;
  if (!found) return { state: 'absent' };
  const isPlain = more.length === 0 && open === 0 && found.body !== '';
  return isPlain ? { state: 'accepted', providerId: found.sid } : { state: 'unknown' };
}
