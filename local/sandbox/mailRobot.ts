import type { Mail, MailSink } from '../mail/mailSink.js';
import { messageIdOf } from '../mail/mailSink.js';
import { LOCAL_SECRETS, MAIL_DOMAIN } from '../world/environment.js';
import { deliver, waited } from './callbacks.js';
import { isAutomatic, personaOf, reactionOf } from './personas.js';
import { rawReply } from './rawReply.js';

/** The three ids in a Message-ID of ours, `<messageId.contactId.orgId@domain>`; undefined for other mails. */
export function ourMessageId(
  messageId: string,
): { messageId: string; contactId: string; orgId: string } | undefined {
  const found = /^<([^.@<>]+)\.([^.@<>]+)\.([^.@<>]+)@([^@<>]+)>$/.exec(messageId);
  const [, message, contactId, orgId, domain] = found ?? [];
  if (!message || !contactId || !orgId || domain !== MAIL_DOMAIN) return undefined;
  return { messageId: message, contactId, orgId };
}

/** Answers, as the simulated leads, the mails that the product sends to the sink. A bounce just never arrives. */
export function startMailRobot(sink: MailSink, siteUrl: string): () => void {
  const closing = new AbortController();
  const turns = new Map<string, number>();
  sink.onMail((mail) => {
    const ids = ourMessageId(messageIdOf(mail));
    const to = mail.to[0]?.address ?? mail.envelope.to[0]?.address;
    if (!ids || !to || isAutomatic(ids.messageId)) return;
    const turn = turns.get(to) ?? 0;
    turns.set(to, turn + 1);
    const { reply } = reactionOf(personaOf(to), turn);
    if (reply) void answer(mail, to, reply, siteUrl, closing.signal);
  });
  return () => closing.abort();
}

async function answer(
  mail: Mail,
  as: string,
  reply: { body: string; afterMs: number },
  siteUrl: string,
  signal: AbortSignal,
): Promise<void> {
  if (!(await waited(reply.afterMs, signal))) return;
  await deliver(
    {
      url: `${siteUrl}/hooks/mail`,
      secret: LOCAL_SECRETS.MAIL_WEBHOOK_SECRET,
      signatureHeader: 'x-mail-signature',
      contentType: 'message/rfc822',
      body: rawReply({ to: mail, from: as, body: reply.body, now: new Date() }),
    },
    signal,
  );
}
