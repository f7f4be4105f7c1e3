/** Where mail programs of many languages begin what is not the writer's own: quotes, copied headers, signatures. */

/** "On Tue, Ana wrote:": how the line begins and how it ends. Some languages have only an end. */
const ATTRIBUTIONS: readonly RegExp[] = [
  /^on\b.{4,300}\bwrote\s*:$/iu,
  /^am\b.{4,300}\bschrieb\b.{0,200}:$/iu,
  /^le\b.{4,300}\ba écrit\s*:$/iu,
  /^el\b.{4,300}\bescribió\s*:$/iu,
  /^il\b.{4,300}\bha scritto\s*:$/iu,
  /^em\b.{4,300}\bescreveu\s*:$/iu,
  /^op\b.{4,300}\bschreef\b.{0,200}:$/iu,
  /^(?:w dniu|dnia)\b.{4,300}\b(?:pisze|napisał(?:\(a\)|a)?)\s*:$/iu,
  /^(?:den|på)\b.{4,300}\b(?:skrev|skrev følgende|følgende)\b.{0,200}:$/iu,
  /^.{4,300}\bkirjoitti\s*:$/iu,
  /^dne\b.{4,300}\bnapsala?(?:\(a\))?\s*:$/iu,
  /^.{4,300}\bşunu yazdı\s*:$/iu,
  /^.{4,300}(?:пишет|написал(?:\(а\)|а)?)\s*:$/iu,
  /^(?:在|于|於).{4,300}(?:写道|寫道)\s*[:：]$/u,
  /^\d{4}年.{4,300}(?:のメール|wrote|書きました)\s*[:：]$/iu,
  /^\d{4}년.{4,300}(?:작성|님이 작성)\s*[:：]$/u,
  /^.{4,300}(?:כתב|כתבה|כתב\/ה)\s*[:：]$/u,
  /^.{4,300}(?:كتب|كتبت)\s*[:：]$/u,
];

/** The first words of such a line: a line that begins otherwise is not tried with the ones below it. */
const ATTRIBUTION_HEADS =
  /^(?:on|am|le|el|il|em|op|w dniu|dnia|den|på|dne|在|于|於|\d{1,4}[.年년/\- ]|בתאריך|ב-|في)/iu;

/** Two such lines, one below the other, are copied headers. */
const FROM =
  /^\*?(?:from|von|de|da|van|od|från|fra|lähettäjä|kimden|от|发件人|寄件者|差出人|보낸 사람|מאת|من)\s*[:：]\*?/iu;
const HEADER =
  /^\*?(?:from|von|de|da|van|od|från|fra|от|sent|gesendet|envoyé|enviad[oa](?: el| em)?|inviato|verzonden|wysłan[oe]|skickat|sendt|lähetetty|gönderildi|отправлено|date|datum|fecha|data|dato|дата|to|an|à|para|a|aan|do|till|til|кому|subject|betreff|objet|asunto|oggetto|assunto|onderwerp|temat|ämne|emne|тема|cc|发送时间|收件人|主题|寄件日期|送信日時|宛先|件名|보낸 날짜|받는 사람|נשלח|אל|נושא|إلى|تاريخ|الموضوع)\s*[:：]\*?/iu;

