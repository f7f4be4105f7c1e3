import { sendGate, voiceAddressOf, type Contact, type GateAnswer, type Org } from '@leadpulse/model';
import type { RecipientHours } from '@leadpulse/model/callingHours';
import type { NamedAccount } from '../../lib/useDirectory.js';

interface Asked {
  account: NamedAccount;
  to: string;
  subject: string;
  body: string;
  contact: Contact;
  org: Org;
  recipient: RecipientHours | null;
  at: number; // now, or when it is to be sent
}

/** The send gate's answer on what the screen knows, before the server is asked; an empty body is not yet a fault. */
export function gateOnScreen(asked: Asked): GateAnswer {
  const { account, contact, org, at } = asked;
  return sendGate({
    message: {
      channel: account.account.channel,
      to: asked.to,
      subject: asked.subject,
      body: asked.body.trim() === '' ? '-' : asked.body,
      requestedAtMs: at,
    },
    contact: { ...contact, lastInboundAtMs: contact.lastInboundAt?.toMillis() ?? null },
    org,
    account: account.account,
    suppressed: false, // the list is nobody's to read; `optOut` mirrors it
    voiceAddress: voiceAddressOf(contact.voiceRelays, { accountId: account.accountId, number: asked.to }),
    recipient: asked.recipient,
    nowMs: at,
  });
}
