import type { Contract } from '@leadpulse/model';
import type { z } from 'zod';
import { HOST, PROJECT_ID, REGION } from '../../local/ports.js';
import type { SignedInClient } from '../../local/worldClient.js';
import { worldPorts } from '../../local/worldClient.js';
import type { RefusalSeen } from './refusals.js';
import type { Person } from './tenant.js';
import { signIn } from './tenant.js';

const clients = new Map<string, SignedInClient>();

/** Calls as this person, who stays signed in until `signOutAll`. */
export async function callAs<In extends z.ZodType, Out extends z.ZodType>(
  person: Person,
  contract: Contract<In, Out>,
  input: z.input<In>,
): Promise<z.output<Out>> {
  const client = clients.get(person.uid) ?? (await signIn(person));
  clients.set(person.uid, client);
  return client.call(contract, input);
}

export async function signOutAll(): Promise<void> {
  const open = [...clients.values()];
  clients.clear();
  await Promise.all(open.map((client) => client.close()));
}

/** A token as the emulator takes it, unsigned, of somebody who signed in some time ago. */
export function tokenOf({ uid, email }: Person, signedInAgoMs = 0): string {
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    iss: `https://securetoken.google.com/${PROJECT_ID}`,
    aud: PROJECT_ID,
    sub: uid,
    user_id: uid,
    email,
    email_verified: true,
    auth_time: Math.floor((Date.now() - signedInAgoMs) / 1000),
    iat: now,
    exp: now + 3600,
    firebase: { identities: { email: [email] }, sign_in_provider: 'password' },
  };
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none', typ: 'JWT' })}.${part(claims)}.`;
}

/** Calls with a token; null when it was done, else how it was refused. */
export async function callWith(
  token: string,
  { name }: Contract<z.ZodType, z.ZodType>,
  input: unknown,
): Promise<RefusalSeen | null> {
  const url = `http://${HOST}:${worldPorts().functions}/${PROJECT_ID}/${REGION}/${name}`;
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ data: input }),
  });
  const answer = (await response.json()) as {
    error?: { status: string; details?: Omit<RefusalSeen, 'code'> };
  };
  if (response.ok) return null;
  const { status = 'unknown', details } = answer.error ?? {};
  return { ...details, code: status.toLowerCase().replaceAll('_', '-') };
}
