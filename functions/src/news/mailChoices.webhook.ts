import type { MailChoicesAnswer } from '@leadpulse/model';
import { mailChoicesAskSchema, Refusal } from '@leadpulse/model';
import { parseInput } from '../platform/callable.js';
import { publicHook } from '../platform/publicHook.js';
import { chooseMail, listsOf, mailChoicesOf } from './chooseMail.js';
import { readMailToken } from './mailLink.js';

/** What the page of a mail's link shows and changes, for whoever holds the link; only the lists that it is for. */
export const mailChoices = publicHook(
  { name: 'mailChoices', secrets: ['MAIL_LINK_KEYS'] },
  async ({ method, body, contentType }) => {
    if (method !== 'POST') return { status: 405, body: { outcome: 'post-only' } };
    const { token, change } = parseInput(mailChoicesAskSchema, readJson(body, contentType));
    const link = readMailToken(token);
    if (!link) throw new Refusal('permission-denied', 'link-invalid');
    const lists = listsOf(link.scope);
    if (change) {
      if (!lists.includes(change.list)) throw new Refusal('permission-denied', 'other-list');
      await chooseMail(link.uid, { lists: [change.list], given: change.given, source: 'unsubscribe-link' });
    }
    const choices = await mailChoicesOf(link.uid, lists);
    const answer: MailChoicesAnswer = choices === null ? { outcome: 'gone' } : { outcome: 'known', choices };
    return { status: 200, body: answer };
  },
);

/** JSON that says so: a form of another site cannot. */
function readJson(body: Buffer, contentType: string): unknown {
  try {
    if (/^application\/json\b/i.test(contentType)) return JSON.parse(body.toString('utf8'));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new Refusal('invalid-argument', 'unreadable');
}
