/** The parts that the patterns are made of. */
const ME = String.raw`(?:me (?:or|and|nor) my \w+|me|us|(?:my \w+ (?:and|or) )(?:me|i)|(?:my \w+'s|his|her|their) (?:phone|number|cell)|(?:my|our) (?:number|phones?|cell|email|inbox|line|family|house|home)|this (?:number|phone|address|email|line))`;
const DOING =
  '(?:texting|messaging|contacting|contracting|emailing|mailing|calling|writing|spamming|bothering|harassing|bugging|pestering|hounding|soliciting|bombarding|pinging|hassling|badgering|disturbing|dming|annoying|blasting|reaching out)';
const DO =
  '(?:text|message|contact|contract|email|mail|call|write|spam|bother|solicit|ping|disturb|dm|reach out)';
const KINDS =
  '(?:any|another|one|single|a|additional|anymore|more|further|future|these|those|this|that|your|all|the|so|many|such|damn|dang|stupid|annoying|unsolicited|unwanted|constant|random|endless|spam|spammy|junk|marketing|promotional|automated|automatic|sales|text|sms|email|fucking|freaking|of)';
const THINGS = String.raw`(?:texts?|text messages?|messages?|massages|emails?|sms|mails?|mailings?|calls?|spam|communications?|correspondence|notifications?|solicitations?|newsletters?|outreach|blasts?)`;
const TEXTS =
  '(?:texts|text messages|messages|massages|emails|sms|mailings|communications?|notifications|newsletters?|solicitations)';
const LIST = String.raw`(?:lists?|databases?|systems?|contacts?|crm|records|rolodex|mailings?|texts?|emails?|messages|files?|rotation|campaigns?|thread|program|distribution|distro)`;
const MINE = String.raw`(?:me|us|my (?:name|info|information|details|data|contact info|contact information|contact|phone number|email address|number|email|phone|cell)|this (?:phone number|email address|address|number|email|phone|contact)|our (?:numbers?|emails?|info|names?))`;
const twice = (verb: string) => String.raw`${verb}(?:(?: and | or | ?\/ ?|, )${verb})*(?: to)?`;
const AGAIN =
  '(?:again|anymore|ever|ever again|in (?:the )?future|at all|further|going forward|from now on|for any reason|under any circumstances|period)';
const ENDING = '(?:stop|quit|cease|discontinue|refrain from|desist from)';

/** What people put before and after the words that count. */
export const ASKING =
  '(?:(?:please|just|kindly|hey|hi|hello|ok|okay|and|so|also|then|but|no|nope|nah|yes|yeah|no thanks|no thank you|thanks|thank you|sorry|look|listen|dude|bro|man|sir|maam|ladies|guys|seriously|again|once again|for the last time|im good|i am good|(?:i am |we are )?(?:not|no longer|really not|not really)(?: really)? interested(?: anymore)?|wrong number|i said|you(?: guys| people| all)? (?:really )?(?:need|have|can|may|must|should|better|guys)(?: to)?|can you|could you|would you|will you|can we|i (?:want|need|would like|am asking|am telling|ask|demand|beg|request|asked|told) (?:that )?you(?: guys)? (?:to )?|i would like you to|be sure to|make sure to|go ahead and|if you could|if you would) )*';
export const COURTESY_END =
  '(?: (?:please|now|immediately|thanks|thank you|already|today|asap|at once|right now|right away|anymore|again|forever|for good|permanently|completely|entirely|ok|okay|bye|goodbye|sir|maam|guys|bro|dude|man|lol|god|jesus|dammit|damn it|sorry|so much|very much|appreciate it|much appreciated|have a (?:good|nice|great) (?:day|one)|for the love of god|as soon as possible|effective immediately))*';

