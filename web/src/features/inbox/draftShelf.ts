import { onSignOut } from '../../lib/authState.js';
import { draftKey, readDraft, writeDraft, type Draft } from './drafts.js';

interface DraftPlace {
  uid: string;
  orgId: string;
  contactId: string;
}

const drafts = new Map<string, Draft>();

/** Survives a reload of the tab; null where the browser lets nothing be stored. */
function shelf(): Storage | null {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}

export function keptDraft({ uid, orgId, contactId }: DraftPlace): Draft {
  const key = draftKey(uid, orgId, contactId);
  return drafts.get(key) ?? readDraft(shelf() ?? NO_SHELF, key);
}

export function keepDraft({ uid, orgId, contactId }: DraftPlace, draft: Draft): void {
  const key = draftKey(uid, orgId, contactId);
  drafts.set(key, draft);
  try {
    writeDraft(shelf() ?? NO_SHELF, key, draft);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error; // the shelf is full: this one lives as long as the page
  }
}

const NO_SHELF = { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };

onSignOut(() => {
  drafts.clear();
  const kept = shelf();
  for (const key of Object.keys(kept ?? {})) if (key.startsWith('draft:')) kept?.removeItem(key);
});
