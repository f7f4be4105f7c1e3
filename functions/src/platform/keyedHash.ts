import type { Channel } from '@leadpulse/model';
import { createHmac } from 'node:crypto';
import { secret } from './config.js';

/**
 * The id of a suppression: it stops a message to an address without keeping the address. Keyed, so that nobody can
 * try all phone numbers; per organization, so that two lists cannot be compared.
 */
export function suppressionId(orgId: string, channel: Channel, address: string): string {
  return createHmac('sha256', secret('SUPPRESSION_KEY'))
    .update(`${orgId} ${channel}:${address}`)
    .digest('hex');
}

/** The id of an opt-out from our own news of an address that has no account. */
export function mailOptOutId(email: string): string {
  return createHmac('sha256', secret('SUPPRESSION_KEY')).update(`our news:${email}`).digest('hex');
}