/** Found anywhere in a clause, unless the words around them turn the meaning. */
export const ANYWHERE = [
  String.raw`${ENDING} (?:all |ever |with all |constantly |continually |repeatedly )*${twice(DOING)} ${ME}`,
  String.raw`${ENDING} (?:blowing up (?:my|our) (?:phone|cell|inbox)|blowing (?:me|us|my phone) up|hitting (?:me|us) up|filling (?:up )?my inbox|trying to (?:contact|reach|text|call|message) ${ME})`,
  String.raw`${ENDING} (?:all |ever )*${DOING}${COURTESY_END}$`,
  String.raw`${ENDING} (?:getting|receiving|seeing|hearing from|being sent) (?:${KINDS} )*(?:${THINGS}|you|stuff|these|them|this)`,
  String.raw`${ENDING} (?:sending|with) (?:me |us |out )?(?:${KINDS} )*(?:${THINGS}|stuff|crap|junk|shit|garbage|bs)`,
  String.raw`${ENDING} (?:me |us )?(?:${KINDS} )+(?:${TEXTS}|spam|contact|outreach)`,
  String.raw`(?:halt|terminate|cut out|knock off|kill|turn off|disable|cancel|end) (?:${KINDS} )+${TEXTS}`,
  String.raw`cease (?:and desist|(?:all |any )?(?:further |future )?(?:contact|communications?))`,
  String.raw`(?:want|get) (?:off|out)(?: of)? (?:your|this|these|the) (?:${LIST}|${THINGS})`,
  String.raw`(?:want|like|need|expect|prefer|request|demand) no (?:more|further|additional|future) (?:${KINDS} )*(?:${THINGS}|contact)`,
  String.raw`(?:do not|never) (?:under any circumstances?|in any way|ever|you dare|dare)(?: to)? ${twice(DO)} (?:with )?${ME}`,
  String.raw`do not (?:bother|keep|continue|even think about|think about|try) (?:on )?${DOING} (?:with )?${ME}`,
  String.raw`(?:do not|never) use (?:this|my) (?:number|phone)`,
  String.raw`(?:enough (?:with|of)|no more of) (?:${KINDS} )*${TEXTS}`,
  String.raw`(?:do not|never|no longer) (?:(?:ever|please|you|dare|to|try to|attempt to|even) )*${twice(DO)} (?:with )?(?:${ME}|here|to me|anyone here) ${AGAIN}`,
  String.raw`(?:rather|prefer|wish|ask|request|hope|like it if|better if|great if) (?:that )?(?:you|y'all) (?:did|do|would|will|could) (?:please )?not (?:ever )?${twice(DO)} ${ME}`,
  String.raw`forget (?:that )?you (?:ever )?(?:have|had|got|know|knew) (?:my number|me)`,
  String.raw`(?:cancel|end|stop|terminate) (?:my|this|the) (?:text |sms |message |email )?(?:subscription|enrollment|alerts)(?: (?:to|for) (?:${KINDS} )*${THINGS})`,
  String.raw`(?:consent|permission|authorization) (?:is |has been |hereby )*(?:revoked|withdrawn|denied|rescinded|not given)`,
  String.raw`(?:do not|never) (?:(?:ever|please|you|dare|to) )*${twice(DO)} ${AGAIN}`,
  String.raw`(?:do not|never) (?:(?:ever|please|you|dare) )*send (?:me |us |any |anymore )*(?:${KINDS} )*(?:${TEXTS}|texts?|messages?|emails?|anything)(?: ${AGAIN})?`,
  String.raw`(?:told|asked|said|begged|warned|requested)(?: (?:you|y'all|your \w+|them))?(?: guys| people)? (?:not to|to not|to never|never to) (?:be )?(?:${DO}|contacted|texted|messaged|called|emailed)`,
  String.raw`(?:want|need|like|wish) (?:${KINDS} )*${THINGS} (?:to )?(?:stop|end|cease)`,
  String.raw`(?:do not|never) (?:(?:ever|please|you) )*${twice(DO)} ${ME} (?:about|regarding|for|on|with|concerning) (?:[\w']+ ){1,6}(?:again|anymore)`,
  String.raw`(?:taking|removing|deleting|dropping|getting) ${MINE} (?:off|from|out)(?: of)? (?:your|this|the|all)(?: [\w']+){0,2}? ${LIST}`,
  String.raw`opt(?:ing)? out of (?:all|everything)`,
  String.raw`(?:be|get|getting|being|been) (?:removed|taken off|taken out|deleted|dropped|unsubscribed)(?: (?:from|off|of))* (?:your|this|these|all|the|any) (?:[\w']+ ){0,3}?${LIST}`,
  String.raw`(?:take|remove|delete|get|drop|scrub|erase|strike|pull|wipe|purge|kick|exclude) ${MINE} (?:off|from|out)(?: of)? (?:your|all|all your|any of your|these|those|y'all's)(?: [\w']+){0,3}? ${LIST}`,
  String.raw`(?:take|remove|delete|get|drop|scrub|erase|strike|pull|wipe|purge|kick|exclude) ${MINE} (?:off|from|out)(?: of)? (?:the|this|that|any) (?:(?:mailing|contact|email|text|texting|call|calling|marketing|sms|distribution|lead|leads|client|message|messaging|group) )?(?:list|lists|database|system|distribution|thread|chat|conversation|campaign|program)(?! (?:for|of|to)\b)`,
  String.raw`(?:want|like|need|ask|asking|asked|demand|request|requested|requesting|wish|prefer|expect|have|please) (?:(?:to|that i|for) (?:be|get)|me to be|being|to have my (?:number|name|info|email)|my (?:number|name|info|email)(?: to be)?|to get) (?:removed|taken off|unsubscribed|opted out|dropped|taken out|off)(?=$| (?:(?:from|off|of) )*(?:your|this|these|those|all|any|the (?:list|mailing|text|database|system)|immediately|please|now|asap|right)\b)`,
  String.raw`unsubscribe (?:me|us|my (?:number|email|phone)|this (?:number|email|phone))`,
  String.raw`(?:want|like|wish|need|trying|tried|going|how (?:do|can) (?:i|we)|can i|let me|how to|choose|decided|i will|i'll)(?: to)? (?:unsubscribe|opt out)(?=$| (?:of|from) (?:your|these|this|all|any|future|further|receiving|getting|texts?|messages|emails|the (?:texts|messages|emails|list))\b| (?:please|now|thanks|here|asap|immediately)\b)`,
  String.raw`opt (?:me|us|my (?:number|phone|email)|this number) out`,
  String.raw`opt(?:ing)? out (?:of|from) (?:your|these|all|any|future|further|receiving|getting|text|sms|the) ?(?:\w+ ){0,2}?(?:${THINGS}|lists?)`,
  String.raw`(?:do not|no longer|never) (?:want|wish|care|need|like|intend) (?:to (?:receive|get|have|see|be (?:getting|receiving|sent)|continue (?:receiving|getting)|keep (?:receiving|getting)) |receiving |getting )?(?:(?:anymore|any|more|these|those|your|further|future|all|text|sms|marketing|sales|promotional|unsolicited|such) )+(?:of (?:these|those|your) )?${THINGS}`,
  String.raw`(?:do not|no longer) (?:want|wish|need) (?:to (?:receive|get) )?${TEXTS}`,
  String.raw`(?:do not|no longer) (?:want|wish|care|need) (?:to hear (?:anything )?(?:more )?(?:from (?:you|your|y'all|anyone at your)|anymore)|(?:you )?to be (?:contacted|texted|messaged|emailed|called|bothered|disturbed|on (?:your|this) list)|(?:any )?(?:more |further )?(?:contact|communication)(?: from you)?|(?:you|anyone|anybody) (?:to )?(?:${DO}|${DOING}) ${ME})`,
  String.raw`(?:rather|prefer(?: to)?) not (?:to )?(?:be (?:contacted|texted|messaged|emailed)|(?:receive|get) (?:${KINDS} )*${THINGS}|hear from you)`,
  String.raw`(?:appreciate|prefer|ask(?:ing)?|request) (?:not (?:being|to be)) (?:contacted|texted|messaged|emailed|bothered)`,
  String.raw`not interested in (?:receiving|getting|hearing|(?:${KINDS} )+${TEXTS}|being (?:contacted|texted|messaged|emailed))`,
  String.raw`(?:not|no longer) (?:authorized|allowed|permitted|welcome) to ${twice(DO)} ${ME}`,
  String.raw`(?:do not|no longer) (?:have|got) (?:my )?(?:permission|consent|authorization)`,
  String.raw`(?:do not|no longer) (?:consent|agree|give (?:you )?(?:my )?(?:permission|consent))(?=$| to (?:be|being|receive|receiving|get|getting|these|this|your|any|you|contact|texts?|messages)\b| for\b)`,
  String.raw`(?:appreciate|like|love|prefer|great|nice|nicer|better|best|grateful|wish|thankful|glad|time|please) (?:it )?(?:if |when |that )?you (?:all |guys |people )?(?:would |could |can |will )?(?:please )?(?:stopped|quit|ceased|stop|did not|would not|do not|no longer) (?:${DOING}|${DO})(?:ed)?(?: ${ME})?`,
  String.raw`(?:lose|forget|delete|erase|remove|ditch|trash|discard) (?:my|this) (?:phone |cell )?number`,
  String.raw`block my (?:phone )?number`,
  String.raw`leave (?:me|us|my phone|my number|this number|my family|my inbox) (?:the (?:hell|fuck|heck) )?alone(?! (?:with|for|until|till|tonight|today|time|in|on|to)\b)`,
  String.raw`(?:revoke|revoking|withdraw|withdrawing|rescind|rescinding|cancel|take back) (?:(?:my|all|any|prior|our|previous) )*(?:consent|permission|authorization)`,
  String.raw`(?:on|to|in) (?:your |the |a |an |national |internal )*(?:do not (?:call|contact|text|email|disturb|solicit)|no[- ](?:call|contact|text)) ?list`,
  String.raw`(?:put|add|place|place|list|mark) (?:me|us|my \w+|this \w+|it) (?:on|to|in|as) (?:your |the |a )*(?:internal )?(?:dnc|do not (?:call|contact|text))`,
  String.raw`how (?:do|can|to|would) (?:i |we )?(?:stop|end|cancel|block|turn off|get off|get out of|get rid of|opt out of|unsubscribe from|make|get) (?:(?:receiving|getting) )?(?:${KINDS} )*(?:${THINGS}|list|lists|(?:these|this|them|it|you|your texts) (?:to )?stop)`,
  String.raw`make (?:it|this|these|them|the (?:texts|messages|emails)) (?:all )?stop${COURTESY_END}$`,
  String.raw`(?:i|we) (?:have |had |already |just |literally )*(?:said|texted|replied|wrote|typed|sent|hit|pressed|put|responded|told (?:you|y'all|your \w+)(?: guys| people| all)?|asked (?:you|y'all|your \w+)(?: guys| people| all)?|keep (?:saying|telling you|asking)|am (?:telling|begging|asking) you|beg you) (?:guys |people |all |already |to |please |with |back |you to |that you |the word )*stop(?=$| (?:already|now|please|texting|messaging|contacting|calling|emailing|sending|it|this|multiple|several|twice|many|two|three|\d|a (?:few|dozen)|before|last|yesterday|and)\b)`,
  String.raw`(?:told|asked|begged|warned) (?:you|y'all|your \w+)(?: \w+){0,4} to (?:please )?stop(?=$| (?:already|now|please|texting|messaging|contacting|calling|emailing|sending|it|this|before|and)\b)`,
  String.raw`(?:i|we) (?:have |had |already |just |previously )*(?:unsubscribed|opted out)(?=$| (?:of|from) (?:this|these|your|all)\b| (?:already|before|twice|last|multiple|several|and|but|yesterday|weeks?|days?|months?|a |yet|so)\b)`,
  String.raw`(?:i am|this is|we are|it is) not (?:the|who|whom)(?: right)? ?(?:person|one|guy|girl|individual|lady|man|woman)? ?(?:that |who |whom )?you (?:are|were|think|want)(?: \w+)?`,
].map((source) => new RegExp(String.raw`(?<![\w'-])${source}(?![\w'])`, 'gu'));

