import { REGISTER } from '@leadpulse/policy/register';
import { outcomeOf, promiseRunWords, readPromiseFacts } from '../web/src/features/policy/promiseFacts.js';

/** docs/promises.md, of the same register and figures as the page `/privacy/promises`. */
export function promisesMarkdown(json: string): string {
  const facts = readPromiseFacts(json);
  const rows = REGISTER.map(({ id, promise, clauses, controls, screens }) => [
    ...[id, promise, clauses.map(({ title }) => title).join('; ')],
    controls.map(({ file }) => `\`${file}\``).join(', '),
    screens.map(({ path }) => `\`${path}\``).join(', '),
    outcomeOf(facts, id).words,
  ]);
  const head = ['', 'promise', 'in the policy', 'kept by', 'to be seen', 'last run'];
  return `# The promises of the privacy policy

Made by \`npm run docs:promises\` from \`policy/src/register.ts\` and the last whole run of \`npm test\`; the page \`/privacy/promises\` says the same.
${promiseRunWords(facts)}

${[head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')}
`;
}
