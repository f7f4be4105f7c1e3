import { keptHere } from './browserStorage.js';

/** An invite that a person opened here and has not accepted yet: signing in, or confirming the address, comes first. */
export interface PendingInvite {
  orgId: string;
  inviteId: string;
  token: string;
  newcomer: Newcomer | null; // what a new person gave while signing up
}

export interface Newcomer {
  displayName: string;
  acceptedPolicyVersion: string;
  promotionalEmails: boolean;
}

const KEY = 'leadpulse-invite';
let inMemory: PendingInvite | null = null; // storage may be shut off

/** Stays in this browser only; the token is never part of an address that a server sees. */
export function keepInvite(invite: PendingInvite): void {
  inMemory = invite;
  keptHere.set(KEY, JSON.stringify(invite)); // without storage it lasts as long as this page
}

export function pendingInvite(): PendingInvite | null {
  return inMemory ?? readInvite(keptHere.get(KEY));
}

export function forgetInvite(): void {
  inMemory = null;
  keptHere.remove(KEY);
}

export function invitePath({ orgId, inviteId }: Pick<PendingInvite, 'orgId' | 'inviteId'>): string {
  return `/invite/${encodeURIComponent(orgId)}/${encodeURIComponent(inviteId)}`;
}

/** Reads what was kept; anything else that stands there counts as nothing. @internal */
export function readInvite(text: string | null): PendingInvite | null {
  const kept = parsed(text);
  if (!isTexts(kept, ['orgId', 'inviteId', 'token'])) return null;
  const { orgId, inviteId, token, newcomer } = kept as unknown as PendingInvite;
  const isNewcomer =
    isTexts(newcomer, ['displayName', 'acceptedPolicyVersion']) &&
    typeof (newcomer as unknown as Newcomer).promotionalEmails === 'boolean';
  return { orgId, inviteId, token, newcomer: isNewcomer ? newcomer : null };
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function isTexts(value: unknown, names: string[]): value is Record<string, string> {
  if (typeof value !== 'object' || value === null) return false;
  return names.every((name) => typeof (value as Record<string, unknown>)[name] === 'string');
}
