import type { MailScope } from '@leadpulse/model';
import { mailScopeSchema } from '@leadpulse/model';
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { config, secret } from '../platform/config.js';
import { isId } from '../platform/refs.js';

const VERSION = '1';
const KEY_BYTES = 32;

/** What a token was made for. */
export interface MailLink {
  uid: string;
  scope: MailScope;
}

/**
 * `1.<key id>.<scope>.<uid>.<mac>`: it names no address, changes nothing but the choice of news, and has no end: an
 * unsubscribe link in an old mail must work. It dies with its key, or with the account.
 */
export function mailToken({ uid, scope }: MailLink): string {
  const [key] = keys();
  if (!key) throw new Error('MAIL_LINK_KEYS holds no key');
  const signed = [VERSION, key.id, scope, uid].join('.');
  return `${signed}.${macOf(key.bytes, signed)}`;
}

/** Null unless we made it, to the letter. */
export function readMailToken(token: string): MailLink | null {
  const [version, keyId, scope, uid = '', mac = '', ...rest] = token.split('.');
  const key = keys().find(({ id }) => id === keyId);
  const named = mailScopeSchema.safeParse(scope);
  if (version !== VERSION || !key || !named.success || !isId(uid) || rest.length > 0) return null;
  const expected = Buffer.from(macOf(key.bytes, [version, key.id, named.data, uid].join('.')));
  const given = Buffer.from(mac);
  const isOurs = given.length === expected.length && timingSafeEqual(given, expected);
  return isOurs ? { uid, scope: named.data } : null;
}

/** The page where a person sees and changes their choices. The token stands behind the `#`: no server logs it. */
export function mailChoicesPage(token: string): string {
  return `${config().siteUrl}/mail-preferences#${token}`;
}

/** Where mail programs post RFC 8058's one click. */
export function oneClickUrl(token: string): string {
  return `${config().siteUrl}/hooks/unsubscribe/${token}`;
}

function macOf(key: Buffer, signed: string): string {
  return createHmac('sha256', key).update(`mail link ${signed}`).digest('base64url');
}

/** The first key signs, the later ones still read what they signed. */
function keys(): { id: string; bytes: Buffer }[] {
  return secret('MAIL_LINK_KEYS')
    .split(',')
    .map((text) => {
      const bytes = Buffer.from(text.trim(), 'base64');
      if (bytes.length !== KEY_BYTES) throw new Error('A key in MAIL_LINK_KEYS is not 32 bytes in base64');
      return { id: createHash('sha256').update(bytes).digest('hex').slice(0, 8), bytes };
    });
}
