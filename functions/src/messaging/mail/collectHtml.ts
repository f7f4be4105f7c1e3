import { Refusal } from '@leadpulse/model';

const MOST_BYTES = 1024 * 1024;

/** The parts of a mail that are HTML, one after the other; refused when they come to more than anybody wrote by hand. */
export async function collectHtml(parts: AsyncIterable<AsyncIterable<Buffer>>): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const part of parts) {
    for await (const chunk of part) {
      size += chunk.length;
      if (size > MOST_BYTES) throw new Refusal('resource-exhausted', 'mail-too-large');
      chunks.push(chunk);
    }
  }
  return Buffer.concat(chunks).toString('utf8');
}
