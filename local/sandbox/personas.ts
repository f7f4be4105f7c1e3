export const PERSONAS = ['eager', 'later', 'stop', 'polite', 'bounce', 'silent', 'unicode'] as const;
export type Persona = (typeof PERSONAS)[number];

const BY_DIGITS: Record<string, Persona> = {
  '01': 'later',
  '02': 'stop',
  '03': 'polite',
  '04': 'bounce',
  '05': 'silent',
  '06': 'unicode',
};

/** How a simulated lead behaves: told by the last two digits of a number or by a word of a mail address. */
export function personaOf(address: string): Persona {
  if (!address.includes('@')) return BY_DIGITS[address.slice(-2)] ?? 'eager';
  const words = (address.split('@')[0] ?? '').toLowerCase().split(/[^a-z]+/);
  return PERSONAS.find((persona) => words.includes(persona)) ?? 'eager';
}

const EAGER = [
  'Hi! Yes, still looking. Is the two-bedroom on Harbor Street still available?',
  'Thanks for getting back to me. Saturday morning would work for a showing.',
  'Sounds good. What are the HOA fees, and is there parking?',
  'We are pre-approved up to 640k. Could we see it this week?',
  'Great, could you send me the floor plan?',
  'My partner gets home at six. Would 6:30 pm be too late for a call?',
  'We loved the photos. Is the roof original?',
  'Perfect, see you then!',
];
const LATER = [
  'Sorry, was in a meeting. Can you call me tomorrow after 10?',
  'Just saw this. Still interested!',
];
const UNICODE = [
  'Grüße aus Zürich! 🏡 Wir ziehen im März um und suchen eine helle Wohnung mit Blick aufs Wasser 🌊. ' +
    'Möglichst nahe an einer Schule — unsere Tochter ist 7 🎒. Können Sie uns 2–3 Vorschläge schicken? ' +
    'Mein Mann (日本人) fragt: 駐車場はありますか？ И ещё вопрос: можно ли с собакой? 🐕‍🦺 שבת שלום ונתראה בקרוב! ' +
    'Dziękuję serdecznie, à bientôt, ¡hasta pronto! 👨‍👩‍👧',
];

/** What a lead does after a message, and how long after it. */
export interface Reaction {
  delivery: 'delivered' | 'failed';
  reply?: { body: string; afterMs: number };
}

/** `turn` counts the messages this address has had before, so that its lines vary. */
export function reactionOf(persona: Persona, turn: number): Reaction {
  const say = (lines: string[], afterMs: number): Reaction => ({
    delivery: 'delivered',
    reply: { body: lines[turn % lines.length] ?? '', afterMs },
  });
  switch (persona) {
    case 'eager':
      return say(EAGER, 1000);
    case 'later':
      return say(LATER, 30_000);
    case 'stop':
      return say(['STOP'], 1000);
    case 'polite':
      return say(["Hi, please don't text me any more. Thank you."], 1000);
    case 'unicode':
      return say(UNICODE, 1000);
    case 'silent':
      return { delivery: 'delivered' };
    case 'bounce':
      return { delivery: 'failed' };
  }
}

/** What the product itself says (opt-out confirmed, help, a test of the account); a lead never answers those. */
export function isAutomatic(messageId: string): boolean {
  return /^(confirm|help|test)_/.test(messageId);
}