const CUTS: readonly RegExp[] = [
  /^-{2,}\s*(?:original message|forwarded message|original-nachricht|ursprüngliche nachricht|weitergeleitete nachricht|message d['’]origine|message transféré|mensaje original|mensaje reenviado|messaggio originale|messaggio inoltrato|mensagem original|mensagem encaminhada|oorspronkelijk bericht|doorgestuurd bericht|wiadomość oryginalna|originalmeddelande|vidarebefordrat meddelande|oprindelig meddelelse|opprinnelig melding|исходное сообщение|пересылаемое сообщение|原始邮件|轉寄郵件|转发邮件|元のメッセージ|원본 메시지)\s*-{2,}\s*$/iu,
  /^(?:begin forwarded message|anfang der weitergeleiteten nachricht|début du message (?:réexpédié|transféré)|inicio del mensaje reenviado|inizio messaggio inoltrato)\s*:$/iu,
  /^-- ?$/u, // RFC 3676, 4.3: the signature delimiter
  /^-{3,}\s.{4,200}<[^<>\s]+@[^<>\s]+>.{0,60}\s-{3,}$/u, // Zoho
  /^_{10,}\s*$/u, // Outlook's rule above the quoted headers
];

/** What a phone or a program puts below every mail. */
const PROGRAM_SIGNATURES: readonly RegExp[] = [
  /^sent from my \S/iu,
  /^sent from (?:mail|outlook|yahoo|gmail|proton|samsung|galaxy|the all-new aol)\b/iu,
  /^sent (?:with|by|via) (?:proton|tutanota|tuta|spark|mailbird|blue ?mail|aqua mail|canary|fastmail|airmail|mailspring|superhuman|hey)\b/iu,
  /^get outlook for /iu,
  /^(?:von meinem|gesendet von|von) .{0,30}(?:iphone|ipad|handy|smartphone|android|samsung|outlook|mail|galaxy).{0,40}$/iu,
  /^(?:outlook für|télécharger outlook|obtener outlook|scarica outlook|obter o outlook|outlook voor) .{2,40}$/iu,
  /^envoyé (?:de|depuis|à partir de) (?:mon|ma|outlook|yahoo|l['’]).{0,60}$/iu,
  /^enviado (?:desde|do|de|a partir do) (?:mi|meu|outlook|yahoo).{0,60}$/iu,
  /^inviato (?:da|dal mio|da) .{2,60}$/iu,
  /^(?:verstuurd|verzonden) (?:vanaf|met|via) .{2,60}$/iu,
  /^wysłane z .{2,60}$/iu,
  /^skickat från .{2,60}$/iu,
  /^(?:sendt fra|отправлено (?:с|из|от)) .{2,60}$/iu,
  /^(?:发自我的|發自我的|從我的|iphoneから送信|나의 .{2,20}에서 보냄|נשלח מה|أُرسلت من|أرسلت من)/iu,
];

const LONGEST_SIGNATURE_LINE = 80; // a longer line is a sentence that only begins like one

/** Whether everything from this line on is quoted or a signature. Lines are trimmed. */
export function endsOwnWords(lines: readonly string[], index: number): boolean {
  const line = lines[index] ?? '';
  if (CUTS.some((cut) => cut.test(line))) return true;
  if (line.length <= LONGEST_SIGNATURE_LINE && PROGRAM_SIGNATURES.some((mark) => mark.test(line)))
    return true;
  return beginsCopiedHead(lines.slice(index, index + 3));
}

function beginsCopiedHead(lines: readonly string[]): boolean {
  const [first = '', second = '', third = ''] = lines;
  if (FROM.test(first) && HEADER.test(second)) return true;
  return (
    isUnlistedHead([first, second, third]) ||
    [HEADER, FROM, HEADER].every((mark, at) => mark.test(lines[at] ?? ''))
  );
}

/** In a language without a rule of its own: who with an address, when with a time, and to whom. */
function isUnlistedHead([from = '', sent = '', to = '']: string[]): boolean {
  const named = /^\*?\p{L}[\p{L}\p{M} .]{0,24}[:：]\*?\s*\S/u;
  if (![from, sent, to].every((line) => named.test(line))) return false;
  return /<[^<>\s]+@[^<>\s]+>/u.test(from) && /\d{4}.*\d{1,2}[:.]\d{2}/u.test(sent);
}

/** How many lines an attribution beginning here takes, 0 for none: it may be folded over up to three. */
export function attributionLength(lines: readonly string[], index: number): number {
  const line = lines[index] ?? '';
  const most = ATTRIBUTION_HEADS.test(line) ? 3 : 1;
  for (let count = 1; count <= most; count += 1) {
    if (!isAttribution(lines.slice(index, index + count))) continue;
    const isBelow = count > 1 && isAttribution(lines.slice(index + 1, index + count)); // own words that begin like one
    return isBelow ? 0 : count;
  }
  return 0;
}

function isAttribution(lines: readonly string[]): boolean {
  const joined = lines.join(' ');
  return ATTRIBUTIONS.some((pattern) => pattern.test(joined));
}
