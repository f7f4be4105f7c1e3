import DOMPurify from 'dompurify';

/** A mail made harmless. */
export interface SafeMail {
  html: string; // a whole document, for a frame
  hasRemoteImages: boolean;
}

const FORBIDDEN_TAGS = [
  ...['form', 'input', 'button', 'select', 'option', 'textarea', 'dialog', 'template'],
  ...['base', 'meta', 'link', 'title', 'iframe', 'frame', 'frameset', 'object', 'embed'],
  ...['audio', 'video', 'source', 'track', 'svg', 'math'],
];
const FORBIDDEN_ATTRIBUTES = [
  'srcset',
  'ping',
  'action',
  'target',
  'autofocus',
  'contenteditable',
  'tabindex',
];

/** A mail is drawn for white paper; in the dark it stays a sheet of it. */
const PAPER = `html{color-scheme:light;background:#fff;color:#1a1a1a;font:14px/1.5 system-ui,sans-serif}
body{margin:12px;overflow-wrap:anywhere}img,table{max-width:100%}img{height:auto}`;

/**
 * Takes out of a mail what runs, asks, sends or leads away, and forbids in the document itself whatever would be left.
 * Remote pictures only `withImages`: each tells its sender that, when and where the mail was read. Those inside the mail
 * came with it.
 */
export function sanitizeMail(sent: string, { withImages }: { withImages: boolean }): SafeMail {
  const purifier = DOMPurify(window);
  let hasRemoteImages = false;
  purifier.addHook('afterSanitizeAttributes', (element) => {
    if (element.localName === 'a' || element.localName === 'area') unlink(element);
    for (const name of ['src', 'background']) {
      if (/^\s*cid:/i.test(element.getAttribute(name) ?? '')) element.removeAttribute(name); // not in the mail, or no picture
      if (!/^\s*(?:https?:)?\/\//i.test(element.getAttribute(name) ?? '')) continue;
      hasRemoteImages = true;
      if (!withImages) element.removeAttribute(name);
    }
  });
  const clean = purifier.sanitize(sent, {
    WHOLE_DOCUMENT: true,
    USE_PROFILES: { html: true },
    FORBID_TAGS: FORBIDDEN_TAGS,
    FORBID_ATTR: FORBIDDEN_ATTRIBUTES,
  });
  hasRemoteImages ||= /url\(\s*["']?\s*(?:https?:)?\/\//i.test(clean);
  return { html: documentOf(clean, withImages), hasRemoteImages };
}

/** A link leads nowhere from here; where it would have led is said when it is pointed at. */
function unlink(element: Element): void {
  const address = element.getAttribute('href');
  element.removeAttribute('href');
  if (address !== null) element.setAttribute('title', address);
}

function documentOf(clean: string, withImages: boolean): string {
  const { head, body } = new DOMParser().parseFromString(clean, 'text/html'); // a document that loads nothing
  const policy = `default-src 'none'; style-src 'unsafe-inline'; img-src data:${withImages ? ' https:' : ''}`;
  return `<!doctype html><html lang=""><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer"><style>${PAPER}</style>${head.innerHTML}</head>${body.outerHTML}</html>`;
}
