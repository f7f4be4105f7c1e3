/**
 * The plainest ways to say "stop writing to me" in the languages that leads of our customers write in, without accents
 * (Spanish, French, Portuguese, German, Italian, Dutch, Polish, Russian, Ukrainian, Chinese, Japanese, Korean, Vietnamese,
 * Tagalog, Arabic). Constructions only: whoever writes another language in whole sentences is read by a person.
 */
const PLAIN = [
  // Spanish
  String.raw`(?:deja|dejen|deje|dejad|pare|paren|para|basta|parar|dejar) (?:ya )?de (?:enviar|mandar|escribir|contactar|llamar|molestar|textear|mensajear)\w*`,
  String.raw`(?:por favor )?no (?:me|nos) (?:\w+ )?(?:escriba|escribas|escriban|contacte|contactes|contacten|llame|llames|llamen|envie|envies|envien|mande|mandes|manden|moleste|molestes|molesten|textees|texteen|textee)\b`,
  String.raw`no (?:quiero|deseo|queremos) (?:recibir|que me (?:escrib|contact|envi|mand|llam)\w+|mas|estos)`,
  String.raw`no mas (?:mensajes|textos|correos|llamadas|sms)`,
  String.raw`(?:quit|borr|elimin|sac|remuev|remov)\w* (?:mi|este|nuestro) (?:numero|telefono|correo|nombre)|(?:quit|borr|elimin|sac)(?:ame|eme|enme|arme) (?:de|del)|(?:quiero )?dar(?:me|se) de baja|deme de baja|demen de baja|denme de baja`,
  String.raw`(?:numero|persona) equivocad[oa]|se equivoc(?:o|aron) de (?:numero|persona)|dejeme en paz|dejenme en paz|dejame en paz`,
  String.raw`(?:no quiero|basta de|basta con|stop|sin|no) (?:mas |recibir |sus |tus |estos |los )*(?:mensajes|textos|sms)|numero incorrecto`,
  // French
  String.raw`(?:arretez|arrete|arreter|cessez|cesser) (?:svp |s'il vous plait )?(?:de |d')(?:m'|me |nous )?(?:ecrire|envoyer|contacter|texter|appeler|deranger|harceler)`,
  String.raw`ne (?:m'|me |nous )?(?:ecrivez|envoyez|contactez|textez|appelez|ecris|envoie|contacte)(?: plus| pas)?`,
  String.raw`(?:je )?ne (?:veux|souhaite|desire) plus (?:recevoir|etre contacte|de messages)|plus de (?:messages|sms|textos|courriels)`,
  String.raw`(?:me|nous) (?:retirer|desabonner|supprimer|enlever|desinscrire)|(?:retirez|enlevez|supprimez|retirer|desabonnez)(?:-| )(?:moi|mon numero|mes coordonnees)|me desabonner|(?:mauvais|faux) numero|laissez(?:-| )moi tranquille|fichez(?:-| )moi la paix`,
  // Portuguese
  String.raw`(?:pare|parem|para|deixe|deixem) de (?:me )?(?:enviar|mandar|escrever|contatar|contactar|ligar|incomodar|mandar)`,
  String.raw`nao (?:me )?(?:envie|enviem|mande|mandem|escreva|escrevam|contate|contatem|ligue|liguem|incomode)(?: mais)?|chega de (?:mensagens|sms)|nao quero (?:mais )?(?:receber|mensagens)|sem mais mensagens`,
  String.raw`(?:remova|tire|retire|exclua|apague) (?:o )?meu (?:numero|nome|contato|email)|me (?:tire|remova|retire|descadastre)|numero errado|pessoa errada|me deixe em paz`,
  // German, Dutch
  String.raw`(?:keine|nie wieder|nicht mehr) (?:weiteren |weitere |mehr )?(?:nachrichten|sms|e?-?mails|werbung|anrufe)(?: mehr)?|horen sie (?:bitte )?auf|hor auf|bitte aufhoren|(?:schreiben|kontaktieren|texten) sie mi(?:r|ch) (?:bitte )?nicht(?: mehr)?|schreib mir nicht mehr|nicht mehr (?:schreiben|texten|kontaktieren|anrufen|senden)`,
  String.raw`(?:loschen|entfernen|streichen|nehmen) sie (?:bitte )?(?:meine nummer|mich|meine daten)|falsche (?:nummer|person)|lassen sie mich in ruhe|lass mich in ruhe|(?:ich )?mochte keine (?:nachrichten|sms|werbung)`,
  String.raw`stop met (?:sms|berichten|appen|mailen|bellen|sturen)\w*|geen (?:berichten|sms|mails) meer|verkeerd nummer|laat me met rust|verwijder (?:mij|me|mijn nummer)|schrijf (?:mij|me) uit`,
  // Italian
  String.raw`(?:smett\w+|basta|finit\w+) (?:di |con )(?:scriver|inviar|mandar|contattar|chiamar|disturbar|messagg|sms|i messagg)\w*|non (?:mi|ci) (?:scriva|scrivete|scrivere|contatti|contattate|contattare|inviate|mandate|chiamate|disturbate)\w*|non \w+(?:ete|ate|ite)(?:mi|ci)(?: piu)?|non voglio (?:piu )?(?:ricevere|messaggi)|(?:basta|niente|stop)(?: piu)? (?:messaggi|sms)|cancell\w+ il mio numero|(?:toglie|cancella|rimuov)\w*mi (?:dalla|da)|numero sbagliato|lasciatemi in pace|lasciami in pace`,
  // Polish, Russian, Ukrainian
  String.raw`(?:prosze )?(?:nie pisz|nie piszcie|nie dzwon|nie kontaktuj|przestan|przestancie)\w*|zla osoba|zly numer|pomylka|usun\w* moj numer`,
  String.raw`не (?:пиши|пишите|звоните|присылайте|отправляйте|шлите|беспокойте|надо мне писать)(?: (?:мне|больше|сюда|нам))*|(?:больше )?не хочу получать|(?:удалите|уберите) (?:мой номер|меня)|отпишите меня|прекратите (?:мне |нам )?(?:писать|присылать|звонить|слать)|перестаньте (?:мне )?(?:писать|присылать|звонить)|отстаньте|оставьте меня в покое|(?:вы )?ошиблись номером|не туда попали|не пишіть|перестаньте писати`,
  String.raw`(?:prosze )?nie (?:pisac|dzwonic|wysylac|wysylaj\w*|kontaktowac)|(?:wypisz|usun|wykresl)\w* mnie|хватит (?:мне )?(?:писать|слать|звонить|присылать)|перестань (?:мне )?(?:писать|слать)|не надо (?:мне )?(?:писать|звонить|присылать)|(?:удали|убери)(?:те)? (?:меня|(?:этот |мой )?номер)|не тот номер|видаліть (?:мій номер|мене)|помилились номером`,
  // More Spanish, French, German and Dutch
  String.raw`que me (?:borren|quiten|saquen|eliminen|den de baja)|(?:ya )?no (?:me|nos) (?:escribas|escriban|mandes|manden|envies|envien|llames|llamen|molestes|molesten) (?:mas|nada)|ya no (?:quiero|deseo) (?:\w+ ){0,3}(?:mensajes|textos)|no (?:molestar|molesten|moleste)$|(?:eliminar|borrar|quitar|sacar) mi (?:numero|nombre|telefono)|(?:saqu|quit|borr|elimin)en?(?:me|nos)|dej(?:a|e|en) de (?:\w+me|\w+nos)`,
  String.raw`(?:stop|halte) (?:aux?|a la|les|la|vos) ?(?:sms|messages|textos|pubs?|spams?)?|(?:arretez|arrete|cessez) (?:avec )?(?:les|vos|ces|tes) (?:sms|messages|textos|pubs?)|ne plus (?:me |nous |m')?(?:contacter|ecrire|envoyer|texter|appeler|recevoir)|foutez(?:-| )moi la paix|erreur de (?:numero|personne)|trompez? de numero`,
  String.raw`stopp? (?:mit|die|diese) (?:\w+ )?(?:nachrichten|sms|werbung|mails)|hort (?:bitte |endlich |doch )*auf|(?:schreibt|kontaktiert|schickt|sendet) (?:mir|mich|uns) (?:bitte )?(?:nicht|nichts|keine)|(?:losch|streich|entfern|nehm)\w* (?:sie )?(?:bitte )?(?:meine (?:handy)?nummer|mich (?:von|aus)|meine daten)|nicht (?:mehr )?(?:anschreiben|kontaktieren|schreiben)|falsch verbunden|(?:hou|houd) (?:hier )?(?:ermee )?op|stop (?:er)?mee|stuur (?:mij |me )?(?:geen|niets)|haal (?:me|mij|mijn nummer) (?:van|uit)|niet meer (?:sturen|appen|mailen|bellen|smsen)|verkeerde? (?:nummer|persoon)`,
  // Swedish, Norwegian, Danish, Finnish
  String.raw`sluta (?:att )?(?:skicka|skriva|kontakta|smsa|messa|ringa|storo?)|slutt? (?:a |med (?:a |at )?)?(?:sende|skrive|kontakte|ringe)|stop med at|(?:inga|ingen) (?:fler|flere) (?:sms|meddelanden|meldinger|beskeder)|(?:kontakta|skriv|ring|sms:?a) (?:mig|meg|oss) (?:inte|ikke)|ikke (?:kontakt|skriv|send|ring)\w* (?:\w+ )?(?:mig|meg|mer|mere)|(?:fel|feil|forkert) (?:nummer|person)|ta bort (?:mig|mitt nummer)|slet (?:mig|mit nummer)|slett (?:meg|nummeret mitt)|lamna mig (?:i ?fred|ifred)|la meg v(?:ae|æ)re|lad mig v(?:ae|æ)re|(?:lopeta|lopettakaa) \w*viest\w*|ala (?:enaa )?(?:laheta|soita)|alkaa (?:enaa )?(?:lahettako|soittako)|vaara numero`,
  // Turkish, Romanian, Czech and Slovak, Hungarian, Greek
  String.raw`(?:mesaj|sms) (?:atma|gonderme|yazma)\w*|(?:bana|beni) (?:yazma|mesaj|arama|rahatsiz)\w*|rahatsiz etme\w*|yanlis numara|nu(?: ma| mi| imi| mi-)? mai (?:trimite|scrie|contacta|suna|deranja)\w*|numar gresit|(?:uz )?(?:mi )?(?:nepis|nevolej|neposilej|neposielaj|nekontaktuj)\w*|(?:spatne|zle) cislo|ne (?:irj|kuldj|hivj|keress|zavarj)\w*|rossz szam|teves (?:szam|hivas)|μην? (?:μου )?(?:ξανα)?(?:στελν|γραφ|στειλ|ενοχλ)\p{L}*|σταματηστε|λαθος (?:νουμερο|αριθμος)`,
  // Hindi and Urdu in Latin letters, Indonesian and Malay, Haitian Creole
  String.raw`(?:message|msg|sms|text|call|phone) (?:mat|na|nahi) (?:kar|bhej|kij)\w*|mat (?:bhejo|bhejna|bhejiye)|(?:band|bandh) (?:karo|kardo|kar do|kijiye|karen)|pareshan mat|galat number|jangan (?:kirim|hubungi|sms|wa|ganggu|chat|hantar|kacau|telepon|text)\w*|(?:berhenti|stop) (?:kirim|mengirim|hantar|menghubungi)\w*|salah (?:nomor|nombor|sambung)|sispann (?:ekri|voye|rele|nwi|deranje)\w*|pa (?:ekri|voye|rele|kontakte) (?:m|mwen)|move nimewo`,
  // Vietnamese, Tagalog
  String.raw`(?:dung|ngung|xin dung|xin ngung) (?:nhan tin|gui tin|goi|lien lac)|khong (?:muon )?nhan tin(?: nhan)?|nham so|(?:huwag|wag) (?:na )?(?:po )?(?:kayo(?:ng)? |ninyo )?(?:akong|mo akong|ako|nyo akong|mag[- ]?(?:text|txt|message|send))|tigilan (?:nyo|mo|na) ako|maling numero|wrong number po`,
].map((source) => new RegExp(String.raw`(?<![\p{L}\p{N}'-])(?:${source})(?![\p{L}\p{N}])`, 'u'));

