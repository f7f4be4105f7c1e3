export type TextPart = { text: string; href?: string };

const LINK = /\b(?:https?:\/\/|www\.)[^\s<>"']+/giu;
const TAIL = /[.,;:!?…]+$/u;

/** Splits what somebody wrote into words and web links; only http and https become links. */
export function linkify(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const match of text.matchAll(LINK)) {
    const shown = withoutTail(match[0]);
    const href = hrefOf(shown);
    if (!href) continue;
    if (match.index > from) parts.push({ text: text.slice(from, match.index) });
    parts.push({ text: shown, href });
    from = match.index + shown.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from) });
  return parts;
}

/** Punctuation after a link, and a bracket that was opened before it, belong to the sentence. */
function withoutTail(link: string): string {
  const bare = link.replace(TAIL, '');
  return bare.endsWith(')') && !bare.includes('(') ? withoutTail(bare.slice(0, -1)) : bare;
}

function hrefOf(link: string): string | null {
  const url = /^www\./iu.test(link) ? `https://${link}` : link;
  return URL.canParse(url) ? url : null;
}
