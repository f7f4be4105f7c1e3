import { ASKING, COURTESY_END } from './revokingPatterns.js';

/** Plain only as the whole message: consent is ours to prove, so a wish in passing is a person's to ask about. */
const STARTING = new RegExp(
  `^${ASKING}(?:${[
    String.raw`(?:start|resume) (?:texting|messaging|emailing|sending|texts|messages|emails)(?: me| us)?(?: texts| messages| emails)?(?: again)?`,
    String.raw`(?:you (?:can|may) )?(?:text|message|email|contact) (?:me|us) again`,
    String.raw`opt (?:me )?(?:back )?in(?: again)?|opt back in|opt me in(?: again)?`,
    String.raw`(?:re)?subscribe(?: me)?(?: again| back)?|resubscribe|unstop|start(?: again)?`,
    String.raw`(?:sign me (?:back )?up|put me back)(?: (?:for|to|on) (?:the|your) (?:texts|messages|emails|list))?(?: again)?`,
  ].join('|')})${COURTESY_END}$`,
  'u',
);

/** The words by which somebody plainly asks to be written to again, or null. */
export function startingPhrase(sentences: string[][]): string | null {
  const clauses = sentences.flat();
  const [only = ''] = clauses;
  return clauses.length === 1 && STARTING.test(only) ? only : null;
}