/** Written without spaces between words. */
const UNSPACED =
  /(?:不要|别|別|請勿|请勿|勿)(?:再)?(?:给我|給我|跟我)?(?:发|發|傳|传|联系|聯繫|打扰|打擾|短信|骚扰|騷擾|打电话)|停止(?:发|發|傳|联系|短信)|(?:取消|退出)订阅|打错了|號碼錯|号码错|错号|(?:送ら|送信し|連絡し|メールし)ないで|(?:配信|送信|連絡|メール)(?:を)?(?:停止|止めて|やめて)|やめてください|番号違い|間違い(?:電話|番号)|(?:문자|연락|메시지|전화)(?:를|을)?\s*(?:그만|하지|보내지|주지)|보내지\s*마|연락하지\s*마|그만\s*(?:보내|연락)|(?:لا|لن)\s*(?:ترسل|تتصل|تراسل|تكتب)|توقف عن|رقم خاطئ|الرقم غلط|(?:もう|今後)[^。]{0,8}(?:連絡|メール|メッセージ|送信)[^。]{0,6}(?:不要|いりません|いらない|結構です|やめ|しないで)|(?:登録|番号)(?:を)?(?:解除|削除)し|(?:删除|刪除|移除)(?:我的?)?(?:号码|號碼|电话|電話|联系)|不想(?:再)?(?:收到|接收)|別再?煩我|别烦我|อย่าส่ง|หยุดส่ง|เลิกส่ง|ไม่ต้องส่ง|อย่าโทร|ผิดเบอร์|โทรผิด|תפסיק|אל ת(?:שלח|כתב|תקשר|ציק)|(?:תסיר|תמחק|הסירו|מחקו)[^ ]* (?:אותי|את המספר)|טעות במספר|מספר שגוי|(?:احذف|أزل|ازل|امسح)[^ ]* ?(?:رقمي|اسمي)|پیام ن(?:ده|فرست)|نفرست|شماره اشتباه|(?:मैसेज|संदेश|एसएमएस) (?:न|ना|नहीं|बंद)|मैसेज मत|संदेश मत|मत भेज/u;

