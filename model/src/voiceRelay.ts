import { isSignedBy } from './mailAuthentication.js';

/**
 * A mail by which Google Voice forwards a text. `unreadable`: it is Google Voice's, but holds no text, or not the number
 * of who wrote it.
 */
export type VoiceRelay =
  | {
      state: 'text';
      contact: string; // E.164
      ownNumber: string | null; // the Google Voice number, E.164
      replyTo: string; // an answer to this address becomes a text; its key cannot be made up
      text: string;
    }
  | { state: 'unreadable'; why: 'no-number' | 'not-a-text' | 'group' | 'no-words' };

export interface VoiceMail {
  from: string;
  replyTo: string; // '' for none
  subject: string;
  text: string;
}

/** `1<number>.1<contact>.<key>@txt.voice.google.com`, both numbers of the North American plan. */
const RELAY = /^(1[2-9]\d{9})\.(1[2-9]\d{9})\.([\w-]{1,64})@txt\.voice\.google\.com$/iu;
const NOTICE = /^voice-noreply@google\.com$/iu;

/** Whether a mail claims to be one of Google Voice; whether it is, says `isVoiceProven`. */
export function claimsVoice({ from }: Pick<VoiceMail, 'from'>): boolean {
  return NOTICE.test(from) || /@txt\.voice\.google\.com$/iu.test(from);
}

/** Google receives these mails itself (they go to a Gmail address), so its own word on the signature is the one that counts. */
export function isVoiceProven(authenticationResults: readonly string[]): boolean {
  return isSignedBy(authenticationResults, { authservId: 'mx.google.com', domain: 'google.com' });
}

/** Reads the text and its two numbers out of a forwarded mail, in the form of today and that of years ago. */
export function readVoiceRelay({ from, replyTo, subject, text: body }: VoiceMail): VoiceRelay {
  if (NO_TEXT.test(subject) && !A_TEXT.test(subject)) return { state: 'unreadable', why: 'not-a-text' };
  if (GROUP.test(subject)) return { state: 'unreadable', why: 'group' };
  const sender = numbersIn(from) ?? numbersIn(replyTo) ?? numberIn(subject, replyTo || from);
  if (sender === null) return { state: 'unreadable', why: 'no-number' };
  const text = textOfRelay(body);
  return text === '' || NO_WORDS.test(text)
    ? { state: 'unreadable', why: 'no-words' }
    : { state: 'text', ...sender, text };
}

const NO_TEXT = /\b(?:voicemail|voice mail|missed call|call from)\b/iu;
const A_TEXT = /^\s*(?:new text message|sms) from\b/iu;
const GROUP = /\bgroup (?:text |chat )?(?:message|conversation)\b/iu;
const NO_WORDS = /^(?:mms received|(?:new )?multimedia message(?: received)?)\.?$/iu; // what years ago stood for a picture

type Sender = Pick<Extract<VoiceRelay, { state: 'text' }>, 'contact' | 'ownNumber' | 'replyTo'>;

function numbersIn(address: string): Sender | null {
  const found = RELAY.exec(address.trim());
  const [replyTo = '', own = '', contact = ''] = found ?? [];
  return (
    found && {
      contact: `+${contact}`,
      ownNumber: `+${own}`,
      replyTo: replyTo.replace(/@.*$/u, (host) => host.toLowerCase()),
    }
  );
}

/** "New text message from (415) 555-0123": the number of who wrote it, if no address tells it. A call has one as well. */
function numberIn(subject: string, replyTo: string): Sender | null {
  if (!/\b(?:text|sms|texto|texte)\b/iu.test(subject)) return null;
  const digits = /(?:\+?1[\s.-]?)?\(?([2-9]\d{2})\)?[\s.-]?(\d{3})[\s.-]?(\d{4})(?!\d)/u.exec(subject);
  return digits && { contact: `+1${digits.slice(1).join('')}`, ownNumber: null, replyTo };
}

const HEAD = /^\s*<?https:\/\/voice\.google\.com\/?>?\s*$/iu;
const FOOT =
  /^\s*(?:your account\s*(?:<|$)|to respond to this text message|this email was sent to you because you indicated|google (?:llc|inc\.?)\s*$)/iu;
const LINK = /^\s*\p{L}[^<]{1,40}<https:\/\/voice\.google\.com\/?>/iu;
const OLD_FOOT = /^\s*--\s*$/u;
const OLD_FOOT_WORDS = /^\s*(?:--\s*)?sent using sms-to-email\b/iu;

function textOfRelay(body: string): string {
  const lines = body.split(/\r\n?|\n/u);
  const first = lines.findIndex((line) => line.trim() !== '');
  const start = HEAD.test(lines[first] ?? '') ? first + 1 : Math.max(first, 0);
  const end = lines.findIndex((line, index) => index >= start && isFoot(lines, index));
  return lines
    .slice(start, end === -1 ? lines.length : end)
    .join('\n')
    .trim();
}

/** What a person writes may begin like the footer: it counts only with the lines that follow it there. */
function isFoot(lines: string[], index: number): boolean {
  const line = lines[index] ?? '';
  if (OLD_FOOT_WORDS.test(line)) return true;
  const rest = lines.slice(index + 1, index + 6).join('\n');
  if (OLD_FOOT.test(line)) return OLD_FOOT_WORDS.test(rest);
  if (LINK.test(line) && /support\.google\.com\/voice/iu.test(rest)) return true; // in any language
  if (!FOOT.test(line)) return false;
  return /help cent(?:er|re)|voice\.google\.com|google voice|amphitheatre/iu.test(`${line}\n${rest}`);
}
