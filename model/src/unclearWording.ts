import { ASKING, COURTESY_END } from './revokingPatterns.js';

const US = '(?:me|us|my phone|this number)';

/** Found anywhere in a clause. What they mean by it, stop or only no, nobody can tell from the words. */
const ANYWHERE = [
  // No, or no more of you?
  String.raw`(?:not|no longer|never|never was|not at all|not really|not even) (?:at all |really |very |even |currently |remotely |the least bit )*interested(?! in\b)`,
  String.raw`(?:have|has|got|had) no interest(?! in (?:that|those|it|the|a|an)\b)|zero interest|lost interest`,
  String.raw`(?:not|no longer) (?:\w+ )?interested in (?:your|anything|any of|this(?! (?:one|house|unit|place|listing|property|floor|model))|you\b|working with|what you|selling|moving|buying right now|the offer|any offer|an offer|this offer|services)`,
  // For a while, or for good?
  String.raw`(?:stop|pause|hold|quit|enough)(?: (?:texting|messaging|contacting|sending|emailing|calling|texts|messages))?(?: ${US})? (?:for now|for a (?:while|bit|few|couple)|for the (?:moment|time being)|temporarily)`,
  String.raw`(?:pause|hold|freeze|suspend|slow down)(?: on| with)? (?:(?:(?:the|these|your|all|my) )*(?:texts|messages|emails|updates|texting|messaging|notifications)|(?:these|those)$)`,
  String.raw`hold off (?:on )?(?:(?:the|these|your|any|all|more) )*(?:text|message|email|call|contact)\w*`,
  String.raw`(?:do not|never) (?:\w+ )?(?:contact|text|message|call|email) ${US} (?:again|anymore) (?:until|till|before)`,
  String.raw`(?:give (?:me|us) (?:a break|some space|space|a rest)|(?:take|need|want) a break from (?:this|these|the texts))`,
  String.raw`(?:too many|so many|way too many|an insane amount of) (?:text|message|email|call|sms)\w*|(?:less|fewer) (?:text|message|email)s?`,
  String.raw`no more (?:for now|right now|at this time|at the moment|today|this (?:week|month))`,
  String.raw`(?:tired|sick|annoyed|fed up|done|over|had it|had enough)(?: and tired)? (?:of|by|with) (?:(?:all|getting|receiving|these|your|the|this|constant|you|so|hearing) )*(?:text|message|email|call|sms|spam|hear|from|texting|bothering|bullshit|bs|crap)\w*`,
  // They did not ask for it.
  String.raw`(?:never|did not|do not (?:remember|recall)|have not|never have|had not) (?:\w+ )?(?:sign(?:ed|ing)? up|subscrib(?:e|ed|ing)|opt(?:ed|ing)? in|consent(?:ed|ing)? to|agree(?:d|ing)? to (?:this|these|be|receive|get|any)|ask(?:ed|ing)? (?:for (?:this|these|texts|messages|any of|your|you)|to be|you to)|request(?:ed|ing)? (?:this|these|texts|messages|any|to be|info)|(?:give|gave|given|giving) (?:you |y'all |anyone )?(?:my |any )?(?:permission|consent|number|info|authorization))`,
  String.raw`without my (?:permission|consent)|unsolicited (?:text|message|email|call|contact|sms)\w*`,
  // A warning is no request, but whoever warns is not to be texted by the next campaign.
  String.raw`(?:will|going to|am|be|gotta|have|has been|have to|already|and|or|is|getting|been|just|i|we)(?: \w+)? report(?:ed|ing)? (?:you|this|your|it|these|them)\b|report(?:ed|ing)? (?:you|this (?:number|as|to)|your (?:number|company|business)|as (?:spam|junk)|(?:this |you |it )?to the (?:fcc|ftc|authorities|attorney|police|state|bbb|carrier))|reported as (?:spam|junk)|(?:mark|flag|report)(?:ed|ing)? (?:this|you|it|these|your \w+)? ?(?:as|for) (?:spam|junk|harassment)`,
  String.raw`(?:hear from|hearing from|call|calling|contact|contacting|get|talk to|speak with) (?:my|our|a|an) (?:lawyer|attorney)|my (?:lawyer|attorney) (?:will|is going to) (?:be|contact|call|reach|write|hear|sue|get)|(?:rather|prefer) you (?:call|email)|you (?:guys |people )?keep (?:on )?(?:texting|messaging|contacting|spamming|bothering|calling) (?:me|us)|let me alone|(?:will|going to|gonna|can|could|am|to) su(?:e|ing) you|suing you|legal action|class action|press(?:ing)? charges|(?:call|calling|called) the (?:cops|police) on you|restraining order|small claims|(?:file|filing|filed)(?: a| an)? (?:formal )?(?:fcc |ftc |tcpa )?complaint|tcpa|do not call (?:law|rule|act|violation)|(?:against|violat\w+|breaking) (?:the |federal |state )*law`,
  String.raw`(?:this|that|it|you|you guys|these) (?:is|are)(?: \w+)? (?:harassment|harassing|spam|spamming|spammers|scammers|illegal|stalking|a scam|ridiculous spam|invasive|unwanted)|(?:reads|looks|sounds|feels|seems) like (?:spam|a scam|harassment)`,
  String.raw`(?:this|you|these|it|you guys|the texts|your texts) (?:is|are) (?:so |very |really |getting |super |beyond |just |extremely )*(?:annoying|irritating|intrusive|invasive|creepy|out of hand|excessive|bothersome)`,
  String.raw`why (?:do you keep|are you(?: still| constantly)*|do you (?:still|always)|do i keep) (?:texting|messaging|contacting|bothering|text|message|contact|getting|emailing)(?: (?:me|us|this|these))?`,
  String.raw`you (?:guys )?(?:are )?(?:text|message|texting|messaging|email|emailing|contact)(?:ing)? (?:me )?(?:too|so|way too) (?:much|often)`,
  // Hard words.
  String.raw`(?:f|fuck|fuk|f\W?ck|eff|piss|bugger|sod|screw|jog|back|clear) off|(?:fuck|screw|eff|f|f k) (?:you|u|yourself|off)|take (?:a|the) hint|go (?:away(?! (?:for|to|on|this|next|until|in|with)\b)|to hell|kick rocks|fuck yourself|pound sand)|get (?:lost(?! \w)|a life|bent)|buzz off|shut (?:up|the \w+ up)|stfu|gtfo|take a hike|beat it|kick rocks|(?:leave|let) (?:me|us) (?:the \w+ )?be(?! (?:clear|honest|the|a|sure|real|frank)\b)|get off my (?:phone|case|back)|mind your (?:own )?business|bug off|eat shit|drop dead|nobody asked`,
  // Another person, perhaps.
  String.raw`(?:no one|nobody|noone|nobody here|no one here|no [a-z]+) (?:here )?(?:by that name|by this name|with that name|with this name|named|called|at this number|lives here|here by that)`,
  String.raw`(?:this is|that is|it is|is|am) (?:not|no longer|not actually) (?:his|her|their|my|the|your|[a-z]+'s|[a-z]+s') (?:number|phone|cell)(?: anymore)?`,
  String.raw`(?:i )?(?:do not|never) (?:even )?(?:know|knew|heard of) (?:you\b(?! (?:were|had|could|did|have|offer|can|are (?:open|available)))|who (?:you are|this is|that is|you (?:want|mean))|any(?:one| one|body) (?:by|named|called)|(?:a|an|any) [a-z]+$)`,
  String.raw`(?:you|you've|you have) (?:have |got |must have )*(?:me )?(?:confused|mistaken|mixed up)(?: (?:me|with|for))?|(?:just|recently|i) (?:got|have|inherited) this (?:phone )?number|(?:just|recently) (?:got|inherited) a new (?:phone )?number|new (?:owner|user) of this (?:number|phone)|(?:no longer|not) (?:has|have|use|uses|at) this (?:number|phone)|(?:changed|old) (?:his|her|their) number`,
  String.raw`who (?:the|in the) (?:hell|fuck|heck|f) (?:is this|are you|gave|r you)`,
  // Their data.
  String.raw`(?:delete|erase|remove|destroy) (?:all )?(?:(?:of )?my |any |our )(?:personal |private )?(?:data|information|info|details)|right to be forgotten|gdpr|ccpa`,
  String.raw`(?:do not|no longer) want (?:this|it|these|those|any of (?:this|it|these)|anything|anything from you|to (?:talk|speak|chat)(?: (?:to|with) (?:you|y'all|anyone))?|your (?:help|service|services|stuff|business|offers?))(?: anymore)?$`,
  String.raw`(?:do not|never) (?:text|message) (?:me|us)(?: please| just| only| instead| you can)* (?:call|email|phone)|(?:do not|never) email (?:me|us)(?: please| just| only| instead| you can)* (?:call|text)`,
  String.raw`do not (?:reply|respond|write back|answer)(?: (?:to me|back|again|anymore))?$`,
  String.raw`${'(?:stop|quit)'} (?:asking|pushing|pressuring|selling|trying|following up|checking in|advertising|promoting|marketing|wasting|lying|nagging|begging|chasing|playing|doing (?:this|that)|testing|massaging|showing|giving|forwarding|responding|replying)(?! (?:by|at|in|smoking|to (?:find|get|sell|buy|reach you))\b)(?: ${US})?`,
  String.raw`(?:stop|quit) (?:sending (?:me|us) |(?:it )?(?:already )?with (?:the|your|all)\b|(?:bothering|harassing|spamming|texting|calling|scamming) (?:people|everyone|everybody|folks|strangers|random))`,
  String.raw`(?:text|message|email|contact)(?:ing)? (?:(?:me|us) )?less(?= often| frequently| please|$)|who gave you (?:permission|the right|this number)|had enough(?! (?:money|time|room|space|credit))|forget about me|(?:remove|take|delete) (?:this|him|her|them) (?:off|from) your (?:\w+ )?list`,
  String.raw`(?:stop|quit) for (?:today|tonight|(?:the|a|this) (?:day|night|week|weekend|month))|no need (?:for you )?to (?:keep \w+ing|(?:reach out|follow up|contact|check in)(?: (?:me|us|to me|with me))?$|(?:text|message|email|write)(?: (?:me|us|to me))? (?:again|anymore|further))|(?:get|getting) off (?:of )?(?:this|these)$|(?:only|just|rather|prefer(?: to)?) (?:by |via |use |get |be contacted by )?(?:email|mail)(?: me| us| only| please|$)|email only|emails? (?:not|instead of|over|rather than) (?:text|sms|message)|(?:stop|hold off|pause|no texts?) (?:until|till)|there is no [a-z]+ (?:here|at this number)|(?:does not|no longer|do not) (?:live|lives|work|works) here|not [a-z]+'s (?:number|phone|cell)|(?:this|it) (?:was|used to be) (?:his|her|[a-z]+'s|my \w+) (?:number|phone|cell)|number (?:belongs to|does not belong to)|(?:has been|was|been) reported|lawsuit|file (?:a )?suit|had this (?:number|phone)|never heard of [a-z]+$|how many times do i have to (?:say|tell|ask|repeat)|number is blocked|not (?:by|via) text|accident\w* (?:\w+ ){0,2}stop|stop by (?:accident|mistake)`,
  String.raw`block(?:ed|ing)? (?:you|this|your|the) ?(?:number)?$|(?:i am|i will|going to|about to|gotta) block(?:ing)? `,
].map((source) => new RegExp(String.raw`(?<![\w'-])(?:${source})`, 'u'));

