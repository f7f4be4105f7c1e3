/** What windows-1252 is read as that is not UTF-8; Latin text without a label is nearly always that. */
const LATIN = new TextDecoder('windows-1252');

/** The head and the body of a mail; bytes one by one as characters, so that nothing is lost on the way back. */
function split(raw: Buffer): { head: string; body: string; end: string } {
  const whole = raw.toString('latin1');
  const end = /\r?\n\r?\n/u.exec(whole)?.[0] ?? '';
  const at = end === '' ? whole.length : whole.indexOf(end);
  return { head: whole.slice(0, at), body: whole.slice(at + end.length), end };
}

const bytesOf = (text: string): Buffer => Buffer.from(text, 'latin1');

/** Bytes in a head are UTF-8 (RFC 6532), or were Latin letters that nobody encoded. */
function mendHead(head: string): Buffer {
  const bytes = bytesOf(head);
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return bytes;
  } catch {
    return Buffer.from(LATIN.decode(bytes), 'utf8');
  }
}

const TYPE = /^content-type:.*(?:\r?\n[ \t].*)*/imu;
const LABELLED_UTF8 = /(charset\s*=\s*"?)utf-?8(?![\w-])/giu;
const UNLABELLED = /^(content-type:[ \t]*text\/(?:plain|html))[ \t]*(?=\r?$)/gimu;
const BASE64 =
  /^(content-transfer-encoding:\s*)base64(?=[ \t]*\r?$(?:(?!\r?\n\r?\n)[\s\S]){0,2000}?\r?\n\r?\n.{0,60}\w [a-z])/gimu;

/**
 * The same mail by what its bytes are and not by what it says of them: Latin text that is labelled UTF-8 or not at all, and
 * plain words that are labelled base64. For a mail that could not be read by its own labels.
 */
export function mendLabels(raw: Buffer): Buffer {
  const { head, body, end } = split(raw);
  const relabel = (text: string): string =>
    text
      .replace(LABELLED_UTF8, '$1windows-1252')
      .replace(UNLABELLED, '$1; charset=windows-1252')
      .replace(BASE64, '$18bit');
  const whole = relabel(head + end + body);
  const at = whole.indexOf(end);
  const mended = end === '' ? { head: whole, rest: '' } : { head: whole.slice(0, at), rest: whole.slice(at) };
  const typed = TYPE.test(mended.head)
    ? mended.head
    : `${mended.head}\r\nContent-Type: text/plain; charset=windows-1252`;
  return Buffer.concat([mendHead(typed), bytesOf(mended.rest)]);
}

/** A mail of parts whose boundary is not the one that it names: the first line that looks like one is. Or no parts at all. */
export function mendBoundary(raw: Buffer): Buffer | null {
  const { head, body, end } = split(raw);
  const type = TYPE.exec(head)?.[0] ?? '';
  const multipart = /multipart\/[\w.+-]+/iu.exec(type)?.[0];
  if (multipart === undefined || body.trim() === '') return null;
  const boundary = /^--(?!-)([^\s"][^\r\n"]{0,69}?)\s*$/mu.exec(body)?.[1];
  const kind = boundary === undefined ? 'text/plain' : `${multipart}; boundary="${boundary}"`;
  return bytesOf(`${head.replace(TYPE, () => `Content-Type: ${kind}`)}${end}${body}`);
}
