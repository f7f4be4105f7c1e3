import { REGISTER } from '@leadpulse/policy/register';
import { outcomeOf, promiseRunWords, readPromiseFacts } from '../web/src/features/policy/promiseFacts.js';

/** docs/promises.md, of the same register and figures as the page `/privacy/promises`. */
export function promisesMarkdown(json: string): string {
  const facts = readPromiseFacts(json);
  const promises = REGISTER.map(({ id, promise, clauses, controls, screens }) =>
    [
      `## ${id}: ${promise}\n`,
      `- In the policy: ${clauses.map(({ title }) => `“${title}”`).join(', ')}`,
      ...controls.map(({ file, does }) => `- Kept by \`${file}\`: ${does}`),
      ...screens.map(({ path, shows }) => `- To be seen on \`${path}\`: ${shows}`),
      `- ${outcomeOf(facts, id).words}`,
    ].join('\n'),
  );
  return `# The promises of the privacy policy

Made by \`npm run docs:promises\` from \`policy/src/register.ts\` and the last whole run of \`npm test\`; the page \`/privacy/promises\` says the same.
${promiseRunWords(facts)}

${promises.join('\n\n')}
`;
}
