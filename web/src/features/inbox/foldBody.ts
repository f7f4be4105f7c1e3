import { newestPart, type Channel } from '@leadpulse/model';

const LONG_CHARACTERS = 900;
const LONG_LINES = 14;
const SLACK = 1.3; // a fold that hides two lines is worse than none

/** What is shown of a body at first, and whether a fold hides its end or only the quoted answer and signature. */
export interface FoldedBody {
  visible: string;
  hidden: 'nothing' | 'quote' | 'rest';
}

export function foldBody(body: string, channel: Channel): FoldedBody {
  const newest = channel === 'email' ? newestPart(body) : body;
  const own = newest === '' ? body : newest;
  const lines = own.split('\n');
  if (own.length > LONG_CHARACTERS * SLACK || lines.length > LONG_LINES * SLACK) {
    return { visible: head(lines), hidden: 'rest' };
  }
  return { visible: own, hidden: own.length < body.trim().length ? 'quote' : 'nothing' };
}

function head(lines: string[]): string {
  const text = lines.slice(0, LONG_LINES).join('\n');
  if (text.length <= LONG_CHARACTERS) return text.trimEnd();
  const cut = text.lastIndexOf(' ', LONG_CHARACTERS);
  return text.slice(0, cut > LONG_CHARACTERS / 2 ? cut : LONG_CHARACTERS).trimEnd();
}
