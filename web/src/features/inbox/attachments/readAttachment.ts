import { auth } from '../../../lib/firebase/auth.js';

/** Where a file of a message is asked for. */
export interface AttachmentPlace {
  orgId: string;
  contactId: string;
  messageId: string;
  partId: string;
}

/** Why a file does not come. */
export class NoAttachment extends Error {
  constructor(
    readonly words: string,
    readonly status = 0, // as it was answered; 0: nothing was
  ) {
    super(words);
    this.name = 'NoAttachment';
  }
}

const WORDS: Record<number, string> = {
  401: 'You are signed out. Sign in again.',
  403: 'You may not see this contact any more.',
  404: 'The file is not there any more: the provider has removed it, or the account is disconnected.',
};

/** Brings a file from where it lies; nothing of it is kept here. */
export async function readAttachment(place: AttachmentPlace): Promise<Blob> {
  const { orgId, contactId, messageId, partId } = place;
  const token = (await auth.currentUser?.getIdToken()) ?? '';
  const path = `/attachments/${[orgId, contactId, messageId, partId].map(encodeURIComponent).join('/')}`;
  const response = await fetch(path, { headers: { authorization: `Bearer ${token}` } });
  if (response.ok) return response.blob();
  const { status } = response;
  throw new NoAttachment(WORDS[status] ?? 'The provider does not answer. Try again in a minute.', status);
}

export function saveBlob(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
