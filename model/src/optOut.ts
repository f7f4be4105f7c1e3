import type { Channel } from './account.js';
import { newestPart } from './newestPart.js';
import { revokingPhrase } from './revokingPhrase.js';

export type OptOutReading =
  { kind: 'stop' | 'start' | 'help'; word: string } | { kind: 'none'; word?: undefined };

/**
 * Whole-message words. 47 CFR 64.1200(a)(10) names stop, quit, end, revoke, opt out, cancel and unsubscribe; carriers
 * and providers add the rest (arret and td are on AWS's list). YES counts only as an answer to an opt-in prompt of our
 * own, so it is not here.
 */
const KEYWORDS = new Map<string, 'stop' | 'start' | 'help'>([
  ...[
    'stop',
    'stopall',
    'unsubscribe',
    'cancel',
    'end',
    'quit',
    'revoke',
    'optout',
    'remove',
    'arret',
    'td',
  ].map((word) => [word, 'stop'] as const),
  ...['start', 'unstop', 'subscribe'].map((word) => [word, 'start'] as const),
  ...['help', 'info'].map((word) => [word, 'help'] as const),
]);

/** A phone's own words for a reaction; what it quotes is ours, not theirs. */
const REACTION =
  /^\s*(?:liked|loved|disliked|laughed at|emphasized|questioned|reacted .{1,20} to|removed an? .{1,20} from)\s+["“«]/iu;

const LONGEST_KEYWORD_MESSAGE = 60;

/** Only the letters and digits: case, full-width forms, accents, spaces, quotes and emoji around a keyword fall away. */
function lettersOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}

/**
 * Reads STOP, START and HELP before anything else is done with a message that came in: a keyword that is the whole
 * message, or a phrase anywhere that plainly asks us to stop. Of an email only the newest part is read.
 */
export function readOptOut(text: string, channel: Channel): OptOutReading {
  const own = channel === 'email' ? newestPart(text) : text.replace(/\n\s*sent from my [^\n]*\s*$/iu, '');
  if (REACTION.test(own)) return { kind: 'none' };
  if (own.length <= LONGEST_KEYWORD_MESSAGE) {
    const word = lettersOf(own);
    const kind = KEYWORDS.get(word);
    if (kind) return { kind, word };
  }
  const phrase = revokingPhrase(own);
  return phrase === null ? { kind: 'none' } : { kind: 'stop', word: phrase };
}