/** Only as the whole clause. */
const CLAUSE = [
  String.raw`(?:that is )?enough(?: is enough| already)?|no more|no interest|pause|nothing more|hold off(?: for now)?|no interest at all|over it|i quit|do not|not another (?:text|message|one)|no mas|stop that|stop (?:it )?(?:already|right there)|stop|can you stop|could you stop|will you stop|would you stop|just stop|when (?:will|do|are|does) (?:this|it|these|you|(?:the|these|your) (?:texts|messages|emails|spam|calls)) (?:going to )?(?:end|stop)|does (?:this|it) ever (?:end|stop)`,
  String.raw`(?:text(?:s|ing)? no|no text(?:s|ing)|spam|no spam|fraud|mute|(?:way )?too much|spammers?|scam|scammers?|harassment|junk|unwanted|(?:what|such) a (?:scam|spam|joke)|(?:i am|this is) not (?:the )?(?:right |correct )?(?:person|one)|no soliciting|no solicitation|no solicitors|no thank you not interested|hard pass|is this the wrong (?:number|person)|(?:did|do|have) i (?:text|get|have|got|reach|reached|call) the wrong (?:number|person)|i (?:have|texted|dialed|called|got|may have|might have|must have)(?: \\w+)? the wrong (?:number|person)|unsubscribe from (?:what|this)|not me|delete|deleted|blocked|block|reported|go away|begone|scram|leave|vete|denied|rejected)`,
  String.raw`(?:sorry )?(?:(?:my|our|the|his|her) )?(?:he|she|they|(?!phone|battery|car|laptop|dog|cat|computer|cell)[a-z]+) (?:has |is |have |recently )*(?:passed away|passed|died|deceased|dead|no longer with us|no longer alive)(?: (?:last|two|a few|in \d|\d).{0,20})?`,
  String.raw`(?:please )?(?:cancel|end) (?:me|this|it|everything|all|my subscription|service|please)|(?:please|pls) (?:cancel|end)|i want (?:out|this to (?:stop|end)|it to (?:stop|end))|count me out|i am out|i am done|we are done|lose me|do not bother|dont bother|lay off|not my number|let's end this|texting off|for the last time(?: no)?|(?:calls?|phone(?: calls?)?) only|(?:cancel|end|stop) (?:my |the |this )?(?:subscription|service|membership)|no [a-z]{3,} here|ugh stop|wrong (?:address|email|name)|cut it out|knock it off|give it (?:up|a rest)|let it go|move on|next`,
].map((source) => new RegExp(`^${ASKING}(?:${source})${COURTESY_END}$`, 'u'));

