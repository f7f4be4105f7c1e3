/** How people write on a phone, in one spelling. Order matters: what was dictated apart first, then what stands on it. */
const SPELLINGS: [RegExp, string][] = [
  [/\b(don|doesn|didn|won|wouldn|couldn|shouldn|isn|aren|can) t\b/gu, "$1't"],
  [/\b(?:can't|cant|cannot)\b/gu, 'can not'],
  [/\b(?:won't|wont)\b/gu, 'will not'],
  [/\b(?:dont|dnt|donot|do nt)\b/gu, 'do not'],
  [/\bdon(?= (?:you |ever |please )*(?:text|txt|message|msg|contact) )/gu, 'do not'],
  [/\b(do|does|did|would|could|should|is|are|was|were|have|has|had)n'?t\b/gu, '$1 not'],
  [/\b(?:i'm|im)\b/gu, 'i am'],
  [/\b(?:i've|ive)\b/gu, 'i have'],
  [/\bi'?d (?=like|rather|prefer|appreciate|love|really)/gu, 'i would '],
  [/\b(you|they|we)'?re\b(?! )|\b(you|they|we)'re\b/gu, '$1$2 are'],
  [/\b(you|they|we)'ve\b/gu, '$1 have'],
  [/\b(this|that|it|he|she|who|there|enough)'s\b/gu, '$1 is'],
  [/\bthats\b/gu, 'that is'],
  [/\b(i|you|we|they|he|she)'ll\b/gu, '$1 will'],
  [/\bain'?t\b/gu, 'am not'],
  [/\bincorrect (?=number|person|phone)/gu, 'wrong '],
  [/\bwrong no\b/gu, 'wrong number'],
  [
    /\b((?:call|text|email|message|contact|phone)s?), (?=(?:or|and|nor) (?:call|text|email|message|contact|phone))/gu,
    '$1 ',
  ],
  [
    /\b((?:call|text|email|message|contact|phone)s?), (?=(?:call|text|email|message|contact|phone)s? (?:or|and|nor) )/gu,
    '$1 or ',
  ],
  [/\b(?:rm|del) (?=me\b|us\b|my\b|this\b)/gu, 'remove '],
  [/\bma'?am\b/gu, 'maam'],
  [/\bgotta\b/gu, 'have to'],
  [/\bopt-out (?=me|us|this|my)/gu, 'opt out '],
  [/\bgonna\b/gu, 'going to'],
  [/\bits (?=(?:not|the wrong|a wrong|his|her|my)\b)/gu, 'it is '],
  [/\bwanna\b/gu, 'want to'],
  [/\bany (?:more|longer)\b/gu, 'anymore'],
  [/\bnomore\b/gu, 'no more'],
  [/\be-?mail/gu, 'email'],
  [/\b(?:pls|plz|plse|pleas|plase|pleease)\b/gu, 'please'],
  [/\br (?=u\b|you\b)/gu, 'are '],
  [/\b(?:da|teh|tha|dat) (?=wrong|texts?|messages?|list|spam)/gu, 'the '],
  [/\bu\b/gu, 'you'],
  [/\bur\b/gu, 'your'],
  [/\by'?all\b|\bya'll\b/gu, 'you'],
  [/\b(?:txt|tex|tx)\b(?!-)/gu, 'text'],
  [/\btxts\b/gu, 'texts'],
  [/\b(?:txting|txtn|txtin|textin|texing|textng|txtng|tetxing|texitng|txeting|textiing)\b/gu, 'texting'],
  [
    /\b(send|text|call|hitt|messag|contact|email|bother|spam|harass|writ|bugg|gett|receiv)in'?(?= |$)/gu,
    '$1ing',
  ],
  [
    /\byour (?=(?:texting|calling|messaging|contacting|emailing|spamming|harassing)(?! (?:list|program|service|system|campaign)))/gu,
    'you are ',
  ],
  [/\bmsgs\b/gu, 'messages'],
  [/\b(?:msg|mssg|messge|mesage|mesg)\b/gu, 'message'],
  [/\b(?:msging|messging|messagin)\b/gu, 'messaging'],
  [/\bdo[ -]not[ -](call|contact|text)(?= list)/gu, 'do not $1'],
  [/\bun[ -]?sub(?:scribe)?(d)?\b/gu, 'unsubscribe$1'],
  [/\bopt(ing|ed)?-out\b/gu, 'opt$1 out'],
  [/\boptout\b/gu, 'opt out'],
  [
    /\b(?:st0p|stopp+|sotp|stpo|stp|sstop|stoop(?= (?:text|messag|send|contact|it|this|please))|sto p|s top)\b/gu,
    'stop',
  ],
  [/\b(wrong|my|this|that) #(?!\d)/gu, '$1 number'],
  [/\b(?:rmv|rem0ve|remve|remov)\b/gu, 'remove'],
  [
    /\b(?:sto|stip|stap|stob|sop|stpp|stoo|dtop|atop|stopd|sstop)(?= (?:text|messag|contact|call|send|email|spam))/gu,
    'stop',
  ],
  [/\btech?ing(?= (?:me|us|this number))/gu, 'texting'],
  [/\b(?:wrng|worng|wron|rong)\b/gu, 'wrong'],
  [/\bw\/? (?=the|your|these|this|me)/gu, 'with '],
  [/\b(?:nuber|nubmer|numer|nbr|num|numba|numbr)\b/gu, 'number'],
  [/\b(me|us|number) form (?=your|this|the|all|any)/gu, '$1 from '],
  [/\b(?:do not call|dnc) (?:registry|registries|database)\b/gu, 'do not call list'],
  [/\bdnc list\b/gu, 'do not call list'],
];

/** A number written out stands for "this number". */
const PHONE = /(?<![\d$])\+?\(?\d{3}\)?[ .-]?\d{3}[ .-]?\d{4}(?!\d)/gu;

/** Words that the patterns need, however they were typed or heard; OTHERS are words of their own so near to them. */
const VOCABULARY = [
  ...['texting', 'messaging', 'messages', 'message', 'contacting', 'contact', 'unsubscribe', 'remove'],
  ...['interested', 'bothering', 'harassing', 'receiving', 'receive', 'emailing'],
];
const OTHERS = new Set(
  'mailing mailings testing tenting massage massages massaging contracting contract contacts contacted context removed removes remover remote remodel move mothering deceiving deceive received receiver receives messaged unsubscribed unsubscribing subscribe resubscribe disinterested uninterested'.split(
    ' ',
  ),
);

const known = new Map<string, string>();

function nearest(word: string): string {
  if (word.length < 6 || OTHERS.has(word)) return word;
  const cached = known.get(word);
  if (cached !== undefined) return cached;
  const near = VOCABULARY.find((each) => distance(word, each) <= (each === 'unsubscribe' ? 2 : 1));
  const found = VOCABULARY.includes(word) ? word : (near ?? word);
  if (known.size < 5_000) known.set(word, found);
  return found;
}

/** Optimal string alignment: insertions, omissions, substitutions and swaps of neighbours; 3 is far. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, at) => at)];
  const cost = (i: number, j: number): number => rows[i]?.[j] ?? Infinity;
  const isSwap = (i: number, j: number): boolean => a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
  for (let i = 1; i <= a.length; i += 1) {
    rows.push([i]);
    for (let j = 1; j <= b.length; j += 1) {
      const same = cost(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && isSwap(i, j) ? cost(i - 2, j - 2) + 1 : Infinity;
      rows[i]?.push(Math.min(cost(i, j - 1) + 1, cost(i - 1, j) + 1, same, swapped));
    }
  }
  return cost(a.length, b.length);
}

/**
 * Sentences of clauses in one spelling: straight apostrophes, no invisible characters, contractions written out,
 * abbreviations and slips mended, punctuation and emoji as breaks.
 */
export function plainSentences(text: string): string[][] {
  let plain = text
    .normalize('NFKC')
    .replace(/[\u00ad\u200b-\u200d\u2060\ufe0f\ufeff]/gu, '')
    .replace(/[‘’ʼ`´]/gu, "'")
    .toLowerCase()
    .replace(/\bs[ ._*-]+t[ ._*-]+o[ ._*-]+p\b\.?/gu, 'stop')
    .replace(PHONE, ' this number ');
  for (const [pattern, replacement] of SPELLINGS) plain = plain.replace(pattern, replacement);
  plain = plain
    .replace(/\p{L}{6,14}/gu, nearest)
    .replace(/\p{L}{4,6}(?= (?:number|person)\b)/gu, (word) =>
      word !== 'prong' && distance(word, 'wrong') === 1 ? 'wrong' : word,
    );
  return plain.split(/[.!?…\n\r。！？]+|[\p{Extended_Pictographic}]+/u).map((sentence) =>
    sentence
      .split(/[,;:()，、]|\s[-–—]+\s|—/u)
      .map((clause) => clause.replace(/[^\p{L}\p{N}'/-]+/gu, ' ').trim())
      .filter((clause) => clause !== ''),
  );
}
