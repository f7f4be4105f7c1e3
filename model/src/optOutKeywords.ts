type Kind = 'stop' | 'start' | 'help';

/**
 * Words that count as the whole message, as letters and digits only. English: 47 CFR 64.1200(a)(10) names stop, quit, end,
 * revoke, opt out, cancel and unsubscribe; carriers and providers add stopall, remove, arret and td (AWS "Required opt-out
 * keywords", Twilio "Advanced Opt-Out", CTIA 2023, 5.1.3). YES counts only as an answer to an opt-in prompt of our own, so
 * it is not here.
 */
const ENGLISH: Record<Kind, string> = {
  stop: 'stop stopall stopit cease desist ceaseanddesist stopnow stops stopped end endall quit quitall cancel cancelall revoke revoked revokeall optout optoutall optedout optmeout optusout optingout unsubscribe unsubscribeall unsubscribed unsub remove removed removeme deleteme stopsms stoptext stoptexts stoptexting stopmessages stopmsg stopemail stopemails endtexts canceltexts textstop txtstop replystop sendstop takemeoff dnc donotcontact donottext discontinue halt stahp unenroll nomoretexts',
  start: 'start startall unstop subscribe resubscribe optin optbackin optmein optmebackin',
  help: 'help info helpme',
};

/**
 * The same abroad, each language's own word for stop, unsubscribe, sign me off: what providers list as local keywords
 * (Twilio's country guidelines and the bilingual rule of Canada's carriers: ARRET, AIDE) and what its speakers write.
 */
const ABROAD: Record<Kind, string> = {
  stop: [
    'arret arrete arretes arreter cesse cessez stoppez arretez arretetout td fin desabonner desabonnement desinscription desinscrire', // French
    'alto para paren parad pares detenga cancela cancele cancelen borrame borreme quitame quiteme sacame saqueme nomas nomasmensajes dejame detengan parar pare paren basta cancelar baja darmedebaja dardebaja detener detente detenganse desuscribir desuscribirme desuscribirse anular cancelarsuscripcion eliminar yabasta', // Spanish
    'sair parem parartudo pararmensagens descadastrar descadastro remover encerrar cancelarinscricao', // Portuguese
    'stopp stoppen abmelden abmeldung abbestellen austragen kundigen aufhoren schluss beenden', // German
    'fermare fermatevi cancellatemi fermati ferma annulla annullare cancellami disiscrivi disiscrivimi disiscrizione smettila smetti smettetela stoppa stoppate', // Italian
    'afmelden ophouden stoppen uitschrijven stopzetten beeindigen opzeggen', // Dutch
    'avsluta avregistrera avprenumerera sluta avslutt meldavmelding avmeld avmelding stans stoppa slutt frameld afmeld afslut lopeta peruuta', // Nordic
    'rezygnuje rezygnacja wypisz wypiszmnie anuluj koniec przestan przestancie stoj zrusit odhlasit konec prestan dezabonare dezabonati opreste leiratkozas leallitas stopsms', // Polish, Czech, Romanian, Hungarian
    'стоп отписка отписаться отпишите отпишитеменя отмена прекрати остановите остановить отключить отстань отстаньте прекратите прекратить хватит зупинити скасувати відписатися', // Russian, Ukrainian
    'στοπ διακοπη σταματα διαγραφη', // Greek
    'iptal ret dur durdur cikis', // Turkish
    'توقف أوقف اوقف أوقفوا كفى إيقاف ايقاف الغاء إلغاء قف لغو', // Arabic, Persian
    'הסר הסרה עצור להסיר', // Hebrew
    'रोकें रोको रुको रुकें बंद बंदकरो बंदकरें हटाएं', // Hindi
    '停止 退订 退訂 取消 取消订阅 取消訂閱 停 止 请停 请停止 拒收 别发', // Chinese
    '停止 解除 配信停止 退会 やめて ストップ 登録解除 停止してください 停止して 停止希望 配信停止希望 解除希望 やめて下さい 止めて 止めてください とめて', // Japanese
    '중지 정지 수신거부 그만 해지 취소 스톱 그만하세요 멈춰 차단', // Korean
    'dung ngung huy dunglai tuchoi thoi',
    'หยุด เลิก ยกเลิก', // Thai // Vietnamese
    'hinto itigil tigil tigilna berhenti batal hentikan', // Tagalog, Indonesian, Malay
    'kanpe rete', // Haitian Creole
  ].join(' '),
  start: 'commencer reprendre iniciar comenzar empezar старт 开始 開始',
  help: 'aide ayuda ajuda aiuto hilfe помощь',
};

/** Cyrillic and Greek letters that look like Latin ones, among Latin ones. */
const LOOKALIKES = new Map(
  Array.from('аеорсухіјѕԁтпτορ').map((letter, at) => [letter, Array.from('aeopcyxijsdtntop')[at] ?? letter]),
);

