import type { MessageAttachment } from '@leadpulse/model';
import { LIMITS } from '@leadpulse/model';
import type { Attachment } from 'mailparser';

const { attachments: MOST_LISTED, attachmentName: NAME_LENGTH } = LIMITS;
const REPORT_PARTS = /^(?:message\/(?:delivery-status|disposition-notification)|text\/rfc822-headers)$/u;

/** What came with a mail, with a name that is safe to show and to save under. */
export function listAttachments(attachments: readonly Attachment[]): MessageAttachment[] {
  return attachments
    .filter(({ contentType }) => !REPORT_PARTS.test(contentType))
    .slice(0, MOST_LISTED)
    .map((attachment) => ({
      partId: attachment.partId ?? '1' /* a mail that is nothing else */,
      name: nameOf(attachment),
      type: attachment.contentType.toLowerCase().slice(0, NAME_LENGTH),
      size: attachment.size,
      isInline: attachment.related === true && /^image\//iu.test(attachment.contentType),
    }));
}

/** No path, no control or direction mark: "gpj.exe" with a mark before it reads as "exe.jpg". */
function nameOf({ filename, contentType }: Attachment): string {
  const name = (filename ?? '')
    .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, '')
    .replace(/[/\\]+/gu, '_')
    .trim()
    .replace(/^\.+/u, '_');
  if (name === '') return `${contentType.split('/')[0] ?? 'file'} without a name`;
  return name.length <= NAME_LENGTH ? name : `${name.slice(0, NAME_LENGTH - 20)}…${name.slice(-19)}`;
}
