import { part } from '../../lib/part.js';

/** The open conversation, which the list alone does without: composer, menus and contact panel are a tenth of the inbox. */
export const { Part: ThreadPart, fetch: fetchThread } = part(
  async () => (await import('./ThreadPane.js')).ThreadPane,
);
