import { onSignOut } from '../../lib/authState.js';
import { keptInTab } from '../../lib/browserStorage.js';
import { draftKey, readDraft, writeDraft, type Draft } from './drafts.js';

interface DraftPlace {
  uid: string;
  orgId: string;
  contactId: string;
}

const drafts = new Map<string, Draft>(); // survives a shelf that is full or shut off, as long as the page

/** Survives a reload of the tab, where the browser lets anything be stored. */
export function keptDraft({ uid, orgId, contactId }: DraftPlace): Draft {
  const key = draftKey(uid, orgId, contactId);
  return drafts.get(key) ?? readDraft(keptInTab, key);
}

export function keepDraft({ uid, orgId, contactId }: DraftPlace, draft: Draft): void {
  const key = draftKey(uid, orgId, contactId);
  drafts.set(key, draft);
  writeDraft(keptInTab, key, draft);
}

onSignOut(() => {
  drafts.clear();
  keptInTab.removeAll('draft:');
});
