const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand in HTML, between tags or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

/** Text that cannot end the header it stands in. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}

/**
 * A name that a person typed, for a mail that we sign: one line, nothing invisible, and no link in it, since mail
 * programs make one of anything that looks like an address.
 */
export function plainName(name: string): string {
  const visible = oneLine(name.normalize('NFKC')).replace(/\p{Cf}/gu, '');
  return visible.replace(/(:\/\/|[.@。])(?=\S)/gu, '$1 ').replace(/\s+/g, ' ');
}
