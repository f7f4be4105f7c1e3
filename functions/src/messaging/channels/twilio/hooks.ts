import { config } from '../../../platform/config.js';
import type { MessagePath } from '../../../platform/refs.js';
import { isId } from '../../../platform/refs.js';

const ROOT = '/hooks/twilio';

export interface HookPlace {
  orgId: string;
  accountId: string;
}

/** Where Twilio brings what comes in to an account. Ids only, so nothing in it is ever encoded in two ways. */
export function inboundHook({ orgId, accountId }: HookPlace): string {
  return `${config().siteUrl}${ROOT}/${orgId}/${accountId}`;
}

/** Where Twilio tells how a message fared: it names the message, so a crash of ours after Twilio's acceptance resolves itself. */
export function statusHook(place: HookPlace, { contactId, messageId }: MessagePath): string {
  return `${inboundHook(place)}/${contactId}/${messageId}`;
}

/** Whether an address that stands at Twilio leads to us, whichever account of the organization it names. */
export function isOurHook(url: string, { orgId }: Pick<HookPlace, 'orgId'>): boolean {
  return url.startsWith(`${config().siteUrl}${ROOT}/${orgId}/`);
}

/** What a request's path names; null: no hook of ours. `message` null: something came in. */
export function readHook(path: string): { place: HookPlace; message: MessagePath | null } | null {
  if (!path.startsWith(`${ROOT}/`)) return null;
  const ids = path.slice(ROOT.length + 1).split('/');
  const [orgId = '', accountId = '', contactId = '', messageId = ''] = ids;
  if (!ids.every(isId) || (ids.length !== 2 && ids.length !== 4)) return null;
  const message = ids.length === 4 ? { orgId, contactId, messageId } : null;
  return { place: { orgId, accountId }, message };
}
