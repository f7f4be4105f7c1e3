/** The parts that the patterns are made of. */
const ME = String.raw`(?:me (?:or|and|nor) my \w+|me|us|(?:my \w+ (?:and|or) )(?:me|i)|(?:my \w+'s|his|her|their) (?:phone|number|cell)|(?:my|our) (?:number|phones?|cell|email|inbox|line|family|house|home|household|business)|this (?:number|phone|address|email|line))`;
const KIN =
  'my (?:wife|husband|mom|mother|dad|father|parents|son|daughter|kids?|child|children|girlfriend|boyfriend|sister|brother|grandma|grandmother|work|office|job)';
const DOING =
  '(?:texting|messaging|contacting|contracting|emailing|mailing|calling|writing|spamming|bothering|harassing|bugging|pestering|hounding|soliciting|bombarding|pinging|hassling|badgering|disturbing|dming|annoying|blasting|reaching out|communicating|following up|hitting up|checking in|ringing|phoning|dialing)';
const DO =
  '(?:text|message|contact|contract|email|mail|call|write|spam|bother|solicit|ping|disturb|dm|reach out|follow up|communicate|hit up|ring|phone|dial)';
const KINDS =
  '(?:any|another|one|single|a|additional|anymore|more|further|future|these|those|this|that|your|all|the|so|many|such|damn|dang|stupid|annoying|unsolicited|unwanted|constant|random|endless|spam|spammy|junk|marketing|promotional|automated|automatic|sales|text|sms|email|fucking|freaking|of)';
const THINGS = String.raw`(?:texts?|text messages?|messages?|massages|emails?|sms|mails?|mailings?|calls?|spam|communications?|correspondence|notifications?|solicitations?|newsletters?|outreach|blasts?|alerts?|reminders?|updates|promos?|promotions?|offers|ads?|announcements?|follow[- ]?ups?|robo-?texts?)`;
const TEXTS =
  '(?:texts|text messages|messages|massages|emails|sms|mailings|communications?|notifications|newsletters?|solicitations|alerts|reminders|promos|promotions|ads|blasts|follow[- ]?ups|robo-?texts)';
const LIST = String.raw`(?:lists?|databases?|systems?|contacts?|crm|records|rolodex|mailings?(?: lists?)?|texts?|emails?|messages|files?|rotation|campaigns?|thread|program|distribution|distro|phone ?book|phone|address book|memory|queue|group|sequence|cadence|outreach|marketing|radar|drip|funnel)`;
const MINE = String.raw`(?:me|us|my (?:name|info|information|details|data|contact info|contact information|contact|phone number|email address|number|email|phone|cell)|this (?:phone number|email address|address|number|email|phone|contact|cell|line)|our (?:numbers?|emails?|info|names?)|(?:my|our|this) (?:mobile|cell ?phone|telephone|phone|line|digits)(?: number)?)`;
const twice = (verb: string) => String.raw`${verb}(?:(?: and | or | ?\/ ?|, )${verb})*(?: to)?`;
const AGAIN =
  '(?:again|anymore|ever|ever again|in (?:the )?future|at all|further|going forward|from now on|no more|for any reason|under any circumstances|period|no more)';
const ENDING = '(?:stop|quit|cease|discontinue|refrain from|desist from)';

/** What people put before and after the words that count. */
export const ASKING =
  '(?:(?:please|just|kindly|stop and|stop n|hey|hi|hello|ok|okay|and|so|also|then|but|no|nope|nah|yes|yeah|no thanks|no thank you|thanks|thank you|sorry|look|listen|dude|bro|man|sir|maam|ladies|guys|seriously|again|once again|for the last time|im good|i am good|(?:i am |we are )?(?:not|no longer|really not|not really)(?: really)? interested(?: anymore)?|wrong number|i said|you(?: guys| people| all)? (?:really )?(?:need|have|can|may|must|should|better|guys)(?: to)?|can you|could you|would you|will you|can we|i (?:want|need|would like|am asking|am telling|ask|demand|beg|request|asked|told) (?:that )?you(?: guys)? (?:to )?|i would like you to|be sure to|make sure to|go ahead and|if you could|if you would) )*';
