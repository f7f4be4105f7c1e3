import { attributionLength, endsOwnWords } from './quoteMarks.js';

/** Mail programs put them around names in Hebrew and Arabic; what is kept of the text keeps its own. */
const DIRECTION_MARKS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

const isQuoted = (line: string | undefined): boolean => line !== undefined && /^[>›»]/u.test(line);

/** The first line at or after `from` that is not empty. */
function nextWords(lines: readonly string[], from: number): string | undefined {
  return lines.slice(from, from + 4).find((line) => line !== '');
}

/** In a language without a rule of its own: an address and a colon, and below them a quote. */
function announcementLength(lines: readonly string[], index: number): number {
  const isFolded =
    lines[index]?.endsWith('<') === true || /<\s*[^<>\s]+@[^<>\s]+>$/u.test(lines[index] ?? '');
  for (const count of isFolded ? [1, 2] : [1]) {
    const joined = lines.slice(index, index + count).join(' ');
    const isOne = joined.length <= 400 && /<\s*[^<>\s]+@[^<>\s]+>.{0,60}[:：]$/u.test(joined);
    if (isOne && isQuoted(nextWords(lines, index + count))) return count;
  }
  return 0;
}

/** How a line ends or interrupts the writer's own words: `skip` lines announce a quote that is marked line by line. */
function markAt(lines: readonly string[], index: number): { skip: number } | 'end' | null {
  const attribution = attributionLength(lines, index) || announcementLength(lines, index);
  if (attribution > 0 && isQuoted(nextWords(lines, index + attribution))) return { skip: attribution };
  return attribution > 0 || endsOwnWords(lines, index) ? 'end' : null;
}

/**
 * What a person wrote, without the text they quoted and without signature: above the quote, below it or between its
 * lines. Quoted text that is not marked line by line ends it.
 */
export function newestPart(body: string): string {
  const lines = body.split(/\r\n?|\n/u).map((line) => line.trimEnd());
  const trimmed = lines.map((line) => line.replace(DIRECTION_MARKS, '').trim());
  const own: string[] = [];
  let hadWordsAbove = false; // above the line that announces a quote
  let isRest = false; // of a quoted line that a mail program broke in two
  for (let index = 0; index < lines.length; index += 1) {
    if (isQuoted(trimmed[index])) {
      isRest = hadWordsAbove;
      continue;
    }
    const mark = markAt(trimmed, index);
    if (mark === 'end') break;
    if (mark) {
      hadWordsAbove ||= own.some((line) => line.trim() !== '');
      index += mark.skip - 1;
      continue;
    }
    isRest &&= trimmed[index] !== '';
    if (!isRest) own.push(lines[index] ?? '');
  }
  return own
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .replace(/\n\s*[-_=*]{10,}\s*$/u, '') // the rule above what was quoted
    .trim();
}
