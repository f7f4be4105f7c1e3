import { LIMITS } from '@leadpulse/model';

/** A piece of a line: words, or words that lead somewhere. */
export interface Span {
  text: string;
  href?: string;
}

export type Block = { kind: 'heading' | 'paragraph'; spans: Span[] } | { kind: 'list'; items: Span[][] };

export interface Letter {
  subject: string;
  blocks: Block[];
}

/** A letter that cannot be sent as it is written; the words are for its author. */
export class LetterProblem extends Error {}

/**
 * Reads what staff wrote: `# Subject` in the first line, then paragraphs, `## headings`, `- lists` and `[words](https://…)`.
 * Nothing else has a meaning, and there are no pictures: none could tell that it was opened.
 */
export function readLetter(source: string): Letter {
  const [first = '', ...rest] = source.replace(/\r\n?/g, '\n').trim().split('\n');
  const subject = /^# (.+)$/.exec(first)?.[1]?.trim();
  if (!subject) throw new LetterProblem('The first line must be the subject: # What is new in March');
  if (subject.length > LIMITS.subject)
    throw new LetterProblem(`The subject is longer than ${LIMITS.subject} characters.`);
  const blocks = rest
    .join('\n')
    .split(/\n{2,}/)
    .map((text) => text.trim());
  const written = blocks.filter((text) => text !== '').map(readBlock);
  if (written.length === 0) throw new LetterProblem('There is nothing below the subject.');
  return { subject, blocks: written };
}

function readBlock(text: string): Block {
  if (/!\[/.test(text))
    throw new LetterProblem(`Pictures are not sent, they would tell who reads: ${firstOf(text)}`);
  const heading = /^#{2,} (.+)$/.exec(text)?.[1];
  if (heading !== undefined) return { kind: 'heading', spans: readSpans(heading) };
  if (text.startsWith('#'))
    throw new LetterProblem(`A heading is "## " and a line of its own: ${firstOf(text)}`);
  const lines = text.split('\n');
  if (lines.every((line) => line.startsWith('- '))) {
    return { kind: 'list', items: lines.map((line) => readSpans(line.slice(2))) };
  }
  return { kind: 'paragraph', spans: readSpans(lines.map((line) => line.trim()).join(' ')) };
}

function readSpans(text: string): Span[] {
  return text
    .split(/(\[[^\]]+\]\([^)]*\))/)
    .filter((part) => part !== '')
    .map((part) => {
      const [, words, href] = /^\[([^\]]+)\]\(([^)]*)\)$/.exec(part) ?? [];
      if (words === undefined || href === undefined) return { text: part };
      if (!isSecure(href))
        throw new LetterProblem(`A link must begin with https://, this one does not: ${href}`);
      return { text: words, href };
    });
}

function isSecure(href: string): boolean {
  return URL.canParse(href) && new URL(href).protocol === 'https:';
}

function firstOf(text: string): string {
  return text.slice(0, 60);
}
