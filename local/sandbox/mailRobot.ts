import type { Mail, MailSink } from '../mail/mailSink.js';
import { messageIdOf } from '../mail/mailSink.js';
import { LOCAL_SECRETS, MAIL_DOMAIN } from '../world/environment.js';
import { deliver, waited } from './callbacks.js';
import { isAutomatic, personaOf, reactionOf } from './personas.js';
import { rawBounce } from './rawBounce.js';
import { rawReply } from './rawReply.js';

const BOUNCED_AFTER_MS = 1000;

/** The three ids in a Message-ID of ours, `<messageId.contactId.orgId@domain>`; undefined for other mails. */
export function ourMessageId(
  messageId: string,
): { messageId: string; contactId: string; orgId: string } | undefined {
  const found = /^<([^.@<>]+)\.([^.@<>]+)\.([^.@<>]+)@([^@<>]+)>$/.exec(messageId);
  const [, message, contactId, orgId, domain] = found ?? [];
  if (!message || !contactId || !orgId || domain !== MAIL_DOMAIN) return undefined;
  return { messageId: message, contactId, orgId };
}

/** Answers, as the simulated leads and their mail servers, the mails that the product sends to the sink. */
export function startMailRobot(sink: MailSink, siteUrl: string): () => void {
  const closing = new AbortController();
  const turns = new Map<string, number>();
  sink.onMail((mail) => {
    const ids = ourMessageId(messageIdOf(mail));
    const to = mail.to[0]?.address ?? mail.envelope.to[0]?.address;
    if (!ids || !to) return;
    const turn = turns.get(to) ?? 0;
    turns.set(to, turn + 1);
    const answer = answerTo(mail, to, turn, isAutomatic(ids.messageId));
    if (answer) void post(answer, siteUrl, closing.signal);
  });
  return () => closing.abort();
}

interface Answer {
  afterMs: number;
  raw: () => string;
}

function answerTo(mail: Mail, to: string, turn: number, toConfirmation: boolean): Answer | undefined {
  const { delivery, reply } = reactionOf(personaOf(to), turn);
  if (delivery === 'failed') {
    return { afterMs: BOUNCED_AFTER_MS, raw: () => rawBounce({ of: mail, recipient: to, now: new Date() }) };
  }
  if (!reply || toConfirmation) return undefined;
  return {
    afterMs: reply.afterMs,
    raw: () => rawReply({ to: mail, from: to, body: reply.body, now: new Date() }),
  };
}

async function post({ afterMs, raw }: Answer, siteUrl: string, signal: AbortSignal): Promise<void> {
  if (!(await waited(afterMs, signal))) return;
  await deliver(
    {
      url: `${siteUrl}/hooks/mail`,
      secret: LOCAL_SECRETS.MAIL_WEBHOOK_SECRET,
      signatureHeader: 'x-mail-signature',
      contentType: 'message/rfc822',
      body: raw(),
    },
    signal,
  );
}
