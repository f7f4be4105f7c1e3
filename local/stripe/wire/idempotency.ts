import { createHash } from 'node:crypto';
import type { Store } from '../store.js';
import { ApiError } from './errors.js';

export interface Answer {
  status: number;
  body: object;
}

export interface StoredAnswer extends Answer {
  id: string; // the idempotency key
  fingerprint: string;
  requestId: string;
  storedAt: number;
}

const KEPT_SECONDS = 24 * 60 * 60;

/** What must be the same for a key to mean the same request. */
export function fingerprintOf(method: string, path: string, params: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify([method, path, params]))
    .digest('base64');
}

/** The answers given under idempotency keys: the same request is answered the same, and done once. */
export class IdempotencyKeys {
  private readonly inUse = new Set<string>();

  constructor(
    private readonly store: Store,
    private readonly now: () => number,
  ) {}

  /** The answer given before; undefined makes this the first, which must be settled or let go. */
  begin(key: string, fingerprint: string): StoredAnswer | undefined {
    if (this.inUse.has(key)) {
      throw new ApiError(409, {
        type: 'idempotency_error',
        code: 'idempotency_key_in_use',
        message: `There is currently another in-progress request using this Stripe-Idempotency-Key (${key}).`,
      });
    }
    const stored = this.store.get('answer', key);
    if (stored && stored.storedAt + KEPT_SECONDS > this.now()) {
      if (stored.fingerprint === fingerprint) return stored;
      throw new ApiError(400, {
        type: 'idempotency_error',
        message: `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
      });
    }
    this.inUse.add(key);
    return undefined;
  }

  settle(key: string, fingerprint: string, requestId: string, answer: Answer): void {
    this.store.put('answer', { id: key, fingerprint, requestId, storedAt: this.now(), ...answer });
  }

  /** The answer has gone out: the key may come again. */
  end(key: string): void {
    this.inUse.delete(key);
  }
}
