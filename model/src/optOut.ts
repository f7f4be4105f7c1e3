import type { Channel } from './account.js';
import { leftoverStop } from './leftoverStop.js';
import { courteousKeyword, keywordOf } from './optOutKeywords.js';
import { ownWords } from './ownWords.js';
import { plainSentences } from './plainWords.js';
import { wordsAbroad } from './revokingAbroad.js';
import { revokingPhrase } from './revokingPhrase.js';
import { startingPhrase } from './startingPhrase.js';
import { isPleasant, unclearWording } from './unclearWording.js';

/** `unclear`: it may be an opt-out; sending waits until a person has said. `word`: what it was read from. */
export type OptOutReading =
  | { kind: 'stop' | 'start' | 'help' | 'unclear'; word: string }
  | { kind: 'none'; word?: undefined };

const NONE: OptOutReading = { kind: 'none' };
const LONGEST_KEYWORD_MESSAGE = 60;

/** A mail that says it in its subject only; in an answer the subject is ours. */
function subjectReading(subject: string): OptOutReading {
  if (/^\s*(?:re|aw|sv|fwd?|wg|tr)\s*:/iu.test(subject)) return NONE;
  const keyword = keywordOf(subject);
  if (keyword && ['stop', 'start'].includes(keyword.kind) && subject.length <= LONGEST_KEYWORD_MESSAGE) {
    return { kind: keyword.kind === 'start' ? 'start' : 'stop', word: keyword.word };
  }
  const phrase = revokingPhrase(plainSentences(subject), 'email');
  return phrase?.certainty === 'plain' ? { kind: 'stop', word: phrase.words } : NONE;
}

function keywordReading(own: string): OptOutReading | null {
  if (own.length > LONGEST_KEYWORD_MESSAGE) return null;
  const keyword = keywordOf(own);
  if (keyword) return { kind: keyword.kind === 'nearly' ? 'unclear' : keyword.kind, word: keyword.word };
  const courteous = courteousKeyword(own);
  if (courteous)
    return { kind: courteous === 'doubt' ? 'unclear' : courteous, word: own.trim().toLowerCase() };
  return /^[\s\p{P}]*(?:[🛑⛔🚫✋🙅🖕🤬📵🔕🚷][\u200d\ufe0f\p{Emoji_Modifier}♀♂]*[\s\p{P}]*)+$/u.test(own)
    ? { kind: 'unclear', word: own.trim() }
    : null;
}

const BARE_STOP = /^(?:please |just |so |and |now |omg |oh )*stop(?: it| now| please| already)*$/u;

/** "This is harassment, stop": a bare "stop" beside what would leave a doubt alone leaves none. */
function hasBareStop(sentences: string[][], doubt: string): boolean {
  return !BARE_STOP.test(doubt) && sentences.flat().some((clause) => BARE_STOP.test(clause));
}

/** "Stop, we already bought elsewhere". */
function hasReason(sentences: string[][]): boolean {
  const reason =
    /\b(?:already|bought|sold|found|not interested|no longer|wrong|never|do not (?:want|need|know|text|contact)|number|passed away|died|sick of|annoying|harass\w*|spam\w*|lawyer|report\w*|authori[sz]e\w*|consent\w*|permission|sign(?:ed)? up|texts?|messages?)\b/u;
  return sentences.some(
    (clauses) =>
      clauses.some((clause) => BARE_STOP.test(clause)) && clauses.some((clause) => reason.test(clause)),
  );
}

/** "This is not Bob": by the capital letter, since no list of names is whole. */
const OTHER_NAME =
  /\b(?:[Tt]his is not|[Tt]his isn['’]?t|I['’]?m not|I am not|[Ii]t['’]s not) (?!I\b|American|English|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\p{Lu}\p{Ll}+(?=[.!,\s]*$|[.!,])/u;

/** STOP in capitals among small letters, as the word to send is printed: "Hi STOP thanks". */
function shouted(own: string): string | null {
  const match = /(?<![\p{L}\p{N}-])(?:STOP(?!PED|PING)|UNSUBSCRIBE|STOPALL)(?![\p{L}\p{N}-])/u.exec(own);
  if (!match || !/\p{Ll}{2}/u.test(own)) return null;
  if (/accident|by mistake|did ?n[o'’]?t mean/iu.test(own)) return null;
  const before = own.slice(0, match.index);
  if (
    /\b(?:reply|text|txt|send|type|say|says|said|saying|with|word|wrote|read|reads|the|a|bus|non|full|means?|does|to|can't|cannot|one|pit)\W*$/iu.test(
      before,
    )
  ) {
    return null;
  }
  return /^\s*(?:by|in|at|over|for|sign|light|loss|on the way|the \w+|showing|work|being|thinking|looking)\b/iu.test(
    own.slice(match.index + match[0].length),
  )
    ? null
    : match[0].toLowerCase();
}

/** Who is delighted asks for nothing: "Stop it, you're kidding! Yes I want it". */
function plainReading(sentences: string[][], word: string): OptOutReading {
  return isPleasant(sentences) && BARE_STOP.test(word) ? NONE : { kind: 'stop', word };
}

/** What sentences say: a plain phrase stops, a doubt asks, and a bare or shouted STOP beside a doubt leaves none. */
function phraseReading(own: string, channel: Channel): OptOutReading {
  const sentences = plainSentences(own);
  const start = startingPhrase(sentences);
  if (start !== null) return { kind: 'start', word: start };
  const phrase = revokingPhrase(sentences, channel) ?? wordsAbroad(own);
  const plain = phrase?.certainty === 'plain' ? phrase.words : shouted(own);
  if (plain !== null) return plainReading(sentences, plain);
  return phrase === null ? leftoverReading(sentences, own) : doubtReading(sentences, phrase.words);
}

function leftoverReading(sentences: string[][], own: string): OptOutReading {
  const stray = isPleasant(sentences) ? null : leftoverStop(sentences);
  if (stray?.certainty === 'plain') return { kind: 'stop', word: stray.words };
  return doubtReading(sentences, doubtOf(sentences, own) ?? stray?.words ?? null);
}

function doubtOf(sentences: string[][], own: string): string | null {
  return unclearWording(sentences) ?? OTHER_NAME.exec(own)?.[0] ?? null;
}

function doubtReading(sentences: string[][], doubt: string | null): OptOutReading {
  if (doubt === null) return NONE;
  const isPlain = hasBareStop(sentences, doubt) || (BARE_STOP.test(doubt) && hasReason(sentences));
  return { kind: isPlain ? 'stop' : 'unclear', word: doubt };
}

/**
 * Reads STOP, START and HELP before anything else is done with a message that came in: a keyword that is the whole
 * message, or a phrase anywhere that asks us to stop, in English or another language. Of an email the newest part is read,
 * and the subject where that says nothing. What may be an opt-out and may not is `unclear`.
 */
export function readOptOut(text: string, channel: Channel, subject = ''): OptOutReading {
  const own = ownWords(text, channel);
  const keyword = keywordReading(own);
  if (keyword) return keyword;
  const bySubject = channel === 'email' ? subjectReading(subject) : NONE;
  return bySubject.kind === 'none' ? phraseReading(own, channel) : bySubject;
}
