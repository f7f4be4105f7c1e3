import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { secret } from './config.js';

const ALGORITHM = 'aes-256-gcm';
const IV_BYTES = 12; // NIST SP 800-38D 8.2.1

/** A sealed secret as it lies in Firestore. */
export const sealedSchema = z.strictObject({
  keyId: z.string(),
  iv: z.base64(),
  tag: z.base64(),
  data: z.base64(),
});
export type Sealed = z.infer<typeof sealedSchema>;

/**
 * Seals with the first key of SEALING_KEY (32 bytes each, base64, comma-separated; the later ones still open what
 * they sealed). `context` names the place it belongs to: moved elsewhere it does not open.
 */
export function seal(plain: string, context: string): Sealed {
  const [key] = sealingKeys();
  if (!key) throw new Error('SEALING_KEY holds no key');
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, key.bytes, iv).setAAD(Buffer.from(context));
  const data = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return {
    keyId: key.id,
    iv: iv.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
    data: data.toString('base64'),
  };
}

/** By which key a new credential is sealed; only its name, which is a hash. */
export function newestKeyId(): string | undefined {
  return sealingKeys()[0]?.id;
}

export function unseal(sealed: Sealed, context: string): string {
  const key = sealingKeys().find(({ id }) => id === sealed.keyId);
  if (!key) throw new Error(`SEALING_KEY lacks the key ${sealed.keyId}`);
  const decipher = createDecipheriv(ALGORITHM, key.bytes, Buffer.from(sealed.iv, 'base64'))
    .setAAD(Buffer.from(context))
    .setAuthTag(Buffer.from(sealed.tag, 'base64'));
  return Buffer.concat([decipher.update(Buffer.from(sealed.data, 'base64')), decipher.final()]).toString(
    'utf8',
  );
}

function sealingKeys(): { id: string; bytes: Buffer }[] {
  return secret('SEALING_KEY')
    .split(',')
    .map((text) => {
      const bytes = Buffer.from(text.trim(), 'base64');
      if (bytes.length !== 32) throw new Error('A key in SEALING_KEY is not 32 bytes in base64');
      return { id: createHash('sha256').update(bytes).digest('hex').slice(0, 8), bytes };
    });
}
