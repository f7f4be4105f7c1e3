import { write } from 'firebase-functions/logger';

/** What may stand in a log: ids, codes, counts. Never a body, an address, a name or a token. */
export interface LogFields {
  function?: string;
  orgId?: string;
  contactId?: string;
  messageId?: string;
  accountId?: string;
  kind?: string;
  state?: string;
  code?: string;
  outcome?: string;
  count?: number;
  looked?: number;
  mended?: number;
  failed?: number;
  strange?: number;
}

export function logInfo(message: string, fields: LogFields = {}): void {
  write({ severity: 'INFO', message, ...fields });
}

export function logWarning(message: string, fields: LogFields = {}): void {
  write({ severity: 'WARNING', message, ...fields });
}

/** Logs a bug by its type, code and stack frames; its message may quote what a person typed and stays out. */
export function logFailure(message: string, error: unknown, fields: LogFields = {}): void {
  write({ severity: 'ERROR', message, ...fields, ...describe(error) });
}

function describe(error: unknown): Record<string, string> {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = (error as { code?: unknown }).code;
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return {
    error: error.name,
    ...(typeof code === 'string' || typeof code === 'number' ? { errorCode: String(code) } : {}),
    stack: frames.join('\n'),
  };
}
