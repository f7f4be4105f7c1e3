import type { Shelf } from '../../lib/browserStorage.js';

/** What is written but not sent in one thread, and the way it was to go. */
export interface Draft {
  mode: 'message' | 'note';
  accountId: string | null;
  to: string | null;
  subject: string | null; // null: as the thread goes
  body: string;
  note: string;
}

/** @internal */
export const EMPTY_DRAFT: Draft = {
  mode: 'message',
  accountId: null,
  to: null,
  subject: null,
  body: '',
  note: '',
};

type DraftKey = `draft:${string}`;
type DraftShelf = Pick<Shelf<DraftKey>, 'get' | 'set' | 'remove'>;

/** Drafts live as long as the tab; the key carries the person, so that the next one to sign in here sees none. */
export function draftKey(uid: string, orgId: string, contactId: string): DraftKey {
  return `draft:${uid}:${orgId}:${contactId}`;
}

export function readDraft(shelf: DraftShelf, key: DraftKey): Draft {
  const kept = shelf.get(key);
  if (kept === null) return EMPTY_DRAFT;
  try {
    return draftOf(JSON.parse(kept));
  } catch (error) {
    if (error instanceof SyntaxError) return EMPTY_DRAFT;
    throw error;
  }
}

/** This tab wrote it, but an older version of the page may have: every field is looked at. */
function draftOf(kept: unknown): Draft {
  if (typeof kept !== 'object' || kept === null) return EMPTY_DRAFT;
  const field = (name: string): unknown => (kept as Record<string, unknown>)[name];
  const text = (name: string): string | null => {
    const value = field(name);
    return typeof value === 'string' ? value : null;
  };
  return {
    mode: field('mode') === 'note' ? 'note' : 'message',
    accountId: text('accountId'),
    to: text('to'),
    subject: text('subject'),
    body: text('body') ?? '',
    note: text('note') ?? '',
  };
}

export function writeDraft(shelf: DraftShelf, key: DraftKey, draft: Draft): void {
  const isEmpty = JSON.stringify(draft) === JSON.stringify(EMPTY_DRAFT);
  if (isEmpty) shelf.remove(key);
  else shelf.set(key, JSON.stringify(draft));
}

/** What stays after a message went out: the way it went, not its words. */
export function afterSending(draft: Draft): Draft {
  return draft.mode === 'note' ? { ...draft, note: '' } : { ...draft, body: '', subject: null };
}

/** Words that come back (undo, a refused write) go before what was begun since. */
export function withWordsBack(draft: Draft, back: { body: string; subject?: string | undefined }): Draft {
  const body = draft.body.trim() === '' ? back.body : `${back.body}\n${draft.body}`;
  return { ...draft, mode: 'message', body, subject: back.subject ?? draft.subject };
}

/** The words that came back too early: the message is on its way after all, and must not invite a second sending. */
export function withoutWords(draft: Draft, back: { body: string }): Draft {
  if (draft.body === back.body) return { ...draft, body: '', subject: null };
  return draft.body.startsWith(`${back.body}\n`)
    ? { ...draft, body: draft.body.slice(back.body.length + 1) }
    : draft;
}
