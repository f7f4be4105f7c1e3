import type { AuditOrigin, Contract } from '@leadpulse/model';
import { Refusal } from '@leadpulse/model';
import type { CallableFunction, CallableOptions, CallableRequest } from 'firebase-functions/https';
import { HttpsError, onCall } from 'firebase-functions/https';
import type { z } from 'zod';
import type { SecretName } from './config.js';
import { logFailure } from './log.js';
import { originOf } from './origin.js';

export interface Caller {
  uid: string;
  email: string;
  isEmailVerified: boolean;
  signedInAtMs: number; // when they last proved who they are, not when the token was renewed
  origin: AuditOrigin;
}

interface Options extends Omit<CallableOptions, 'secrets'> {
  secrets?: SecretName[];
}

/** The one way to make a callable: signed in, input and output as the contract says, a refusal with its reason. */
export function callable<In extends z.ZodType, Out extends z.ZodType>(
  contract: Contract<In, Out>,
  handle: (input: z.output<In>, caller: Caller) => Promise<z.input<Out>>,
  options: Options = {},
): CallableFunction<unknown, Promise<z.output<Out>>> {
  return onCall(options, async (request: CallableRequest<unknown>) => {
    try {
      const caller = callerOf(request);
      const input = parseInput(contract.input, request.data);
      return contract.output.parse(await handle(input, caller));
    } catch (error) {
      throw toHttpsError(error, contract.name);
    }
  });
}

function callerOf({ auth, rawRequest }: CallableRequest): Caller {
  if (!auth) throw new Refusal('unauthenticated', 'not-signed-in');
  const { email = '', email_verified: isEmailVerified = false, auth_time: signedInAt } = auth.token;
  const origin = originOf(rawRequest);
  return { uid: auth.uid, email, isEmailVerified, signedInAtMs: signedInAt * 1000, origin };
}

/** Reads input strictly; the refusal names the first field at fault and what is allowed there, never the value. */
export function parseInput<In extends z.ZodType>(schema: In, data: unknown): z.output<In> {
  const parsed = schema.safeParse(data);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  if (issue?.code === 'unrecognized_keys') {
    const field = [...issue.path, issue.keys[0]].join('.');
    throw new Refusal('invalid-argument', 'unknown-field', { field, allowed: 'no such field' });
  }
  throw new Refusal('invalid-argument', 'invalid-input', {
    field: issue?.path.join('.') ?? '',
    allowed: issue?.message ?? 'a valid value',
  });
}

function toHttpsError(error: unknown, name: string): HttpsError {
  if (error instanceof Refusal) {
    return new HttpsError(error.code, error.reason, { reason: error.reason, ...error.detail });
  }
  logFailure('callable failed', error, { function: name });
  return new HttpsError('internal', 'internal');
}