export const COURTESY_END =
  '(?: (?:please|and|now|immediately|thanks|thank you|already|today|asap|at once|right now|right away|anymore|again|forever|for good|permanently|completely|entirely|ok|okay|bye|goodbye|sir|maam|guys|bro|dude|man|lol|fr|rn|bruh|bud|buddy|pal|mate|ffs|smh|or else|i mean it|god|jesus|dammit|damn it|sorry|so much|very much|appreciate it|much appreciated|have a (?:good|nice|great) (?:day|one)|for the love of god|as soon as possible|effective immediately))*';

/** Found anywhere in a clause, unless the words around them turn the meaning. */
export const ANYWHERE = [
  String.raw`${ENDING} (?:all |ever |with all |constantly |continually |repeatedly |fucking |freaking |effing |damn |goddamn |bloody |ing )*${twice(DOING)} (?:${ME}|${KIN}|it|here)`,
  String.raw`${ENDING} (?:blowing up (?:my|our) (?:phone|cell|inbox)|blowing (?:me|us|my phone) up|hitting (?:me|us|my line|my phone)(?: up)?|filling (?:up )?my inbox|trying to (?:contact|reach|text|call|message) ${ME})`,
  String.raw`${ENDING} (?:all |ever |fucking |freaking |effing |damn |bloody |ing )*${twice(DOING)}${COURTESY_END}$`,
  String.raw`${ENDING} (?:send|text|message|contact|call|write|email|spam|bother|disturb)(?: to)? (?:me|us|this number)`,
  String.raw`${ENDING} (?:getting|receiving|seeing|hearing from|being sent) (?:${KINDS} )*(?:${THINGS}|you|stuff|these|them|this)`,
  String.raw`${ENDING} it (?:already )?with (?:${KINDS} )*${TEXTS}`,
  String.raw`${ENDING} (?:sending|with) (?:me |us |out )?(?:${KINDS} )*(?:${THINGS}|stuff|crap|junk|shit|garbage|bs)`,
  String.raw`${ENDING} (?:me |us )?(?:${KINDS} )+(?:${TEXTS}|spam|contact|outreach)`,
  String.raw`(?:halt|suspend|terminate|cut out|knock off|kill|turn off|disable|cancel|end) (?:(?:${KINDS}|my) )+${TEXTS}`,
  String.raw`cease (?:and desist|(?:all |any )?(?:further |future )?(?:contact|communications?))`,
  String.raw`(?:want|get|getting|come|like|need) (?:off|out)(?: of)? (?:your|this|these|the) (?:${LIST}|${THINGS})`,
  String.raw`(?:want|like|need|expect|prefer|request|demand|appreciate) no (?:more|further|additional|future) (?:${KINDS} )*(?:${THINGS}|contact)`,
  String.raw`(?:do not|never) (?:under any circumstances?|in any way|ever|you dare|dare)(?: to)? ${twice(DO)} (?:with )?${ME}`,
  String.raw`do not (?:bother|keep|continue|even think about|think about|try) (?:on )?${DOING} (?:with )?${ME}`,
  String.raw`(?:do not|never) (?:ever |again )*hit (?:${ME} up|my (?:line|phone))|(?:can|could|would|will|please|may) (?:you )?(?:please |just |kindly )*not ${twice(DO)} (?:with )?${ME}|no ${DO} ${ME} ${AGAIN}|never (?:ever )?again ${twice(DO)} (?:with )?${ME}`,
  String.raw`(?:do not|never) (?:you )?(?:be |keep (?:on )?|continue |start )(?:${DOING} (?:with )?${ME}|sending (?:me|us))`,
  String.raw`neither ${DO} (?:n?or ${DO} )+${ME}`,
  String.raw`(?:number|phone|line|address|i|we) (?:is|am|are) not to be (?:contacted|texted|called|messaged|emailed)`,
  String.raw`(?:i|we|hereby|and) object to (?:receiving|getting|being|(?:the |any )?processing|any|your|these|this|all|direct marketing|marketing)`,
  String.raw`stop processing my (?:number|phone|data|personal data|details|information|email)`,
  String.raw`(?:honou?r|respect|process) my (?:request to (?:stop|opt out|be removed|unsubscribe)|opt[- ]?out)`,
  String.raw`(?:requesting|request|want|demand|ask for) removal(?: from (?:${KINDS} )*${LIST})?$`,
  String.raw`my (?:right to )?opt[- ]?out(?: request)?(?= please| now|$)`,
  String.raw`(?:do not|never) use (?:this|my) (?:number|phone)`,
  String.raw`(?:enough(?: with| of)?|no more of) (?:${KINDS} )*${TEXTS}`,
  String.raw`(?:do not|never|no longer) (?:(?:ever|please|you|dare|to|try to|attempt to|even) )*${twice(DO)} (?:with )?(?:${ME}|here|to me|anyone here) ${AGAIN}`,
  String.raw`(?:rather|prefer|wish|ask|request|hope|like it if|better if|great if) (?:that )?(?:you|y'all) (?:(?:did|do|would|will|could) )?(?:please )?not (?:ever )?${twice(DO)} ${ME}`,
  String.raw`forget (?:that )?you (?:ever )?(?:have|had|got|know|knew) (?:my number|me)`,
  String.raw`(?:cancel|end|stop|terminate) (?:my|this|the) (?:text |sms |message |email )?(?:subscription|enrollment|alerts)(?: (?:to|for) (?:${KINDS} )*${THINGS})`,
  String.raw`(?:consent|permission|authorization) (?:is |has been |hereby )*(?:revoked|withdrawn|denied|rescinded|not given)`,
  String.raw`(?:do not|never) (?:(?:ever|please|you|dare|to) )*${twice(DO)} ${AGAIN}`,
  String.raw`(?:do not|never) (?:(?:ever|please|you|dare) )*send (?:me |us |any |anymore )*(?:${KINDS} )*(?:${TEXTS}|texts?|messages?|emails?|anything|nothing)(?: (?:else|more|no more))*(?: ${AGAIN})?`,
  String.raw`(?:told|asked|said|begged|warned|requested)(?: (?:you|y'all|your \w+|them))?(?: guys| people)? (?:not to|to not|to never|never to) (?:be )?(?:${DO}|contacted|texted|messaged|called|emailed)`,
  String.raw`(?:want|need|like|wish) (?:(?:${KINDS} )*${THINGS}|these|those) (?:to )?(?:stop|end|cease)`,
  String.raw`(?:want|like|need) off$`,
  String.raw`(?:wish|want|like|prefer|ask|asking|request|requesting|tell|telling|demand|beg|begging)(?: (?:you|that|guys|all|to))* not (?:to )?(?:be )?(?:contacted|texted|messaged|emailed|bothered|disturbed|text|message|contact|bother|disturb)(?: ${ME})?(?: ${AGAIN})?$`,
  String.raw`no (?:wish|desire|interest|need)(?: to be (?:contacted|texted|messaged|emailed|on (?:your|this) list)| to (?:receive|get|hear from)| in (?:receiving|getting|hearing from|being contacted))`,
  String.raw`(?:do not|no longer|never) have my (?:ok|okay|blessing|approval)`,
  String.raw`(?:lost|lack|need) (?:my )?(?:permission|consent) to (?:text|message|contact|email)`,
  String.raw`(?:(?:i|we) (?:must|have to|need to|should|keep)(?: have to)?|(?:must|do|should) (?:i|we)(?: have to)?) (?:say|saying|tell|telling|repeat|ask|asking)(?: (?:you|y'all|you people))?(?: to)? stop$`,
  String.raw`stop means stop`,
  String.raw`(?:do not|never) (?:(?:ever|please|you) )*${twice(DO)} ${ME} (?:about|regarding|for|on|with|concerning) (?:[\w']+ ){1,6}(?:again|anymore)`,
  String.raw`(?:taking|removing|deleting|dropping|getting) ${MINE} (?:off|from|out)(?: of)? (?:your|this|the|all)(?: [\w']+){0,2}? ${LIST}`,
  String.raw`opt(?:ing)? out of (?:all|everything)`,
  String.raw`(?:these|those|the|your|all|such|constant) (?:${KINDS} ){0,3}${TEXTS} (?:(?:all|really|just|seriously) )*(?:need|needs|have|has|must|got|gotta|ought|better|should)(?: to)? (?:stop|end|cease)`,
  String.raw`(?:be|get|getting|being|been) (?:removed|taken off|taken out|deleted|dropped|unsubscribed|unlisted|erased|purged)(?: (?:from|off|of))* (?:your|this|these|all|the|any) (?:[\w']+ ){0,3}?${LIST}`,
  String.raw`(?:take|remove|delete|get|drop|scrub|erase|strike|pull|wipe|purge|kick|exclude|scratch|cross|yank|clear|eliminate|cut|leave|keep) ${MINE} (?:off|from|out)(?: of)? (?:your|all|all your|any of your|these|those|y'all's)(?: [\w']+){0,3}? ${LIST}`,
  String.raw`(?:take|remove|delete|get|drop|scrub|erase|strike|pull|wipe|purge|kick|exclude|withdraw|scratch|cross|yank|clear|eliminate|cut|leave|keep) ${MINE} (?:off|from|out)(?: of)? (?:the|this|that|any) (?:(?:mailing|contact|email|text|texting|call|calling|marketing|sms|distribution|lead|leads|client|message|messaging|group) )?(?:list|lists|database|system|distribution|thread|chat|conversation|campaign|program|group)(?! (?:for|of|to)\b)`,
  String.raw`(?:want|like|need|ask|asking|asked|demand|request|requested|requesting|wish|prefer|expect|have|please) (?:(?:to|that i|for) (?:be|get)|me to be|being|to have my (?:number|name|info|email)|my (?:number|name|info|email)(?: to be)?|to get) (?:removed|taken off|unsubscribed|opted out|dropped|taken out|off)(?=$| (?:(?:from|off|of) )*(?:your|this|these|those|all|any|the (?:list|mailing|text|database|system)|immediately|please|now|asap|right)\b)`,
  String.raw`unsubscribe (?:me|us|my (?:number|email|phone)|this (?:number|email|phone))`,
  String.raw`(?:want|like|wish|need|trying|tried|going|how (?:do|can) (?:i|we)|can i|let me|how to|choose|decided|i will|i'll)(?: to)? (?:unsubscribe|opt out)(?=$| (?:of|from) (?:your|these|this|all|any|future|further|receiving|getting|texts?|messages|emails|the (?:texts|messages|emails|list))\b| (?:please|now|thanks|here|asap|immediately)\b)`,
  String.raw`opt out (?:me|us|my number|this number)`,
  String.raw`opt(?:ing)? (?:me|us|my (?:number|phone|email)|this number) out`,
  String.raw`opt(?:ing)? out (?:of|from) (?:your|these|all|any|future|further|receiving|getting|text|sms|the) ?(?:\w+ ){0,2}?(?:${THINGS}|lists?)`,
  String.raw`(?:do not|no longer|never) (?:want|wish|care|need|like|intend) (?:to (?:receive|get|have|see|be (?:getting|receiving|sent)|continue (?:receiving|getting)|keep (?:receiving|getting)) |receiving |getting )?(?:(?:anymore|any|more|no|these|those|your|further|future|all|text|sms|marketing|sales|promotional|unsolicited|such) )+(?:of (?:these|those|your) )?${THINGS}`,
  String.raw`(?:do not|no longer) (?:want|wish|need) (?:to (?:receive|get) )?${TEXTS}`,
  String.raw`(?:do not|no longer) (?:want|need) (?:any|anymore|more|no more) of (?:these|those|your (?:texts|messages|emails))`,
  String.raw`(?:do not|no longer|never) (?:want|wish) to (?:receive|get|see|have|be sent) (?:these|those|them|this|anything|any)(?: (?:of these|from you|anymore|again|at all|ever))*$`,
  String.raw`(?:do not|no longer|never) (?:want|wish|care|need) (?:to hear (?:anything )?(?:more )?(?:from (?:you|your|y'all|anyone at your)|anymore)|(?:you )?to be (?:contacted|texted|messaged|emailed|called|bothered|disturbed|on (?:your|this) list)|(?:any )?(?:more |further )?(?:contact|communication)(?: from you)?|(?:you|anyone|anybody) (?:to )?(?:${DO}|${DOING}) ${ME})`,
  String.raw`(?:rather|prefer(?: to)?) not (?:to )?(?:be (?:contacted|texted|messaged|emailed)|(?:receive|get|have|see) (?:(?:${KINDS} )*${THINGS}|(?:these|those|this|them|anything|any)(?: (?:anymore|from you))*$)|hear from you)`,
  String.raw`(?:appreciate|prefer|ask(?:ing)?|request) (?:not (?:being|to be)) (?:contacted|texted|messaged|emailed|bothered)`,
  String.raw`(?:not|no longer) interested in (?:receiving|getting|hearing|(?:${KINDS} )+${TEXTS}|being (?:contacted|texted|messaged|emailed))`,
  String.raw`(?:not|no longer) (?:authorized|allowed|permitted|welcome) to ${twice(DO)} ${ME}`,
  String.raw`(?:do not|no longer) (?:have|got) (?:my )?(?:permission|consent|authorization)`,
  String.raw`(?:do not|no longer) (?:consent|agree|give (?:you )?(?:my )?(?:permission|consent))(?=$| to (?:be|being|receive|receiving|get|getting|these|this|your|any|you|contact|texts?|messages)\b| for\b)`,
  String.raw`(?:appreciate|like|love|prefer|great|nice|nicer|better|best|grateful|wish|thankful|glad|time|please) (?:it )?(?:if |when |that )?you (?:all |guys |people )?(?:would |could |can |will )?(?:please )?(?:stopped|quit|ceased|stop|did not|would not|do not|no longer) (?:${DOING}|${DO})(?:ed)?(?: ${ME})?`,
  String.raw`(?:lose|forget|delete|erase|remove|ditch|trash|discard|wipe|purge|scrub|scratch|toss|drop) (?:my|this) (?:phone |cell )?(?:number|digits)`,
  String.raw`block my (?:phone )?number`,
  String.raw`leave (?:me|us|my phone|my number|this number|my family|my inbox) (?:(?!(?:and|or|in|at|with)\b)[\w*']+ ){0,3}?alone(?! (?:with|for|until|till|tonight|today|time|in|on|to)\b)`,
  String.raw`(?:revoke|revoking|withdraw|withdrawing|rescind|rescinding|cancel|take back) (?:(?:my|all|any|prior|our|previous|express|written|verbal|earlier|given|tcpa|and|implied) )*(?:consent|permission|authorization)`,
  String.raw`(?:on|to|in) (?:your |the |a |an |national |internal )*(?:do[- ]not[- ](?:call|contact|text|email|disturb|solicit)|no[- ](?:call|contact|text)|dnc|opt[- ]out|suppression|black|block)[- ]?list`,
  String.raw`(?:put|add|place|place|list|mark) (?:me|us|my \w+|this \w+|it) (?:on|to|in|as) (?:your |the |a )*(?:internal )?(?:dnc|do[- ]not[- ](?:call|contact|text)|opted out|unsubscribed|no contact)`,
  String.raw`how (?:do|can|to|would) (?:i |we )?(?:stop|end|cancel|block|turn off|get off|get out of|get rid of|opt out of|unsubscribe from|make|get) (?:(?:receiving|getting) )?(?:${KINDS} )*(?:${THINGS}|list|lists|(?:these|this|them|it|you|your texts) (?:to )?stop)`,
  String.raw`make (?:it|this|these|them|(?:${KINDS} )+${TEXTS}) (?:all )?stop${COURTESY_END}$`,
  String.raw`(?:i|we) (?:have |had |already |just |literally )*(?:said|texted|replied|wrote|typed|sent|hit|pressed|put|responded|told (?:you|y'all|your \w+)(?: guys| people| all)?|asked (?:you|y'all|your \w+)(?: guys| people| all)?|keep (?:saying|telling you|asking)|am (?:telling|begging|asking) you|beg you) (?:guys |people |all |already |to |please |with |back |you to |that you |the word )*stop(?=$| (?:already|now|please|texting|messaging|contacting|calling|emailing|sending|it|this|multiple|several|twice|many|two|three|four|five|six|ten|\d|a (?:few|dozen)|before|last|yesterday|and (?:you|still|yet|then|nothing))\b)`,
  String.raw`(?:told|asked|begged|warned) (?:you|y'all|your \w+)(?: \w+){0,4} to (?:please )?stop(?=$| (?:already|now|please|texting|messaging|contacting|calling|emailing|sending|it|this|before|and)\b)`,
  String.raw`(?:i|we) (?:have |had |already |just |previously )*(?:unsubscribed|opted out)(?=$| (?:of|from) (?:this|these|your|all)\b| (?:already|before|twice|last|multiple|several|and|but|yesterday|weeks?|days?|months?|a |yet|so)\b)`,
  String.raw`(?:i am|this is|we are|it is) not (?:the|who|whom)(?: right)? ?(?:person|one|guy|girl|individual|lady|man|woman)? ?(?:that |who |whom )?you (?:are|were|think|want)(?: \w+)?`,
].map((source) => new RegExp(String.raw`(?<![\w'-])${source}(?![\w'])`, 'gu'));

