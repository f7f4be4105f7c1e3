/** A part of a mail that its HTML may show inside itself. */
export interface MailPart {
  contentId: string; // as its header has it
  size: number; // about as many bytes as it holds
  read: () => Promise<Buffer | null>; // null: it holds more than it said
}

export const MOST_PICTURE_BYTES = 2 * 1024 * 1024;
const MOST_BYTES = 6 * 1024 * 1024; // of all of them, each as often as it is shown
const MOST_PARTS = 30;

/** Where HTML and its styles name a picture; RFC 2392 writes a Content-ID as part of an address. */
const REFERENCE = /((?:\bsrc|\bbackground)\s*=\s*["']?|\burl\(\s*["']?)cid:([^"'\s<>)]{1,256})/giu;

/**
 * Puts the pictures that came inside a mail into its HTML, so that showing it asks nobody. The bytes say what a part is,
 * whatever its header says: an SVG, a page or anything else that is no picture stays out, and what is too large.
 */
export async function inlinePictures(html: string, parts: readonly MailPart[]): Promise<string> {
  const wanted = new Set([...html.matchAll(REFERENCE)].map(([, , id = '']) => nameOf(id)));
  const urls = new Map<string, string>();
  let read = 0;
  for (const part of parts.filter(({ contentId }) => wanted.has(nameOf(contentId))).slice(0, MOST_PARTS)) {
    if (part.size > MOST_PICTURE_BYTES || read + part.size > MOST_BYTES) continue;
    const bytes = await part.read();
    const type = bytes && pictureType(bytes);
    if (!type) continue;
    read += bytes.length;
    urls.set(nameOf(part.contentId), `data:${type};base64,${bytes.toString('base64')}`);
  }
  return putIn(html, urls);
}

function putIn(html: string, urls: ReadonlyMap<string, string>): string {
  let left = (MOST_BYTES * 4) / 3;
  return html.replace(REFERENCE, (all, before: string, id: string) => {
    const url = urls.get(nameOf(id));
    if (url === undefined || url.length > left) return all;
    left -= url.length;
    return before + url;
  });
}

function nameOf(contentId: string): string {
  const bare = contentId.trim().replace(/^<|>$/gu, '');
  try {
    return decodeURIComponent(bare);
  } catch (error) {
    if (error instanceof URIError) return bare;
    throw error;
  }
}

/** What a browser draws and never runs, by how such files begin. */
function pictureType(bytes: Buffer): string | null {
  const head = bytes.subarray(0, 12).toString('latin1');
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (/^GIF8[79]a/u.test(head)) return 'image/gif';
  return /^RIFF[^]{4}WEBP/u.test(head) ? 'image/webp' : null;
}
