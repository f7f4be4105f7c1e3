import { config } from '../platform/config.js';
import type { MessagePath } from '../platform/refs.js';
import { isId } from '../platform/refs.js';

/** Carries our Message-ID a second time: Gmail keeps headers that it does not know, and may put its own Message-ID. */
export const OWN_HEADER = 'X-LeadPulse-Id';

/** The Message-ID of a mail of ours (RFC 5322, 3.6.4): the same at every attempt, and an answer to it finds its contact. */
export function mailMessageId({ orgId, contactId, messageId }: MessagePath): string {
  return `<${messageId}.${contactId}.${orgId}@${config().mailDomain}>`;
}

/** The message a Message-ID of ours names; null for anybody else's. */
export function readMailMessageId(text: string): MessagePath | null {
  const [local = '', domain, ...rest] = text.trim().replace(/^<|>$/g, '').split('@');
  if (rest.length > 0 || domain?.toLowerCase() !== config().mailDomain) return null;
  const [messageId = '', contactId = '', orgId = '', ...more] = local.split('.');
  const isOurs = more.length === 0 && [messageId, contactId, orgId].every(isId);
  return isOurs ? { orgId, contactId, messageId } : null;
}
