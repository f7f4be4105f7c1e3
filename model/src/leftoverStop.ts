import { ASKING, COURTESY_END } from './revokingPatterns.js';

interface Phrase {
  words: string;
  certainty: 'plain' | 'doubt';
}

/** "The bus stop", "one more stop", "can't stop", "he will stop": a place, a stay, or what somebody else does. */
const NO_REQUEST_BEFORE =
  /(?:\b(?:the|a|an|one|two|three|each|every|per|next|last|first|final|another|more|bus|train|metro|subway|tram|trolley|ferry|taxi|cab|rest|truck|pit|short|full|quick|brief|tour|gas|fuel|food|coffee|lunch|dinner|bathroom|potty|emergency|hard|dead|complete|door|back|non|our|my|your|his|her|their|not|never|without|to|must|he|she|it|they|we|i|will|should|would|could|can|does|do|did|does it|rain|word|reply|text|txt|send|type|says?|said|means?)|\b(?:do|does|did|will|would|can|could|should|may|might|must)(?: [\w']+){0,4}|\b(?:can|could|will|would|do|does|did) not(?: \w+)?|-) ?$/u;

/** What may follow in a sentence about something else: "stop by", "stop sign", "stop worrying", "stop the leak". */
const OTHER_MATTER_AFTER =
  /^(?:[-/&]| (?:mal|by|at|in|into|over|for|on|off|past|there|here|near|outside|inside|along|between|before|after|when|while|until|till|around|with|and|or|as|to|is|was|the|a|an|my|our|his|her|their|its|that|if|once|sign|signs|light|lights|lamp|loss|motion|watch|order|orders|payment|payments|n|go|gap|work|number|shop|street|[\w']+ing|[\w']+s|\d\S*)\b)/u;

const NEXT_SENTENCE =
  '(?:i|i am|we|we are|this is|who|wrong|not|never|do not|already|sorry|remove|take me|leave me|unsubscribe|no thanks|no thank you|nobody|it is (?:not|the wrong))';
const RUN_ON = new RegExp(
  `^${ASKING}(?:stop|stopall|unsubscribe)(?: please| pls| now)* (?:${NEXT_SENTENCE})(?= |$)`,
  'u',
);
const RUN_IN = new RegExp(
  String.raw`(?:^|\s)(?:who (?:is|are) (?:this|that|you)|wrong (?:number|person)|no thanks?(?: you)?|not interested(?: anymore)?|ugh|omg|god|jesus|christ|dude|spam|scam|alone|already(?: [\w']+){1,4}|(?:do not|never) (?:know|want|need|like|care|sign|ask)(?: [\w']+){0,4}) (?:please |just |so |now |and )*(?:stop|unsubscribe)${COURTESY_END}$`,
  'u',
);
const REFUSED = new RegExp(
  String.raw`(?:^|\s)(?:this is (?:a|my|an|not)(?: [\w']+){1,4}|wrong (?:number|person)|who is this|i am(?: [\w']+){1,4}|not interested|no thanks?(?: you)?) (?:please |so |just )*(?:do not|never) (?:ever )?(?:text|contact|message|call or text)(?: me| us| here| this number)?${COURTESY_END}$`,
  'u',
);
const THIS_MUST =
  /\b(?:this|it|these|they|that|you(?: guys| people)?) (?:really |just |all |seriously )*(?:need|needs|have|has|must|got|gotta|ought|better)(?: to)? stop(?: now| please| already| immediately| today| asap)*$/u;
const ENDING_IN_STOP = new RegExp(`\\bstop${COURTESY_END}$`, 'u');
const STARTING_WITH_STOP = new RegExp(`^${ASKING}stop(?![\\w'])`, 'u');
const FEW_WORDS = 4;
const SHORT = 12;

const count = (text: string): number => text.split(/\s+/u).length;

function runOn(clause: string): Phrase | null {
  if (/^(?:i am|this is|it is) not [\w' ]{2,30} wrong (?:number|person)$/u.test(clause)) {
    return { words: clause, certainty: 'plain' };
  }
  if (RUN_IN.test(clause) || REFUSED.test(clause)) return { words: clause, certainty: 'plain' };
  return RUN_ON.test(clause) ? { words: clause, certainty: 'plain' } : null;
}

/** "Not a customer, remove": a whole clause of the law's word. */
const WORD_ALONE = new RegExp(`^${ASKING}(?:remove|unsubscribe|opt out)${COURTESY_END}$`, 'u');

function strayStop(clause: string): Phrase | null {
  if (WORD_ALONE.test(clause)) return { words: clause, certainty: 'plain' };
  const must = THIS_MUST.exec(clause);
  if (must) return { words: must[0], certainty: must[0].startsWith('these') ? 'plain' : 'doubt' };
  const end = ENDING_IN_STOP.exec(clause);
  if (end && count(clause) <= SHORT && !NO_REQUEST_BEFORE.test(clause.slice(0, end.index))) {
    return { words: clause, certainty: 'doubt' };
  }
  const start = STARTING_WITH_STOP.exec(clause);
  const isOther = start === null || OTHER_MATTER_AFTER.test(clause.slice(start[0].length));
  return !isOther && count(clause) <= FEW_WORDS ? { words: clause, certainty: 'doubt' } : null;
}

const CEASE =
  '(?:stop|quit|cease|halt|end|discontinue|terminate|suspend|cancel|disable|deactivate|mute|block|(?:turn|shut|cut|switch|knock) off|get rid of|rid me of|get out of|get off|do away with|no longer|no more|not (?:another|one more|a single))';
const MATTER =
  '(?:texts|text messages|texting|messages|messaging|sms|notifications|alerts|blasts|spam|solicitation|solicitations|contacting|pestering|bugging|reaching out|following up|follow ups|hit me up|hitting me up|contact me|text me|message me|bother me|write me|write to me|bother us|contact us|text us|this number|my number|my phone|my inbox)';
/** Words of stopping, and of messages soon after them, in an order that no pattern knew. */
const NEAR_MESSAGES = new RegExp(
  String.raw`(?<![\w'-])${CEASE}(?! (?:by|over|in|at|for|and|worrying|hesitate|forget|think|be|worry|mind|miss|missing|get|got|see|saw|received?)\b)(?: (?!and|or|but|so|because|by|while|when|if|until|before|after|from|unless|in case)[\w']+){0,3} ${MATTER}(?![\w'])`,
  'u',
);
const NOT_OURS =
  /\b(?:not|never|he|she|they|it|my \w+|the \w+|did you|you (?:did|have|stopped|never|do)|why|when|if|before|after|i|we|i'll|love|glad|keep|hope|until|hesitate|can you still)\b/u;

const REFUSAL = new RegExp(
  String.raw`(?<![\w'-])(?:not|never|no|without)(?: (?!stop|quit|hesitate|forget|get|got|see|receive|sure|and|or|but|so|because|until|before|after|if|when|about)[\w']+){0,3} ${MATTER}${COURTESY_END}$`,
  'u',
);
const OTHERWISE =
  /\b(?:get|gets|got|getting|receiv\w*|came|can not|could not|come|through|see|saw|seen|forget|hesitate|worry|until|till|before|yet|know|able|work|works|working|stop|quit|call|email|instead|rather|prefer|later|but|only|unless|use|sorry|lost|miss\w*|why|how|share|sell|publish|post|you never|you do not|is not|are not)\b/u;

function refusal(clause: string, text: string): Phrase | null {
  const match = REFUSAL.exec(clause);
  return match === null || OTHERWISE.test(text) ? null : { words: match[0], certainty: 'doubt' };
}

/** Their own number, and that it comes off: "you were supposed to remove me", "my number should not be on your list". */
const OFF_THE_LIST = [
  String.raw`(?:remove|delete|erase|unsubscribe) (?:me|us|my number|this number)${COURTESY_END}$`,
  String.raw`(?:i|we|number|name|phone) (?:(?:am|are|is|was|were|be|been|being|get|to|have|has|had|should|must|needs?|want|wants|would|like|supposed|asked|already|please) )+(?:removed|taken off|unsubscribed|deleted|opted out)${COURTESY_END}$`,
  String.raw`(?:i|we|me|us|number|name) (?:[\w']+ ){0,3}(?:off|not (?:be )?on|out of) (?:of )?(?:your|the|this) (?:[\w']+ )?(?:list|lists|database|system|group)${COURTESY_END}$`,
].map((source) => new RegExp(String.raw`(?<![\w'-])${source}`, 'u'));
const STAYS =
  /\b(?:do not|never|not want|show\w*|wait\w*|buyers?|guest|appointment|quote|invoice|autopay|loan|title|lease|order|account|estimate|why|when|am i|are we|was i|if)\b/u;

function offTheList(clause: string): Phrase | null {
  const found = OFF_THE_LIST.map((pattern) => pattern.exec(clause)).find((match) => match !== null);
  return found && !STAYS.test(clause) ? { words: found[0], certainty: 'doubt' } : null;
}

function nearMessages(clause: string): Phrase | null {
  const match = NEAR_MESSAGES.exec(clause);
  if (!match || NOT_OURS.test(clause.slice(0, match.index))) return null;
  const isNarrowed = NARROWED_AFTER.test(clause.slice(match.index + match[0].length));
  return isNarrowed && !/^(?:stop|quit) (?:texting|messaging)/u.test(match[0])
    ? null
    : { words: match[0], certainty: 'doubt' };
}
const NARROWED_AFTER = /^ (?:about|for|regarding|at|before|after|until|till|to|from|with) /u;

/**
 * The law's word, or one like it, where no phrase of ours knew the sentence: run into another one ("who is this stop") it is
 * plain, elsewhere a person reads it. What it says about buses, leaks and smoking is none.
 */
export function leftoverStop(sentences: string[][]): Phrase | null {
  const clauses = sentences.flat();
  const text = clauses.join(', ');
  const isShort = count(text) <= SHORT;
  for (const clause of clauses) {
    const found = runOn(clause);
    if (found) return found;
  }
  for (const clause of clauses) {
    const found =
      strayStop(clause) ??
      nearMessages(clause) ??
      offTheList(clause) ??
      (isShort ? refusal(clause, text) : null);
    if (found) return found;
  }
  return null;
}