/** Plain only when they are the whole clause, but for courtesy: with more words they mean other things. */
export const WHOLE_CLAUSE = [
  String.raw`${ENDING} (?:texting|messaging|contacting|emailing|spamming|sending(?: me)?(?: these| those| this| them| anything)?|this|it|everything|all|(?:all )?(?:${THINGS}|contact))`,
  String.raw`(?:do not|never) (?:contact|solicit|disturb|message)(?: or (?:call|text|contact))?`,
  String.raw`(?:have me|get me|i want|i need|i want to be|i would like to be|i need to be|i ask to be|i wish to be) (?:removed|taken off|unsubscribed|deleted|off)`,
  String.raw`(?:stop|quit|end) (?:this|that|the|all this|with the) (?:nonsense|bs|bullshit|crap|shit|madness|harassment|spam|foolishness)`,
  String.raw`(?:stop|end|quit) (?:the|these|all|your|ur) (?:text|message|texting|messaging|text messaging)`,
  String.raw`(?:no|enough) (?:more )?(?:texting|messaging|contacting|emailing|spamming|calling or texting)`,
  String.raw`unsubscribe(?: me)? from (?:your|the|this|these|all)(?: [\w']+){1,3}`,
  String.raw`(?:can|could|may|how (?:do|can|to)|where (?:do|can)) (?:(?:i|we|you) )?(?:please )?(?:be|get) (?:removed|taken off|taken out|unsubscribed|deleted|opted out)`,
  String.raw`(?:i (?:want|need|would like|would appreciate)|please have|have|get|can you have|how do i get) (?:my|this|our) (?:(?:phone|cell) )?(?:number|name|info|cell|phone) (?:removed|deleted|taken off|taken out|erased|unsubscribed)`,
  String.raw`(?:how|where) (?:do|can|to|does) (?:(?:i|we|you|one) )?(?:unsubscribe|opt out)`,
  String.raw`not (?:another|one more|a single) (?:text|message|email|word)`,
  String.raw`(?:this (?:number|phone|line)|i|we|my (?:number|phone)) (?:is|am|are) (?:listed )?on (?:the )?(?:dnc|do not call)(?: registry| list)?`,
  String.raw`(?:(?:do not|never) send|${ENDING} sending) (?:me |us )?(?:these|those|stuff|crap|junk|spam|anything|(?:this|that) (?:crap|shit|junk|stuff|garbage|spam|bs|nonsense))(?: to (?:me|us|this number|my phone))?`,
  String.raw`${ENDING} with (?:this|that|these|those|it)`,
  String.raw`(?:do not|never) send (?:me |us )?(?:(?:these|those|anything|any|anymore|nothing|more|no more|texts?|messages?|emails?)(?: of (?:these|those))? ?)+`,
  String.raw`(?:discontinue|desist|please cease|${ENDING} to (?:end|stop|quit|cancel|opt out|unsubscribe))`,
  String.raw`(?:end|halt|terminate|discontinue|cancel|kill|mute|turn off|shut off|cut off|disable|deactivate|unsubscribe(?: me)? from|opt out of) (?:(?:${KINDS} )*(?:${TEXTS}|sms|contact|(?:this |the |your )?(?:text|sms|message) subscription|this subscription)|(?:these|those))(?: off)?`,
  String.raw`(?:turn|shut|cut|switch) (?:${KINDS} )*(?:${TEXTS}|these|those) off`,
  String.raw`(?:unsubscribe|opt out|remove|take)(?: me)? from (?:lists?|all|all lists?|everything|(?:your|the|this) (?:sms )?lists?)|(?:remove|drop|delete|take)(?: me| us| my number| this number)? from (?:(?:your|the|this|all|any|mailing|marketing|text|texting|sms|contact|call|calling|email) )*(?:lists?|database|system|distribution|distro)|remove (?:(?:the|this|my|phone|cell|mobile) )*(?:number|contact)|(?:list )?removal(?: from (?:your |the |this )?list)?|opt[- ]?out request|(?:get |take )?(?:me )?off (?:your|the|this|ur) (?:text |mailing |contact |call )?lists?`,
  String.raw`(?:remove|delete|erase|drop|scrub|block|unenroll|deregister|unadd|unfollow|clear|withdraw|pull|purge|wipe|unlist) ${MINE.replace('|details|data', '')}(?: (?:from (?:this|here|there|it|everything)|completely))?`,
  String.raw`(?:take|cross|scratch|strike|get) ${MINE} (?:off|out)|get me off|get me out of (?:here|this)`,
  String.raw`stop you(?: (?!there|right|from|for|and)[\w']+){1,2}`,
  String.raw`no (?:more|further|additional|future|other) (?:of )?(?:(?:${KINDS} )*(?:${THINGS}|contact)|(?:these|those|this)(?= please| thanks|$))(?: or ${THINGS})*(?: from you| ever| to (?:me|this number))?`,
  String.raw`no (?:texts?|text messages|messages|sms|calls|emails|contact|alerts|texting|messaging)(?: (?:and|or) (?:texts?|calls|emails))*`,
  String.raw`(?:i (?:am|would like to be|want to be) )?(?:opting out|opted out|unsubscribed|removed)|(?:i )?opt out(?: me| now)?|unsubscribed?(?: me)?|i unsubscribe|unsubscribe all|text opt out`,
  String.raw`(?:i )?(?:no longer|do not) consent`,
  String.raw`(?:stop|unsubscribe|quit) (?:all )?(?:or|before) (?:i|we|else)\b.*`,
  String.raw`(?:do not|never) (?:ever )?${twice('(?:text|message|contact|bother|spam|solicit)')} (?:this number|anymore|it|here|this line)`,
  String.raw`(?:you (?:\w+ ){0,3}(?:texting|calling|contacting|messaging|emailing|reaching|text|call) )?(?:you (?:have|got|have got|must have|may have|have reached|reached|called|texted|dialed|messaged|emailed|have the|are texting|are messaging|are contacting|are calling|clearly have) )?(?:it is |that is |this is |is |i think (?:you have |this is |you got )?|i believe (?:you have |this is )?|(?:i )?think (?:you have |you got )?|i am afraid (?:you have |this is )?|think you have )?(?:(?:the|a) )?wrong (?:phone |cell )?(?:number|digits|person|guy|girl|lady|man|woman|phone|contact|recipient|individual|human|dude|gal|chick|party)(?:(?! (?:of|on|for|in|to|at|with|when|is|was|from|as|that|and|but|or|by)\b) [\w']+){0,2}(?: for (?!me\b|us\b)[a-z]+)?`,
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
  `^${ASKING}(?:do not|never) (?:(?:ever|you|even|dare|please) )*${twice(DO)}(?: (?:with )?${ME})?(?: (?:by|via|through) (?:phone|text|email|sms|call|or|and|any means|any way|mail| )+)?(?: no more)?${COURTESY_END}$`,
  'u',
);
