import type { Contract } from '@leadpulse/model';
import type { z } from 'zod';
import { wordsFor } from './refusalWords.js';

/** A callable said no: `words` are for people, `field` is the input at fault. */
export class CallRefusal extends Error {
  readonly words: string;
  constructor(
    readonly code: string,
    readonly reason: string,
    readonly field: string | undefined,
    readonly detail: Record<string, unknown>,
  ) {
    super(reason);
    this.name = 'CallRefusal';
    this.words = wordsFor({ code, reason, detail });
  }
}

/** Calls a function by its contract; a refusal is thrown as `CallRefusal`. The functions SDK loads on the first call. */
export async function callContract<In extends z.ZodType, Out extends z.ZodType>(
  contract: Contract<In, Out>,
  input: z.input<In>,
): Promise<z.output<Out>> {
  const { invoke } = await import('./firebase/functions.js');
  let answer: unknown;
  try {
    answer = await invoke(contract.name, input);
  } catch (error) {
    throw toRefusal(error);
  }
  return contract.output.parse(answer);
}

function toRefusal(error: unknown): unknown {
  const { code, message, details } = error as { code?: unknown; message?: unknown; details?: unknown };
  if (typeof code !== 'string' || !code.startsWith('functions/')) return error;
  const detail = typeof details === 'object' && details !== null ? (details as Record<string, unknown>) : {};
  const reason = typeof detail.reason === 'string' ? detail.reason : String(message);
  const field = typeof detail.field === 'string' ? detail.field : undefined;
  return new CallRefusal(code.slice('functions/'.length), reason, field, detail);
}

/** One sentence for anything thrown by a call. */
export function wordsOf(error: unknown): string {
  if (error instanceof CallRefusal) return error.words;
  return wordsFor({ code: 'internal', reason: 'internal', detail: {} });
}
