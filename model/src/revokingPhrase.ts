import type { Channel } from './account.js';
import { ANYWHERE, BARE_REFUSAL, IT_OFF, WHOLE_CLAUSE, WHOLE_SENTENCE } from './revokingPatterns.js';

/** How sure a phrase is: `doubt` where other words beside it speak against it. */
interface Phrase {
  words: string;
  certainty: 'plain' | 'doubt';
}

const NEGATED =
  /\b(?:not|never)(?: (?:want|wish|need|ask|asking|asked|say|saying|said|tell|telling|told|mean|meant|you|them|him|her|to|please|ever|just|really|going|gonna|that))* $/u;
const THREAT =
  /\b(?:if|unless|until|why|since) (?:you |they )?(?:do|will|can|would|did|could) not(?: you)? $/u;
const TOLD_OF =
  /(?<!(?:appreciate|like|love|prefer|great|nice|nicer|better|best|grateful|glad|wish) (?:it )?)\b(?:did|if|when|before|since|why|once|unless|after|in case|should) (?:you|they|he|she|we|i|someone|people)(?: guys)? $/u;
const THIRD_PARTY =
  /\b(?:(?:told|asked|asking|want|wanted|need|tell|begged) (?:him|her|my \w+|the \w+)(?: \w+)? (?:to )?|(?:he|she|they|my \w+|the \w+) (?:will|would|can|could|did|does|do|should|must|might|finally|just|to|needs?|has|have|had|ought|wants?|tried|refuses?)(?: not)?(?: to)? )$/u;
/** "I will stop calling": they speak of what they do themselves. */
const SELF = /\b(?:i|i'll|we|we'll) (?:(?!you\b|y'all|said|told|asked|demand|request|insist)[\w']+ ){0,4}$/u;
const COMPLAINT =
  /(?<!(?:prefer|rather|ask|asking|that|said|like|appreciate if|appreciate it if) )\b(?:you|they|he|she|i|we|it|agents?|guys|why) (?:ever |just |really |usually |normally |never )*$/u;
const NARROWED =
  /^ (?:until|till|before|after|about|during|while|unless it|tonight|today|tomorrow|this (?:late|early|week|weekend)|at (?:work|night)|so (?:late|early)|on (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekends|sundays))\b/u;
