import type { Outgoing } from './channels/adapter.js';
import type { ReadyAccount } from './accounts.js';
import type { Lease, SendingOrg } from './lease.js';
import { mailMessageId } from './messageId.js';
import type { OutMessage } from './outMessage.js';

/** What is handed to the provider. CAN-SPAM's identification stands below every mail: who writes, and where they are. */
export function renderOutgoing(
  { seen: { path, message }, org, voiceAddress }: Pick<Lease, 'seen' | 'org' | 'voiceAddress'>,
  ready: ReadyAccount,
): Outgoing {
  return {
    path,
    channel: message.channel,
    from: ready.account.address,
    fromName: org.name,
    to: message.to,
    subject: subjectOf(message, org),
    body: message.body,
    footer: message.channel === 'email' ? [org.name, org.postalAddress].filter(Boolean).join('\n') : '',
    messageIdHeader: mailMessageId(path),
    references: message.references ?? [],
    isAutomatic: message.purpose !== undefined && message.purpose !== 'conversation',
    previousProviderId: message.previousProviderId ?? null,
    voiceAddress,
    accountId: ready.accountId,
    credentials: ready.credentials,
  };
}

function subjectOf({ channel, subject = '' }: OutMessage, org: SendingOrg): string {
  return channel === 'email' && subject.trim() === '' ? `Message from ${org.name}` : subject.trim();
}
