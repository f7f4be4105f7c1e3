import { headerOf, rawOf } from '../mails.js';
import type { KeptMail } from '../store.js';

type Test = (mail: KeptMail, value: string) => boolean;

const IN: Record<string, string> = {
  sent: 'SENT',
  inbox: 'INBOX',
  drafts: 'DRAFT',
  chats: 'CHAT',
  spam: 'SPAM',
  trash: 'TRASH',
};

/** The words of Gmail's search that the product uses; another one is a mistake of ours. */
const TESTS: Record<string, Test> = {
  rfc822msgid: ({ messageId }, value) => messageId === `<${value}>`,
  in: ({ labels }, value) => labels.includes(IN[value] ?? ''),
  to: (mail, value) => headerOf(rawOf(mail), 'To').toLowerCase().includes(value.toLowerCase()),
  after: ({ atMs }, value) => atMs >= Number(value) * 1000,
};

export function matches(mail: KeptMail, q: string): boolean {
  return q
    .split(/\s+/)
    .filter(Boolean)
    .every((term) => {
      const [, minus = '', name = '', value = ''] = /^(-?)(\w+):(.+)$/.exec(term) ?? [];
      const test = TESTS[name];
      if (!test) throw new Error(`the stand-in cannot search for ${term}`);
      return test(mail, value) !== (minus === '-');
    });
}
