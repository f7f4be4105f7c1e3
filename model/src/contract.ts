import type { z } from 'zod';

/** What a callable takes and gives. The server parses both; the browser's forms use the same input schema. */
export interface Contract<In extends z.ZodType, Out extends z.ZodType> {
  readonly name: string;
  readonly input: In;
  readonly output: Out;
}

/** Names a callable and types its two sides. `name` is the deployed function's name. */
export function contract<In extends z.ZodType, Out extends z.ZodType>(
  name: string,
  sides: { input: In; output: Out },
): Contract<In, Out> {
  return { name, ...sides };
}
