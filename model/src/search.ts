import type { Contact } from './contact.js';
import { LIMITS } from './limits.js';

type Searchable = Pick<Contact, 'name' | 'company' | 'emails' | 'phones'>;

const MAX_TOKENS = 300;
const SHORTEST_PHONE_TOKEN = 3;
const LAST_DIGITS = 4;

/** E.164 country codes are one (1, 7), two or three digits; the two-digit ones are these. */
const SHORT_CALLING_CODE = /^(?:[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/u;

/** Lower case without accents: what is indexed, typed and sorted by. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

function wordsOf(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** A number's digits with and without the country code, since people type either. */
function phoneForms(phone: string): string[] {
  const digits = phone.replace(/\D/gu, '');
  const code = SHORT_CALLING_CODE.exec(digits)?.[0].length ?? 3;
  return [digits.slice(code), digits];
}

function prefixes(word: string, shortest: number): string[] {
  const longest = Math.min(word.length, LIMITS.searchTerm);
  return Array.from({ length: Math.max(0, longest - shortest + 1) }, (_, i) => word.slice(0, shortest + i));
}

/** What a contact can be found by: beginnings of the words of its name, addresses and company, and of its numbers. */
export function searchTokens(contact: Searchable): string[] {
  const texts = [contact.name, ...contact.emails, contact.company];
  const tokens = new Set<string>();
  const add = (token: string) => tokens.size < MAX_TOKENS && tokens.add(token);
  wordsOf(contact.name).forEach((word) => prefixes(word, 1).forEach(add));
  for (const phone of contact.phones) {
    phoneForms(phone).forEach((form) => prefixes(form, SHORTEST_PHONE_TOKEN).forEach(add));
    add(phone.slice(-LAST_DIGITS));
  }
  texts
    .slice(1)
    .flatMap(wordsOf)
    .forEach((word) => prefixes(word, 1).forEach(add));
  return [...tokens];
}

/** A query of digits and their punctuation is one number, without a trunk or exit zero; any other is its words. */
function queryWords(query: string): string[] {
  const typed = query.replace(/\D/gu, '');
  const digits = typed.length === LAST_DIGITS ? typed : typed.replace(/^0+/u, '');
  if (/^[\s\d+().\-/]+$/u.test(query) && digits.length >= SHORTEST_PHONE_TOKEN) return [digits];
  return wordsOf(query);
}

/** The one token to query `search` by, and the words left to filter by; null: nothing to search for. */
export function searchTerm(query: string): { token: string; rest: string[] } | null {
  const words = queryWords(query).sort((a, b) => b.length - a.length);
  const [longest, ...rest] = words;
  return longest === undefined ? null : { token: longest.slice(0, LIMITS.searchTerm), rest };
}

/** Whether each word of the query begins a word or a number of the contact, or ends a number. */
export function matchesSearch(contact: Searchable, query: string): boolean {
  const words = [contact.name, contact.company, ...contact.emails].flatMap(wordsOf);
  const numbers = contact.phones.flatMap(phoneForms);
  return queryWords(query).every(
    (word) =>
      words.some((own) => own.startsWith(word)) ||
      numbers.some((own) => own.startsWith(word) || (word.length === LAST_DIGITS && own.endsWith(word))),
  );
}