function latinised(word: string): string {
  return /\p{Script=Latin}/u.test(word)
    ? Array.from(word, (letter) => LOOKALIKES.get(letter) ?? letter).join('')
    : word;
}

/** Only the letters and digits: case, full-width forms, accents, spaces, quotes and emoji around a keyword fall away. */
function lettersOf(text: string): string {
  const letters = text
    .normalize('NFKD')
    .replace(/\$(?=t)/giu, 's')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
    .normalize('NFC');
  return latinised(letters);
}

const KEYWORDS = new Map<string, Kind>(
  [ENGLISH, ABROAD].flatMap((words) =>
    (['stop', 'start', 'help'] as const).flatMap((kind) =>
      words[kind].split(' ').map((word) => [lettersOf(word), kind] as const),
    ),
  ),
);

/** Words that people do send, one key away from "stop"; as a whole message nobody can tell what was meant. */
const OTHER_WORDS = new Set(
  'atop step stow shop slop swop top sop spot stoop stomp strop estop stot stoup stope qui uit qut evoke ancel unsu nsub'.split(
    ' ',
  ),
);
const NEIGHBOURS: Record<string, string> = { s: 'awedxz5', t: 'rfgy56', o: 'ipkl90', p: 'ol0' };

/** "stpo", "st0p", "stopp", "dtop": two letters swapped, one missing, doubled, or hit beside. */
function slipsOf(word: string): string[] {
  return Array.from(word).flatMap((letter, at) => {
    const [before, after] = [word.slice(0, at), word.slice(at + 1)];
    const swapped = after === '' ? [] : [`${before}${after[0] ?? ''}${letter}${after.slice(1)}`];
    const beside = Array.from(NEIGHBOURS[letter] ?? '');
    return [
      ...swapped,
      `${before}${after}`,
      `${before}${letter}${letter}${after}`,
      ...beside.flatMap((key) => [
        `${before}${key}${after}`,
        `${before}${letter}${key}${after}`,
        `${before}${key}${letter}${after}`,
      ]),
    ];
  });
}

const SLIPS = new Set(
  ['stop', 'stopall', 'quit', 'cancel', 'revoke', 'remove', 'optout', 'unsub', 'unsubscribe']
    .flatMap(slipsOf)
    .filter((slip) => !OTHER_WORDS.has(slip) && !KEYWORDS.has(slip)),
);
const NEARLY = new Set(['cancelled', 'canceled', 'atop', 'stoop', 'stomp', 'estop', 'spot', 'stope']);

/** What a whole message says by its word alone; `nearly`: it may be a slip of "stop", or the word that it is. */
export function keywordOf(text: string): { kind: Kind | 'nearly'; word: string } | null {
  const word = lettersOf(text);
  const kind = KEYWORDS.get(word) ?? KEYWORDS.get(unrepeated(word)) ?? (SLIPS.has(word) ? 'stop' : null);
  if (kind) return { kind, word };
  return NEARLY.has(word) ? { kind: 'nearly', word } : null;
}

/** "STOPSTOPSTOP" is "stop"; "stoooop" as well. */
function unrepeated(word: string): string {
  return word.replace(/^(.{2,12}?)\1+$/u, '$1').replace(/(\p{L})\1{2,}/gu, '$1');
}

const MOST_WORDS = 8;
const LAW_WORDS = new Set('stop stopall unsubscribe unsub quit revoke optout remove'.split(' '));
const APPOINTMENT_WORDS = new Set(['cancel', 'end']);
const COURTESY = new Set(
  'please pls plz kindly just to now immediately asap thanks thank you thx ty ok okay yes no nope hi hey hello sir maam mam already all sorry and everything today right away bitte danke porfavor por favor gracias svp merci per favore grazie obrigado obrigada prego alstublieft alsjeblieft aub tack takk prosze proszę dziękuję пожалуйста спасибо 请 謝謝 谢谢 ya ahora s il vous plaît plait lütfen xin vui lòng po'.split(
    ' ',
  ),
);

/**
 * A message of nothing but such words and courtesy: "please stop now, thanks", "stop quit unsubscribe". "Please cancel" may
 * be about an appointment, so a person reads it.
 */
export function courteousKeyword(text: string): 'stop' | 'help' | 'doubt' | null {
  const words = text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  if (words.length > MOST_WORDS) return null;
  const rest = words.filter((word) => !COURTESY.has(word)).join('');
  const kept = APPOINTMENT_WORDS.has(rest) ? null : KEYWORDS.get(lettersOf(rest));
  if (kept === 'stop' || kept === 'help') return kept;
  if (!words.every((word) => COURTESY.has(word) || isKey(word))) return null;
  if (words.some((word) => LAW_WORDS.has(word))) return 'stop';
  return words.some((word) => APPOINTMENT_WORDS.has(word)) ? 'doubt' : null;
}

function isKey(word: string): boolean {
  return LAW_WORDS.has(word) || APPOINTMENT_WORDS.has(word);
}
