const SPELLINGS: [RegExp, string][] = [
  [/\b(?:can't|cant|cannot)\b/gu, 'can not'],
  [/\b(?:won't|wont)\b/gu, 'will not'],
  [/\b(do|does|did|would|could|should|is|are|have|has)n'?t\b/gu, '$1 not'],
  [/\bany (?:more|longer)\b/gu, 'anymore'],
  [/\be-mail/gu, 'email'],
  [/\b(?:pls|plz|plse)\b/gu, 'please'],
  [/\bu\b/gu, 'you'],
  [/\b(?:txt|msg)(ing)?\b/gu, 'text$1'],
  [/\bopt-out\b/gu, 'opt out'],
];

/** One spelling: straight apostrophes, no invisible characters, contractions written out, punctuation as breaks. */
function sentencesOf(text: string): string[][] {
  let plain = text
    .normalize('NFKC')
    .replace(/[\u00ad\u200b-\u200d\u2060\ufe0f\ufeff]/gu, '')
    .replace(/[‘’ʼ`´]/gu, "'")
    .toLowerCase();
  for (const [pattern, replacement] of SPELLINGS) plain = plain.replace(pattern, replacement);
  return plain.split(/[.!?…\n\r]+/u).map((sentence) =>
    sentence
      .split(/[,;:()]|\s[-–—]+\s/u)
      .map((clause) => clause.replace(/[^\p{L}\p{N}'/-]+/gu, ' ').trim())
      .filter((clause) => clause !== ''),
  );
}

const ME = String.raw`(?:me|us|my (?:number|phone|cell|email)|this (?:number|phone|address|email))`;
const DOING =
  '(?:texting|messaging|contacting|emailing|mailing|calling|writing|spamming|bothering|harassing|bugging|pestering)';
const DO = '(?:text|message|contact|email|mail|call|write|spam|bother|reach out)';
const THINGS = String.raw`(?:texts?|text messages?|messages?|emails?|sms|mails?|mailings?|calls?|spam|communications?)`;
const LIST = String.raw`(?:lists?|database|systems?|contacts?|crm|records|mailings?|texts?|emails?|messages)`;
const ASKING =
  '(?:(?:please|just|kindly|hey|hi|ok|okay|and|so|you (?:need|have) to|can you|could you|would you|will you) )*';
const POLITE_END = '(?: (?:please|now|immediately|thanks|thank you|already|today))*';
const twice = (verb: string) => String.raw`${verb}(?:(?: and | or | ?\/ ?)${verb})*(?: to)?`;

/** Found anywhere in a clause, unless the words around them turn the meaning. */
const ANYWHERE = [
  String.raw`(?:stop|quit|cease) (?:all )?${twice(DOING)} ${ME}`,
  String.raw`(?:stop|quit|cease) sending (?:me |us )?(?:(?:any|these|those|this|your|all|more|anymore|the|so many) )*(?:${THINGS}|stuff|crap|junk)`,
  String.raw`(?:do not|never|no longer) (?:(?:ever|please|you|dare|to) )*${twice(DO)} ${ME} (?:again|anymore|ever|in (?:the )?future|at all)`,
  String.raw`(?:take|remove|delete|get|drop) (?:me|us|my (?:name|info|information|phone number|email address|number|email|phone)|this (?:number|email)) (?:off|from|out)(?: of)? (?:your|all|all your|any of your|these|those)(?: [\w']+){0,3}? ${LIST}`,
  String.raw`(?:take|remove|delete|get|drop) (?:me|us|my (?:name|phone number|email address|number|email)) (?:off|from|out)(?: of)? (?:the|this|that) (?:(?:mailing|contact|email|text|texting|call|calling|marketing|sms) )?(?:list|database|system)(?! (?:for|of|to)\b)`,
  String.raw`unsubscribe (?:me|us|my (?:number|email)|this (?:number|email))`,
  String.raw`(?:want|like|wish|need|trying|tried|going|how (?:do|can) (?:i|we))(?: to)? (?:unsubscribe|opt out)(?=$| (?:of|from) (?:your|these|this|all|any|future|further|receiving)\b)`,
  String.raw`opt (?:me|us) out`,
  String.raw`(?:do not|no longer) (?:want|wish|care) (?:to (?:receive|get|have|see) )?(?:(?:anymore|any|more|these|those|your|further|future) )+${THINGS}`,
  String.raw`(?:do not|no longer) (?:want|wish|care) (?:to hear from (?:you|your)|(?:you )?to be (?:contacted|texted|messaged|emailed|called)|you (?:to )?(?:${DO}|${DOING}) ${ME})`,
  String.raw`(?:lose|forget|delete|erase) my (?:phone )?number`,
  String.raw`leave (?:me|us) alone(?! (?:with|for|until|till|tonight|today)\b)`,
  String.raw`(?:revoke|withdraw) (?:(?:my|all|any|prior) )*consent`,
  String.raw`(?:on|to) (?:your|the) do not (?:call|contact|text|email|disturb) list`,
].map((source) => new RegExp(String.raw`(?<![\w'-])${source}(?![\w'])`, 'gu'));

/** Plain only when they are the whole clause: with more words they mean other things. */
const WHOLE_CLAUSE = [
  String.raw`(?:stop|quit) (?:texting|messaging|contacting|emailing|spamming|this|it)`,
  String.raw`(?:remove|delete) (?:me|us|this number)|take (?:me|us) off`,
  String.raw`no more ${THINGS}(?: from you| ever)?`,
  String.raw`(?:i (?:am|'m) )?opting out|opt out|i opt out`,
].map((source) => new RegExp(`^${ASKING}(?:${source})${POLITE_END}$`, 'u'));

/** Plain only as a whole sentence: "oh stop, you flatter me" is none. */
const WHOLE_SENTENCE = new RegExp(
  `^${ASKING}(?:stop|unsubscribe|stop all|stopall|optout)(?: (?:stop|unsubscribe))*${POLITE_END}$`,
  'u',
);

/** "Don't text me", with nothing said about another way or another time. */
const BARE_REFUSAL = new RegExp(`^${ASKING}(?:do not|never) ${twice(DO)} ${ME}${POLITE_END}$`, 'u');
const OTHER_WAY = /\b(?:call|text|email|instead|rather|prefer|until|till|after|before|later|but)\b/u;

const NEGATED =
  /\b(?:not|never)(?: (?:want|wish|need|ask|asking|asked|say|saying|said|tell|telling|told|mean|meant|you|them|him|her|to|please|ever|just|really|going|gonna|that))* $/u;
const THREAT =
  /\b(?:if|unless|until|why|since) (?:you |they )?(?:do|will|can|would|did|could) not(?: you)? $/u;
const TOLD_OF = /\b(?:did|if|when|before|since|why|once|unless) (?:you|they|he|she)(?: guys)? $/u;
const COMPLAINT =
  /(?<!(?:prefer|rather|ask|asking|that|said|like|appreciate if|appreciate it if) )\b(?:you|they|he|she|agents?|guys|why) (?:ever |just |really )*$/u;
const NARROWED =
  /^ (?:until|till|before|after|about|during|while|tonight|today|tomorrow|this (?:late|early|week|weekend)|at (?:work|night)|so (?:late|early))\b/u;

/** Whether the words around a match take its meaning away. */
function isTurned(match: RegExpExecArray): boolean {
  const before = match.input.slice(Math.max(0, match.index - 80), match.index);
  const after = match.input.slice(match.index + match[0].length);
  const isRefusal = /^(?:do not|never|no longer)/u.test(match[0]);
  if (isRefusal) return NARROWED.test(after) || (!/want|wish|care/u.test(match[0]) && COMPLAINT.test(before));
  if (THREAT.test(before)) return false;
  return NEGATED.test(before) || TOLD_OF.test(before);
}

function phraseInClause(clause: string): string | null {
  for (const pattern of ANYWHERE) {
    for (const match of clause.matchAll(pattern)) {
      if (!isTurned(match)) return match[0];
    }
  }
  return WHOLE_CLAUSE.some((pattern) => pattern.test(clause)) ? clause : null;
}

function bareRefusal(clauses: string[]): string | null {
  const refusal = clauses.find((clause) => BARE_REFUSAL.test(clause));
  if (refusal === undefined) return null;
  return clauses.some((clause) => clause !== refusal && OTHER_WAY.test(clause)) ? null : refusal;
}

/**
 * The words by which a text plainly asks us to stop writing, or null. 47 CFR 64.1200(a)(10): any reasonable means
 * revokes. Single words such as "cancel", "end" or "quit" are not looked for here: inside a sentence they mean other
 * things. Where a text leaves doubt a person reads it.
 */
export function revokingPhrase(text: string): string | null {
  const sentences = sentencesOf(text);
  for (const clauses of sentences) {
    const sentence = clauses.join(' ');
    if (clauses.length === 1 && WHOLE_SENTENCE.test(sentence)) return sentence;
    for (const clause of clauses) {
      const phrase = phraseInClause(clause);
      if (phrase !== null) return phrase;
    }
  }
  return bareRefusal(sentences.flat());
}
