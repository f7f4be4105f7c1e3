/** What of a mail's head tells who wrote it: a person, or a machine. */
export interface MailHead {
  subject: string;
  /** The first header of this name, unfolded; undefined if there is none. */
  header: (name: string) => string | undefined;
}

/** `list`: people write to each other through it. `bulk`: newsletters, to which nobody answers. */
export type MailKind = 'person' | 'automatic' | 'list' | 'bulk';

/** How programs in many languages begin the subject of an absence notice; the colon or dash belongs to it. */
const AUTOMATIC_SUBJECT = new RegExp(
  `^\\s*\\[?(?:${[
    'auto(?:matic)?[- ]?(?:reply|response|answer)',
    'autoreply',
    'automated (?:reply|response)',
    'out of (?:the )?office(?: (?:auto(?:matic)?[- ]?)?(?:reply|response|autoreply|notification))?',
    "(?:i am |i’m |i'm )?(?:currently )?(?:away from (?:the office|my mail)|on (?:vacation|annual leave|parental leave))",
    'vacation (?:reply|response|notice)',
    'automatische antwort',
    'abwesenheits(?:notiz|meldung|nachricht)',
    'réponse automatique',
    'absence du bureau',
    'respuesta automática',
    'fuera de (?:la )?oficina',
    'risposta automatica',
    'fuori (?:sede|ufficio)',
    'resposta automática',
    'automatisch antwoord',
    'afwezig(?:heidsbericht)?',
    'automatiskt svar',
    'autosvar',
    'automatisk svar',
    'automaattinen vastaus',
    'odpowiedź automatyczna',
    'automatyczna odpowiedź',
    'automatická odpoveď',
    'automatikus válasz',
    'răspuns automat',
    'автоматична відповідь',
    'αυτόματη απάντηση',
    'trả lời tự động',
    'balasan otomatis',
    'automatická odpověď',
    'otomatik yanıt',
    'автоответ',
    'автоматический ответ',
    '自動応答',
    '不在通知',
    '自动(?:回复|答复)',
    '自動回覆',
    '자동 회신',
    '(?:תשובה|מענה) אוטומטית?',
    'رد تلقائي',
  ].join('|')})\\]?\\s*(?:$|[:：–—-]|\\(|until\\b|re:)`,
  'iu',
);

/** Headers whose mere presence says it, and those that say it by a value. */
const MACHINE_HEADERS: readonly (readonly [name: string, value: RegExp])[] = [
  ['auto-submitted', /^(?!\s*no\b)/iu], // RFC 3834, 5: whatever is not 'no'
  ['precedence', /\b(?:bulk|junk|auto_reply|list)\b/iu],
  ['preference', /auto_reply/iu],
  ['x-autoreply', /^(?!\s*(?:no|false)\b)/iu],
  ['x-auto-reply', /^(?!\s*(?:no|false)\b)/iu],
  ['x-autorespond', /^/u],
  ['x-autoresponse', /^(?!\s*(?:no|false)\b)/iu],
  ['x-mail-autoreply', /^/u],
  ['x-loop', /^/u],
  ['x-fc-machinegenerated', /true/iu],
  ['x-post-messageclass', /autoresponder/iu],
  ['x-ms-exchange-generated-message-source', /mailbox rules agent|antispam/iu],
  [
    'content-type',
    /^\s*multipart\/report\b.*\breport-type\s*=\s*"?(?:disposition-notification|feedback-report)/iu,
  ], // read receipts, complaints
  ['return-path', /^\s*<\s*>\s*$/u], // RFC 3834, 3.3: answers go out with an empty one
];

/** Reads who wrote a mail; delivery reports are told apart before, by `readDeliveryReport`. */
export function mailKindOf({ subject, header }: MailHead): MailKind {
  const isReply = /^\s*(?:auto-replied|auto-notified)/iu.test(header('auto-submitted') ?? '');
  if (!isReply && AUTOMATIC_SUBJECT.test(subject)) return 'automatic';
  if (!isReply && isFromList(header)) return hasPost(header) ? 'list' : 'bulk';
  const isMachine = MACHINE_HEADERS.some(([name, value]) => {
    const told = header(name);
    return told !== undefined && value.test(told);
  });
  return isMachine ? 'automatic' : 'person';
}

/** RFC 2919 and 2369. A single List-Unsubscribe without any mark of a list is a mail that one person sent to one other. */
function isFromList(header: MailHead['header']): boolean {
  if (header('list-id') !== undefined || hasPost(header)) return true;
  const isBulk =
    /\b(?:bulk|list)\b/iu.test(header('precedence') ?? '') || header('feedback-id') !== undefined;
  return isBulk && header('list-unsubscribe') !== undefined;
}

/** A list to which its readers may write: what comes through it was written by a person. */
function hasPost(header: MailHead['header']): boolean {
  const post = header('list-post');
  return post !== undefined && !/^\s*no\b/iu.test(post);
}