const CONDITIONAL =
  /\b(?:if|whether|unless|in case|that|think|thought|assume|assumed) (?:you|they|he|she|we|i|it)(?: \w+)? $|\b(?:you|they|he|she|it|wife|husband|buyer|seller|owner|tenant|client|friend|partner)(?: (?:is|are|was|were|will|am|would|have|has|said|says))+ $|\b(?:he|she|they|you) $/u;
const ABOUT_THEM = /interest|want|sign|subscrib|tired|sick|done|reply|respond|answer/u;
const GOES_ON =
  /\b(?:but|however|though|instead|show me|send me|what about|do you have|looking for|only (?:interested|want)|more interested|still (?:interested|looking|want))\b/u;
/** "Stop sending me the wrong price, send the right one"; "wrong address, it's 12 Elm St". */
const SEND_OTHER =
  /(?:, |\. |and )(?:please |just )*(?:send|text|give) (?:me |us )?(?:the|a|an|only the) \w+/u;
const PUT_RIGHT = /\b(?:it is (?!the wrong)|should be|the (?:right|correct|new) one|use|try|i meant)\b/u;
const PLEASANT =
  /\b(?:lol|haha\w*|lmao|kidding|joking|flatter\w*|blush\w*|laugh\w*|love (?:it|these|them)|no way|so sweet|too funny|hilarious|gorgeous|adorable|so cute|stunning|amazing|(?:such|what) a (?:good|great|nice|beautiful|lovely|steal)\w*|yes please|jk)\b/u;
