/** What Google's APIs answer when they refuse. */
export class GoogleRefusal extends Error {
  constructor(
    readonly status: number,
    readonly reason: string,
  ) {
    super(reason);
    this.name = 'GoogleRefusal';
  }

  get body(): object {
    return errorBody(this.status, this.reason);
  }
}

export function errorBody(status: number, reason: string): object {
  const errors = [{ domain: 'global', reason, message: reason }];
  return { error: { code: status, message: reason, errors } };
}

/** The reason that goes with a status, where a test asks only for that. */
export function reasonOf(status: number): string {
  if (status === 403 || status === 429) return 'rateLimitExceeded';
  return status === 404 ? 'notFound' : 'backendError';
}