/** A refusal of the offer, not of every message. */
const DOUBTFUL =
  /(?<!\p{L})(?:no (?:me|nos) interesa|no (?:estoy|estamos) interesad\w+|ya no (?:gracias|me interesa)|(?:kein|keinerlei) interesse|nicht (?:mehr )?interessiert|(?:pas|plus) interesse\w*|(?:nao|sem|nao tenho) interesse|nao (?:estou|tenho) interess\w+|non (?:mi interessa|sono interessat\w+)|geen interesse|niet geinteresseerd|nie (?:jestem )?zainteresowan\w+|не интересует|не интересно|неинтересно|quien es|hindi (?:ako )?interesado|khong quan tam)(?!\p{L})|不感兴趣|没兴趣|沒興趣|興味(?:が)?(?:ない|ありません)|관심\s*없/u;

/** Accents off, except where they make another letter of the alphabet (й, ё). */
function plainAbroad(text: string): string {
  return text
    .toLowerCase()
    .replace(/[’`´]/gu, "'")
    .normalize('NFD')
    .replace(/(?<=\p{Script=Latin})\p{Mn}+/gu, '')
    .normalize('NFC')
    .replace(/ß/gu, 'ss')
    .replace(/đ/gu, 'd')
    .replace(/ø/gu, 'o')
    .replace(/ł/gu, 'l')
    .replace(/[^\p{L}\p{N}'\p{M}.!?,-]+/gu, ' ');
}

/** How sure another language's words are, and the words. */
export function wordsAbroad(text: string): { words: string; certainty: 'plain' | 'doubt' } | null {
  const plain = plainAbroad(text);
  for (const pattern of PLAIN) {
    const match = pattern.exec(plain);
    if (match) return { words: match[0], certainty: 'plain' };
  }
  const unspaced = UNSPACED.exec(text);
  if (unspaced) return { words: unspaced[0], certainty: 'plain' };
  const doubt = DOUBTFUL.exec(plain);
  return doubt && { words: doubt[0], certainty: 'doubt' };
}
