import { Refusal } from '@leadpulse/model';
import type { HookRequest } from '../platform/publicHook.js';
import { publicHook } from '../platform/publicHook.js';
import { chooseMail, listsOf } from './chooseMail.js';
import { mailChoicesPage, readMailToken } from './mailLink.js';

/**
 * RFC 8058: the address in a mail's List-Unsubscribe. A POST of `List-Unsubscribe=One-Click`, without cookies or any
 * answer of a person, switches the mail's list off; twice is as good as once. Whatever only looks (a link checker, a
 * person who opens it) changes nothing and is shown the page.
 */
export const unsubscribe = publicHook(
  { name: 'unsubscribe', secrets: ['MAIL_LINK_KEYS'] },
  async (request) => {
    const token = /^\/hooks\/unsubscribe\/([\w.-]{1,300})$/.exec(request.path)?.[1] ?? '';
    if (request.method === 'GET' || request.method === 'HEAD') return { redirect: mailChoicesPage(token) };
    if (request.method !== 'POST') return { status: 405, body: { outcome: 'post-only' } };
    const link = readMailToken(token);
    if (!link) throw new Refusal('permission-denied', 'link-invalid');
    if (!isOneClick(request)) throw new Refusal('invalid-argument', 'not-one-click');
    const source = 'unsubscribe-link';
    const changed = await chooseMail(link.uid, { lists: listsOf(link.scope), given: false, source });
    return { status: 200, body: { outcome: changed === null ? 'gone' : 'unsubscribed' } };
  },
);

const PART =
  /^content-disposition:[^\r\n]*\bname="?List-Unsubscribe\b[^\r\n]*\r?\n(?:[^\r\n]+\r?\n)*\r?\nOne-Click\r?\n/im;

/** RFC 8058, 3.2: as a form, of either kind. */
function isOneClick({ body, contentType }: HookRequest): boolean {
  const text = body.toString('utf8');
  if (/^multipart\/form-data\b/i.test(contentType)) return PART.test(text);
  const isForm = /^application\/x-www-form-urlencoded\b/i.test(contentType);
  return isForm && new URLSearchParams(text).get('List-Unsubscribe') === 'One-Click';
}
