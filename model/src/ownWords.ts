import type { Channel } from './account.js';
import { newestPart } from './newestPart.js';

/**
 * A phone's own words for a reaction; what it quotes is ours, not theirs. Apple's sentences, and the emoji before
 * `to “…”` that Android sends, with the invisible marks around it.
 */
const REACTION =
  /^\s*(?:(?:liked|loved|disliked|laughed at|emphasi[sz]ed|questioned|reacted .{1,20} to|removed an? .{1,20} from|le gust[oó]|le encant[oó]|a aim[eé]|a ador[eé])\s+|[\p{Emoji}\p{Cf}\u200a\ufe0f\s]{1,12}(?:to|a|à|zu)\s+)[\p{Cf}\u200a\s]*["“«„]/iu;

/** Lines that a phone or a program adds below a text. */
const SIGNATURE =
  /\n\s*(?:sent from my |sent via |get outlook|enviado desde |envoyé de |von meinem .{1,20} gesendet|inviato da|verzonden vanaf|enviado do meu|отправлено с|发自我的)[^\n]*\s*$/iu;

/** What somebody says that they said is theirs, also in quotes. */
const SAID_BEFORE =
  /\b(?:i|we)(?: have| already| just)* (?:said|told you|asked|wrote|texted|replied|sent|repeat)[^"“”]{0,20}$/iu;
const QUOTED = /["“«„]([^"“”»\n]{3,200})["”»]/gu;

/** Without the quotes of three words or more, if there are other words around them. */
function withoutQuotes(text: string): string {
  const rest = text.replace(QUOTED, (whole, inner: string, at: number) => {
    const isShort = inner.trim().split(/\s+/u).length < 3;
    return isShort || SAID_BEFORE.test(text.slice(0, at)) ? whole : ' ';
  });
  return /\p{L}/u.test(rest) ? rest : text;
}

/** What the writer says in a message: without quoted text, signature, and the reactions of a phone. */
export function ownWords(body: string, channel: Channel): string {
  if (REACTION.test(body)) return '';
  if (channel === 'email') return withoutQuotes(newestPart(body));
  const lines = body.replace(SIGNATURE, '').split('\n');
  const own = lines.filter((line) => !/^\s*>/u.test(line)).join('\n');
  return withoutQuotes(own === '' ? lines.join('\n') : own);
}
