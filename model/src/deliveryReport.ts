import type { MailHead } from './mailKind.js';

/** What a mail server tells of a mail: it could not be delivered, not yet, or was. */
export interface DeliveryReport {
  outcome: 'failed' | 'delayed' | 'delivered';
  code: string; // RFC 3463, such as 5.1.1
  recipient: string | null;
}

/** What is read of a mail to know a report: `text` is all of its text, decoded, with the parts for machines. */
export interface ReportSource extends MailHead {
  from: string;
  isReportType: boolean; // Content-Type: multipart/report; report-type=delivery-status
  text: string;
}

const OUTCOMES: Readonly<Record<string, DeliveryReport['outcome']>> = {
  failed: 'failed',
  delayed: 'delayed',
  delivered: 'delivered',
  relayed: 'delivered',
  expanded: 'delivered',
};

/** Who writes reports that no standard describes. */
const DAEMON =
  /^(?:mailer-daemon|mail-daemon|postmaster|mdaemon|mail-delivery|mailerdaemon|delivery-?status|noreply-?dsn|microsoftexchange[0-9a-f]{8,})(?:[+.-][^@]*)?@/iu;

const DELAYED_SUBJECT =
  /\b(?:delay(?:ed)?|still being retried|not yet been delivered|warning: (?:could not|message)|verzögert|verzögerung|retardé|retrasad[oa]|ritardat[oa]|vertraagd|atrasad[oa])\b/iu;
const FAILED_SUBJECT =
  /\b(?:undeliver(?:able|ed)|un(?:able|successful) to deliver|delivery (?:status notification|has failed|failure|failed)|mail delivery (?:failed|failure|system|error|subsystem)|mail system error|returned (?:mail|to sender)|failure notice|message (?:not delivered|undeliverable)|could not be delivered|address not found|unzustellbar|nicht zustellbar|zustellung fehlgeschlagen|non remis|échec (?:de la )?(?:remise|livraison)|no (?:se )?(?:ha )?(?:podido )?entrega[rd]|no entregable|mancata consegna|non recapitabile|onbestelbaar|não entregue|não foi possível entregar|falha na entrega|olevererbart|kan ikke leveres|nie można dostarczyć|не доставлено|недоставленное)/iu;

/** What plain words in such a report mean, where no code is given. */
const WORDS: readonly (readonly [words: RegExp, code: string])[] = [
  [
    /(?:user|recipient|address|mailbox|account|alias)[^.\n]{0,60}(?:unknown|not found|n[o']t exist|does not exist|invalid|no longer|rejected|disabled|couldn['’]t be found)/iu,
    '5.1.1',
  ],
  [
    /no (?:such|mailbox)[^.\n]{0,40}(?:user|here|mailbox|by that name|recipient|address)|unrouteable address|wasn['’]t found at/iu,
    '5.1.1',
  ],
  [
    /(?:over|exceed(?:s|ed)?)[^.\n]{0,20}quota|quota exceeded|(?:mailbox|inbox)[^.\n]{0,20}(?:is )?full/iu,
    '5.2.2',
  ],
  [/spam|blacklist|block(?:ed|list)|policy|unsolicited|reputation/iu, '5.7.1'],
];

/** Reads a delivery report: the standard one (RFC 3464), or one of Exchange, qmail, Exim or Postfix in words; null for any other mail. */
export function readDeliveryReport(source: ReportSource): DeliveryReport | null {
  const told = source.isReportType ? mostSerious(source.text) : null;
  if (told) {
    const text = `${told.block}\n${source.text}`;
    return {
      outcome: told.outcome,
      code: codeOf(text, told.outcome),
      recipient: recipientOf({ ...source, text }),
    };
  }
  const outcome = outcomeInWords(source);
  return outcome && { outcome, code: codeOf(source.text, outcome), recipient: recipientOf(source) };
}

/** RFC 3464, 2.3: a block a recipient. Of several, the one that did not get it. */
function mostSerious(text: string): { outcome: DeliveryReport['outcome']; block: string } | null {
  const blocks = text.split(/\n\s*\n/u).flatMap((folded) => {
    const block = folded.replace(/\r?\n[ \t]+/gu, ' ');
    const outcome = OUTCOMES[/^action:\s*([a-z]+)/imu.exec(block)?.[1]?.toLowerCase() ?? ''];
    return outcome === undefined ? [] : [{ outcome, block }];
  });
  const order = ['failed', 'delayed', 'delivered'] as const;
  return (
    order
      .map((sought) => blocks.find(({ outcome }) => outcome === sought))
      .find((block) => block !== undefined) ?? null
  );
}

/** A report by its sender and its words; a person who writes "returned mail" is no daemon. */
function outcomeInWords(source: ReportSource): DeliveryReport['outcome'] | null {
  const { from, subject, header, isReportType, text } = source;
  const isDaemon = DAEMON.test(from) || /^\s*<\s*>\s*$/u.test(header('return-path') ?? '');
  const isNamed = header('x-failed-recipients') !== undefined;
  if (!isDaemon && !isNamed && !isReportType) return null;
  if (DELAYED_SUBJECT.test(subject)) return 'delayed';
  if (isNamed || FAILED_SUBJECT.test(subject)) return 'failed';
  return /^hi\. this is the qmail-send program/imu.test(text) ? 'failed' : null;
}

function field(text: string, name: string): string | undefined {
  return new RegExp(`^${name}:[ \\t]*(.+)$`, 'imu').exec(text)?.[1]?.trim();
}

/** The most exact code that is given, by the field for it, within the server's words, or by what the words mean. */
function codeOf(text: string, outcome: DeliveryReport['outcome']): string {
  if (outcome === 'delivered') return '2.0.0';
  const kind = outcome === 'failed' ? '5' : '4';
  const vague = `${kind}.0.0`;
  const inField = new RegExp(`^${kind}\\.\\d{1,3}\\.\\d{1,3}`, 'u').exec(field(text, 'status') ?? '')?.[0];
  const inWords = new RegExp(`(?:^|[\\s#(<])(${kind}\\.\\d{1,3}\\.\\d{1,3})(?=[\\s)>,;:-])`, 'u').exec(
    text,
  )?.[1];
  return (
    [inField, inWords].find((code) => code !== undefined && code !== vague) ??
    meaningOf(text, outcome) ??
    vague
  );
}

function meaningOf(text: string, outcome: DeliveryReport['outcome']): string | undefined {
  return outcome === 'failed' ? WORDS.find(([words]) => words.test(text))?.[1] : undefined;
}

const ADDRESS = /[^\s<>"(),:;]+@[^\s<>"(),:;]+\.[^\s<>"(),:;.]+/u;

function recipientOf({ text, header }: ReportSource): string | null {
  const places = [
    field(text, 'final-recipient'),
    field(text, 'original-recipient'),
    header('x-failed-recipients'),
    /^<([^\s<>]+@[^\s<>]+)>:/mu.exec(text)?.[1], // qmail and Postfix
    /^\s{2,}([^\s<>]+@[^\s<>]+)(?:\s+on\b.*)?$/mu.exec(text)?.[1], // Exim and Exchange: on a line of its own
    /^([^\s<>]+@[^\s<>]+)$/mu.exec(text)?.[1],
  ];
  for (const place of places) {
    const found = place === undefined ? undefined : ADDRESS.exec(place)?.[0];
    if (found !== undefined) return found.toLowerCase();
  }
  return null;
}
