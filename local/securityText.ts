import { can, ROLES } from '@leadpulse/model';
import { checksOf, readFacts, runWords } from '../web/src/features/security/securityFacts.js';
import { HOW, NOT_COVERED } from '../web/src/features/security/securityText.js';
import { CAPABILITY_WORDS, ROLE_WORDS } from '../web/src/lib/roleWords.js';

/** docs/security.md, of the same words and figures as the page `/security`. */
export function securityMarkdown(json: string): string {
  const facts = readFacts(json);
  return `# Security

Made by \`npm run docs:security\` from \`docs/security.json\`, which \`npm run proof\` writes; the page \`/security\` says the same.

## How it is kept

${HOW.map(([title, text]) => `- **${title}.** ${text}`).join('\n')}

## What each role may do

${table(
  ['', ...ROLES.map((role) => ROLE_WORDS[role])],
  CAPABILITY_WORDS.map(({ words, capability }) => [
    words,
    ...ROLES.map((role) => (can(role, capability) ? 'yes' : 'no')),
  ]),
)}

Owners and admins see all leads; agents and viewers see all of them or only those assigned to them.

## How it is checked

${runWords(facts)}

${table(
  ['check', 'result', 'what it is'],
  checksOf(facts).map(({ title, about, result, outcome }) => [
    title,
    outcome === 'broken' ? `**${result} (not as it must be)**` : result,
    about,
  ]),
)}

## What this does not show

${NOT_COVERED.map((each) => `- ${each}`).join('\n')}
`;
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