const OF_OTHERS =
  /^ (?:from|of|by|about) (?!you\b|your\b|this\b|these\b|y'all|all\b|any\b|us\b|now\b|here\b|this number|everything|future|anyone)/u;
const ABOUT_TEXTS = /(?:s|sms|mail|spam|text|stuff|crap|junk)$/u;
const OWN_DOING = /(?<!getting|receiving|seeing)(?:ing| reaching out)(?: it| here)?$/u;
/** "If you no longer wish to get these, click here": what a program wrote below. */
const FOOTER = /\b(?:if|should|in case|when|to) (?:you |ever )*$/u;

/** "Do not text me before nine", "you never text me any more", "if you no longer wish to": no refusal of theirs. */
function isNoRefusal(words: string, before: string, after: string): boolean {
  if (NARROWED.test(after) || FOOTER.test(before)) return true;
  return !/want|wish|care|consent|agree|have|need|permission/u.test(words) && COMPLAINT.test(before);
}

/** Whether the words around a match take its meaning away. */
function isTurned(match: RegExpExecArray): boolean {
  const [words] = match;
  const before = match.input.slice(Math.max(0, match.index - 80), match.index);
  const after = match.input.slice(match.index + words.length);
  if (/^(?:do not|never|no longer)/u.test(words)) return isNoRefusal(words, before, after);
  if (THREAT.test(before)) return false;
  const isOfOthers = ABOUT_TEXTS.test(words) && OF_OTHERS.test(after);
  const isOwnDoing = OWN_DOING.test(words) && SELF.test(before);
  return isOfOthers || isOwnDoing || [NEGATED, TOLD_OF, THIRD_PARTY].some((turning) => turning.test(before));
}

function phraseInClause(clause: string): string | null {
  for (const pattern of ANYWHERE) {
    for (const match of clause.matchAll(pattern)) {
      if (!isTurned(match)) return match[0];
    }
  }
  const asked = clause.replace(/^.* (?=(?:please|just|kindly) )/u, '').replace(/^just /u, '');
  return WHOLE_CLAUSE.some((pattern) => pattern.test(clause) || pattern.test(asked)) ? clause : null;
}

/** "Don't text me now, I'm in a meeting". */
const AT_ONCE = / (?:right )?(?:now|today)$/u;
const BUSY =
  /\b(?:meeting|driving|busy|working|at work|sleeping|asleep|class|court|church|movie|tomorrow|later|tonight|after|morning)\b/u;

const OTHER_WAY =
  /\b(?:call|text|email|let me know|instead|rather|prefer|until|till|after|before|later|but|only|unless|reach me|use)\b/u;

/** "Don't text me, call me": a refusal of this way, or of a time only; a person reads it. */
function bareRefusal(clauses: string[], channel: Channel): Phrase | null {
  const refusal = clauses
    .map((clause) =>
      clause.replace(/^(?:please )?(?:remove|delete|erase|take) .+ (?:and|also) (?=do not|never)/u, ''),
    )
    .find((clause) => BARE_REFUSAL.test(clause));
  if (refusal === undefined) return null;
  if (AT_ONCE.test(refusal) && BUSY.test(clauses.join(', '))) return null;
  const hasOther = clauses.some((clause) => clause !== refusal && OTHER_WAY.test(clause));
  const isVague = /^(?:[\w']+ )*bother$/u.test(refusal);
  if (!namesOnlyOther(refusal, channel)) {
    return { words: refusal, certainty: hasOther || isVague ? 'doubt' : 'plain' };
  }
  return hasOther ? null : { words: refusal, certainty: 'doubt' };
}

const MEANS: Record<Channel, { own: RegExp; other: RegExp; offer: RegExp }> = {
  sms: {
    own: /text|messag|sms|contact|bother|spam|harass|list|number|consent|opt|unsubscribe|alone/u,
    other: /\b(?:call|calls|calling|email\w*|mail\w*)\b/u,
    offer:
      /\b(?:let me know|(?:just |only |please )*text(?:ing)? (?:me|us|is|works|only|instead|would|if|this)|by text|via text|over text|prefer (?:a )?text\w*|(?:text|texts|texting) (?:is|are) (?:fine|ok|okay|better|best|good))\b/u,
  },
  email: {
    own: /email|mail|messag|contact|bother|spam|harass|list|number|consent|opt|unsubscribe|alone/u,
    other: /\b(?:call|calls|calling|text\w*|sms)\b/u,
    offer:
      /\b(?:(?:just |only |please )*email(?:ing)? (?:me|us|is|works|only|instead|would|if)|by email|via email|over email|prefer (?:an? )?email\w*|emails? (?:is|are) (?:fine|ok|okay|better|best|good))\b/u,
  },
};

function namesOnlyOther(words: string, channel: Channel): boolean {
  const { own, other } = MEANS[channel];
  return other.test(words) && !own.test(words);
}

/** Somebody may be wrong about themselves: "wrong number, my new one is …" is no wish to be left alone. */
const CORRECTED =
  /\b(?:i meant|(?:right|correct|real|actual|new|other|better) (?:number|one|phone|cell)|my (?:number|cell|phone|new number) is|use (?:this|my))\b/u;
const MISTAKEN =
  /\b(?:oops|whoops|my bad|ignore|disregard|meant (?:to|for)|(?:last|that|my) (?:message|text))\b/u;
const PAUSED =
  /\b(?:for now|for a (?:while|bit|few|couple)|for the (?:moment|time being)|temporarily|(?<!thanks |thank you )so (?:much|often|many|frequently)|(?:this|as|too) (?:much|often)|until (?:i|we|then|next))\b/u;

/** "Stop texting me at night": of a time only, perhaps. */
const LIMITED =
  /^ (?:at (?:work|night|this hour|\d)|so (?:late|early)|before|after|until|till|during|on (?:weekends?|\w+days?)|this (?:late|early)|(?:right )?while)\b/u;

const KEPT =
  /\b(?:(?<!you |u |guys |not )keep (?:texting|sending|them coming|it coming|me\b(?! out| off)|us\b)|no way|love (?:these|your|getting|it(?! if)))\b/u;

function weigh(words: string, text: string, channel: Channel): Phrase | null {
  if (KEPT.test(text) || (/wrong/u.test(words) && MISTAKEN.test(text))) return null;
  if (namesOnlyOther(words, channel)) {
    if (MEANS[channel].offer.test(text)) return null;
    return { words, certainty: /\bcall/u.test(words) && channel === 'sms' ? 'plain' : 'doubt' };
  }
  return { words, certainty: isLimited(words, text) ? 'doubt' : 'plain' };
}

function isLimited(words: string, text: string): boolean {
  const rest = text.slice(text.indexOf(words) + words.length);
  return LIMITED.test(rest) || PAUSED.test(text) || (/wrong/u.test(words) && CORRECTED.test(text));
}

/**
 * The words by which a text asks us to stop writing, or null. 47 CFR 64.1200(a)(10): any reasonable means revokes. Single
 * words such as "cancel", "end" or "quit" are not looked for here: inside a sentence they mean other things.
 */
export function revokingPhrase(sentences: string[][], channel: Channel): Phrase | null {
  const text = sentences.map((clauses) => clauses.join(', ')).join('. ');
  for (const clauses of sentences) {
    const sentence = clauses.join(' ');
    if (WHOLE_SENTENCE.test(sentence)) return weigh(sentence, text, channel);
    for (const clause of clauses) {
      const phrase = phraseInClause(clause);
      const weighed = phrase === null ? null : weigh(phrase, text, channel);
      if (weighed !== null) return weighed;
    }
  }
  const itOff = IT_OFF.exec(text);
  if (itOff && /\b(?:phone|number|line|landline|cell|mobile)\b/u.test(text)) {
    return { words: itOff[0], certainty: 'plain' };
  }
  return bareRefusal(sentences.flat(), channel);
}