/** Plain only when they are the whole clause, but for courtesy: with more words they mean other things. */
export const WHOLE_CLAUSE = [
  String.raw`(?:stop|quit) (?:texting|messaging|contacting|emailing|spamming|sending(?: me)?(?: these| those| this| them| anything)?|this|it|everything|all|texts?|messages?|emails?|sms|contact)`,
  String.raw`(?:do not|never) (?:contact|solicit|disturb|message)(?: or (?:call|text|contact))?`,
  String.raw`(?:have me|get me|i want|i need|i want to be|i would like to be|i need to be|i ask to be|i wish to be) (?:removed|taken off|unsubscribed|deleted|off)`,
  String.raw`(?:stop|quit|end) (?:this|that|the|all this|with the) (?:nonsense|bs|bullshit|crap|shit|madness|harassment|spam|foolishness)`,
  String.raw`(?:do not|never) send (?:anything|texts?|messages?|emails?)`,
  String.raw`(?:remove|delete|erase|drop|scrub|block|unenroll|deregister) ${MINE.replace('|details|data', '')}(?: (?:from (?:this|here|there|it|everything)|completely))?`,
  String.raw`take ${MINE} off|get me off|get me out of (?:here|this)`,
  String.raw`stop you(?: (?!there|right|from|for|and)[\w']+){1,2}`,
  String.raw`no (?:more|further|additional|future|other) (?:${KINDS} )*(?:${THINGS}|contact)(?: or ${THINGS})*(?: from you| ever| to (?:me|this number))?`,
  String.raw`no (?:texts?|text messages|sms|calls|emails)(?: (?:and|or) (?:texts?|calls|emails))*`,
  String.raw`(?:i (?:am|would like to be|want to be) )?(?:opting out|opted out|unsubscribed|removed)|(?:i )?opt out(?: me| now)?|unsubscribed?(?: me)?|i unsubscribe|unsubscribe all|text opt out`,
  String.raw`(?:i )?(?:no longer|do not) consent`,
  String.raw`(?:stop|unsubscribe|quit) (?:all )?(?:or|before) (?:i|we|else)\b.*`,
  String.raw`(?:do not|never) (?:ever )?${twice('(?:text|message|contact|bother|spam|solicit)')} (?:this number|anymore|it|here|this line)`,
  String.raw`(?:you (?:\w+ ){0,3}(?:texting|calling|contacting|messaging|emailing|reaching|text|call) )?(?:you (?:have|got|have got|must have|may have|have reached|reached|called|texted|dialed|messaged|emailed|have the|are texting|are messaging|are contacting|are calling|clearly have) )?(?:it is |that is |this is |is |i think (?:you have |this is |you got )?|i believe (?:you have |this is )?|i am afraid (?:you have |this is )?|think you have )?(?:(?:the|a) )?wrong (?:phone |cell )?(?:number|person|guy|girl|lady|man|woman|phone|contact|recipient|individual|human|dude|gal|chick|party)(?:(?! (?:of|on|for|in|to|at|with|when|is|was|from|as|that|and|but|or|by)\b) [\w']+){0,2}`,
].map(
  (source) =>
    new RegExp(`^${ASKING}(?:um |uh |oh |well |ah |i think |hmm )*(?:${source})${COURTESY_END}$`, 'u'),
);

/** "Take it off the list": their number, if that is what the text is about, or a house. */
export const IT_OFF = new RegExp(
  String.raw`\b(?:take|remove|delete|get|drop) (?:it|this|him|her|them) (?:off|from|out)(?: of)? (?:your|the|this|all) (?:[\w']+ ){0,2}?${LIST}\b`,
  'u',
);

/** Plain only as a whole sentence: "oh stop, you flatter me" is none. */
export const WHOLE_SENTENCE = new RegExp(
  `^${ASKING}(?:stop|unsubscribe|stop all|stopall|opt out|remove|quit it|unsub)(?: (?:stop|unsubscribe|it))*${COURTESY_END}$`,
  'u',
);

/** "Don't text me", with nothing said about another way or another time. */
export const BARE_REFUSAL = new RegExp(
  `^${ASKING}(?:do not|never) (?:ever )?${twice(DO)}(?: (?:with )?${ME})?${COURTESY_END}$`,
  'u',
);
