import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

export interface InviteToken {
  token: string; // goes into the mail and is kept nowhere
  tokenHash: string;
}

/** 256 random bits. */
export function newInviteToken(): InviteToken {
  const token = randomBytes(32).toString('base64url');
  return { token, tokenHash: hashOf(token).toString('hex') };
}

/** Compares in constant time, also where there is no invite: `tokenHash` is then undefined. */
export function isTokenOf(tokenHash: string | undefined, token: string): boolean {
  const kept = Buffer.from(tokenHash ?? '0'.repeat(64), 'hex');
  const given = hashOf(token);
  return kept.length === given.length && timingSafeEqual(kept, given) && tokenHash !== undefined;
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
