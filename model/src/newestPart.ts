/** Lines below which an email is no longer the writer's own new words. */
const CUTS = [
  /^-{2,}\s*(?:original message|forwarded message|original-nachricht)\s*-{2,}\s*$/iu,
  /^-- ?$/u, // RFC 3676, 4.3: the signature delimiter
  /^_{10,}\s*$/u, // Outlook's rule above the quoted headers
  /^sent from my \S/iu,
  /^sent from (?:mail|outlook|yahoo|gmail|proton)\b/iu,
  /^get outlook for /iu,
];
const HEADER = /^\*?(?:from|sent|date|to|subject)\s*:\*?\s/iu;
const ATTRIBUTION = /^on\b.{4,300}\bwrote:$/iu;

/** "On Tue, ... wrote:" may be folded over up to three lines. */
function isAttribution(lines: string[], index: number): boolean {
  if (!/^on\b/iu.test(lines[index] ?? '')) return false;
  return [1, 2, 3].some((count) => ATTRIBUTION.test(lines.slice(index, index + count).join(' ')));
}

function isQuoteStart(lines: string[], index: number): boolean {
  const line = lines[index] ?? '';
  if (CUTS.some((cut) => cut.test(line)) || isAttribution(lines, index)) return true;
  return /^\*?from\s*:/iu.test(line) && HEADER.test(lines[index + 1] ?? '');
}

/** What a person wrote above the text they quoted, without quoted lines and signature. */
export function newestPart(body: string): string {
  const lines = body.split(/\r\n?|\n/u).map((line) => line.trimEnd());
  const trimmed = lines.map((line) => line.trimStart());
  const end = trimmed.findIndex((_, index) => isQuoteStart(trimmed, index));
  return lines
    .slice(0, end === -1 ? lines.length : end)
    .filter((line) => !/^\s*>/u.test(line))
    .join('\n')
    .trim();
}