const OF_A_LETTER = /\b(?:click|link below|unsubscribe here|view in browser|privacy policy)\b/u;

/** Whether the words around them say that they are no doubt: the offer goes on, or somebody else is spoken of. */
function isExplained(words: string, before: string, rest: string): boolean {
  return (
    (ABOUT_THEM.test(words) && CONDITIONAL.test(before)) ||
    (/^(?:stop|quit)/u.test(words) && KEPT.test(before)) ||
    (/interest/u.test(words) && GOES_ON.test(rest)) ||
    (/^stop sending/u.test(words) && SEND_OTHER.test(rest))
  );
}

function doubtIn(clause: string, text: string): string | null {
  for (const pattern of ANYWHERE) {
    const match = pattern.exec(clause);
    if (!match) continue;
    const [words] = match;
    if (!isExplained(words, clause.slice(0, match.index), text.slice(text.indexOf(words)))) return words;
  }
  if (/^(?:\w+ )?wrong (?:address|email|name)/u.test(clause) && PUT_RIGHT.test(text)) return null;
  return CLAUSE.some((pattern) => pattern.test(clause)) ? clause : null;
}

/** "Oh stop, you flatter me". */
export function isPleasant(sentences: string[][]): boolean {
  return PLEASANT.test(sentences.map((clauses) => clauses.join(', ')).join('. '));
}

const MOST_WORDS = 12;
const LEFTOVER =
  /(?<!\b(?:an|no|the|we|can we|is|was) )\b(?:unsubscrib\w+|opt(?:ed|ing)? out|opt-out)\b(?! (?:of (?!your|these|this|those|all|any|text|texts|message|messages|sms|email|emails|everything|receiving|getting|future|further)|my (?!number|email|phone)|him|her|clause|fee|option|period|deadline|form|provision|date|window)\b)/u;
const KEPT = /\b(?:not|never)(?: \w+)? $|\b(?:the|my|our|your) \w+ $|\b(?:he|she|they|it) $/u;
const ELSEWHERE = /\bunsubscrib(?:ed?|ing) from (?!your|this|these|you)/u;

/**
 * The words by which a text may ask us to stop, and may not: it is not for a program to say. Until a person has, nothing is
 * sent. `text` is read as sentences of clauses (`plainWords.ts`).
 */
export function unclearWording(sentences: string[][]): string | null {
  const text = sentences.map((clauses) => clauses.join(', ')).join('. ');
  if (PLEASANT.test(text)) return null;
  for (const clause of sentences.flat()) {
    const doubt = doubtIn(clause, text);
    if (doubt !== null) return doubt.trim();
  }
  const isShort = text.split(/\s+/u).length <= MOST_WORDS;
  const left = isShort && !OF_A_LETTER.test(text) && !ELSEWHERE.test(text) ? LEFTOVER.exec(text) : null;
  return left?.[0] ?? null;
}
