import type { TestAccount } from '../functions/tenant.js';
import { mail } from '../functions/rawMail.js';

/** A mail that comes as words and as HTML, the latter as Outlook of Western Europe would write it. */
export function htmlMail(
  to: Pick<TestAccount, 'address'>,
  from: string,
  { words, html, inside = [] }: { words: string; html: string; inside?: Inside[] },
): string {
  const body = [
    ...['--b', 'Content-Type: text/plain; charset=utf-8', '', words],
    ...['--b', 'Content-Type: text/html; charset=iso-8859-1', 'Content-Transfer-Encoding: base64', ''],
    ...(Buffer.from(html, 'latin1')
      .toString('base64')
      .match(/.{1,76}/g) ?? []),
    '--b--',
  ].join('\n');
  const type = 'multipart/alternative; boundary=b';
  if (inside.length === 0) return mail(to, from, body, { 'Content-Type': type, 'MIME-Version': '1.0' });
  const related = [`--r\nContent-Type: ${type}\n\n${body}`, ...inside.map(partInside), '--r--'].join('\n');
  const headers = { 'Content-Type': 'multipart/related; boundary=r', 'MIME-Version': '1.0' };
  return mail(to, from, related, headers);
}

/** What a mail carries for its HTML to show. */
interface Inside {
  id: string;
  type: string;
  content: Buffer | string;
}

function partInside({ id, type, content }: Inside): string {
  const lines =
    Buffer.from(content)
      .toString('base64')
      .match(/.{1,76}/g) ?? [];
  return [
    ...['--r', `Content-Type: ${type}`, `Content-ID: <${id}>`, 'Content-Disposition: inline'],
    ...['Content-Transfer-Encoding: base64', '', ...lines],
  ].join('\n');
}

/** Tries all that a mail can try: each way that works sets `window.intruded`, the title or a dialog, or asks `stranger`. */
export function hostileHtml(stranger: string, image: string): string {
  const intrude = `top.intruded=parent.intruded=window.intruded=1;document.title=top.document.title='taken';alert(1)`;
  return `<!doctype html><html><head><title>taken</title>
<base href="${stranger}/base/"><meta http-equiv="refresh" content="0;url=${stranger}/refresh">
<meta http-equiv="Content-Security-Policy" content="default-src *">
<link rel="stylesheet" href="${stranger}/link.css"><link rel="preload" as="image" href="${stranger}/preload.png">
<link rel="dns-prefetch" href="${stranger}"><link rel="prefetch" href="${stranger}/prefetch">
<style>@import url(${stranger}/import.css);
@font-face{font-family:f;src:url(${stranger}/font.woff2)}
.kept{color:rgb(1,2,3);font-family:f;background:url(${stranger}/css.png)}</style>
<script>${intrude}</script><script src="${stranger}/script.js"></script></head>
<body onload="${intrude}" background="${stranger}/background.png">
<p class="kept" style="padding-left: 17px; list-style: url(${stranger}/style.png)">Dear buyer, café prices</p>
<img src="cid:garden" alt="The garden"><img src="cid:drawing" alt="A drawing">
<img src="x" onerror="${intrude}"><img src="${stranger}/img.png" srcset="${stranger}/srcset.png 2x" alt="A pixel">
<img src="${image}" alt="The house"><picture><source srcset="${stranger}/source.png"><img alt=""></picture>
<a href="javascript:${intrude}">Click me</a> <a href="${stranger}/link" target="_top" ping="${stranger}/ping">Our offer</a>
<iframe src="${stranger}/frame"></iframe><iframe srcdoc="<script>${intrude}</script>"></iframe>
<object data="${stranger}/object"></object><embed src="${stranger}/embed">
<video src="${stranger}/video.mp4" poster="${stranger}/poster.png" autoplay></video><audio src="${stranger}/a.mp3" autoplay></audio>
<svg onload="${intrude}"><script>${intrude}</script><image href="${stranger}/svg.png"/><use href="${stranger}/use.svg#a"/>
<foreignObject><iframe src="${stranger}/foreign"></iframe></foreignObject></svg>
<math><mtext><table><mglyph><style><img src=x onerror="${intrude}"></style></mglyph></table></mtext></math>
<form action="${stranger}/form"><input name="password" autofocus onfocus="${intrude}"><button formaction="${stranger}/go">Sign in</button></form>
<details open ontoggle="${intrude}"><summary>More</summary></details><noscript><img src="${stranger}/noscript.png"></noscript>
</body></html>`;
}
