import type { OptOutReading } from '@leadpulse/model';
import { LIMITS, newestPart, readOptOut } from '@leadpulse/model';
import type { Said } from '../consent/index.js';
import type { Inbound } from './inbound.js';

/**
 * What a message says about consent: what the provider has read already counts, the rest is ours to read. Unclear words of a
 * machine, a list or a newsletter leave no doubt about a person.
 */
export function readConsent(inbound: Inbound): OptOutReading {
  const { told, body, channel, subject, isAutomatic, through } = inbound;
  const reading = told ?? readOptOut(body, channel, subject ?? '');
  const isOfPerson = !isAutomatic && through === undefined;
  return reading.kind === 'unclear' && !isOfPerson ? { kind: 'none' } : reading;
}

/** The entry that it makes, if it makes one: it counts for the address that it came from, with the words as evidence. */
export function saidBy(
  { account, channel, from, body, subject }: Inbound,
  { kind, evidence, reading }: { kind: Said['kind'] | null; evidence: string; reading: OptOutReading },
): Said | null {
  if (kind === null) return null;
  const words = (reading.word ?? '').slice(0, LIMITS.preview);
  return {
    ...{ orgId: account.orgId, channel, addresses: [from], kind, evidence },
    basis: 'message',
    source: 'inbound',
    words: (newestPart(body) || (subject ?? '')).slice(0, LIMITS.consentWords),
    by: null,
    ...(kind === 'doubt' && { question: { messageId: evidence, address: from, words } }),
  };
}
