import type { SmtpSettings } from '@leadpulse/model';
import { z } from 'zod';
import { config } from '../../platform/config.js';
import { faultPoint } from '../../platform/faultPoint.js';
import { requestJson } from '../../platform/http.js';
import type { ChannelAdapter, Outgoing } from './adapter.js';
import { DeliveryFailure } from './adapter.js';
import { composeMail } from './mime.js';
import type { SmtpCall, SmtpProblemCode } from './smtpConnection.js';
import { openSmtp, SmtpProblem, step } from './smtpConnection.js';

const evidenceSchema = z.object({ accepted: z.boolean() });

/** Any mailbox by SMTP. There is no idempotency key; our own Message-ID is what can be looked for afterwards. @processor organization-mail */
export const smtp: ChannelAdapter = {
  send: (outgoing, call) => sendBySmtp(outgoing.credentials.smtp, outgoing, call),

  isBlind: () => config().mailEvidenceUrl === '',

  async find({ messageIdHeader }, { signal }) {
    const { mailEvidenceUrl } = config();
    if (mailEvidenceUrl === '') return { state: 'unknown' };
    const query = new URLSearchParams({ messageId: messageIdHeader }).toString();
    const answer = await requestJson({ method: 'GET', url: `${mailEvidenceUrl}?${query}`, signal });
    if (answer.status !== 200) throw new Error(`the mail evidence answered ${answer.status}`);
    const { accepted } = evidenceSchema.parse(answer.body);
    return accepted ? { state: 'accepted', providerId: messageIdHeader } : { state: 'absent' };
  },
};

/** Hands one mail to a server, with these settings. @processor organization-mail */
export async function sendBySmtp(
  settings: SmtpSettings | null,
  outgoing: Outgoing,
  call: SmtpCall,
): Promise<{ providerId: string }> {
  if (!settings) {
    const says = 'The mailbox is not connected.';
    throw new DeliveryFailure('account-not-connected', says, 'permanent', 'credentials');
  }
  const mail = await composeMail(outgoing);
  const connection = await openSmtp(settings, call).catch(asFailure);
  try {
    const envelope = { from: outgoing.from, to: [outgoing.to] };
    await Promise.all([
      step(connection, call.signal, (done) => connection.send(envelope, mail, done)).catch(asAnswer),
      faultPoint('during-send', outgoing.path.messageId),
    ]);
  } finally {
    connection.close();
  }
  return { providerId: outgoing.messageIdHeader };
}

const BROKEN = 'The mailbox refuses our sign-in. Connect the account again.';

/** Before the session stands nothing has been sent, so every failure is a sure one. */
function asFailure(error: unknown): never {
  if (!(error instanceof SmtpProblem)) throw error;
  if (error.code === 'smtp-auth-failed')
    throw new DeliveryFailure(error.code, BROKEN, 'permanent', 'credentials');
  throw new DeliveryFailure(error.code, SENTENCES[error.code], 'transient', 'account');
}

const SENTENCES: Record<Exclude<SmtpProblemCode, 'smtp-auth-failed'>, string> = {
  'smtp-auth-busy': 'The mail server takes no sign-in right now.',
  'smtp-host-not-found':
    'The mail server cannot be found. If it has a new name, connect the account again with it.',
  'smtp-host-not-public':
    'The mail server is not on the public internet. Connect the account again with one that is.',
  'smtp-refused':
    'The mail server refuses the connection. If its port has changed, connect the account again with the new one.',
  'smtp-timeout': 'The mail server does not answer right now.',
  'smtp-tls-failed':
    'No secure connection to the mail server came about. Ask your provider whether its certificate, name or port has changed, and connect the account again.',
  'smtp-not-a-mail-server':
    'What answers at the mail server’s port does not speak SMTP. Connect the account again with the right port.',
};

/** RFC 5321, 4.2.1: a reply is an answer (4yz for now, 5yz for good); a session that broke off leaves it open. */
function asAnswer(error: unknown): never {
  const { responseCode, response } = error as { responseCode?: number; response?: string };
  if (!responseCode) throw error;
  const said = (response ?? '').replace(/\s+/g, ' ').slice(0, 200);
  const kind = responseCode < 500 ? 'transient' : 'permanent';
  throw new DeliveryFailure(`smtp-${responseCode}`, `The mail server refused it: ${said}`, kind);
}
