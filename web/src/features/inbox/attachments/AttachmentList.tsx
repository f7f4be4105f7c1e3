import type { MessageAttachment } from '@leadpulse/model';
import { IconDownload, IconPhoto } from '@tabler/icons-react';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useSeat } from '../../../lib/session.js';
import asking from '../Ask.module.css';
import styles from './Attachments.module.css';
import { Picture } from './Picture.js';
import type { AttachmentPlace } from './readAttachment.js';
import { NoAttachment, readAttachment, saveBlob } from './readAttachment.js';

interface Props {
  messageId: string;
  isOpenable: boolean; // where they lie can be asked for them
  attachments: MessageAttachment[];
}

/** What came with a message; a picture is fetched when somebody asks for it, and shown in place. */
export function AttachmentList({ messageId, isOpenable, attachments }: Props) {
  const { orgId } = useSeat();
  const { contactId = '' } = useParams();
  return (
    <ul className={styles.list}>
      {attachments.map((attachment) => (
        <li key={attachment.partId}>
          {isOpenable ? (
            <Attachment
              place={{ orgId, contactId, messageId, partId: attachment.partId }}
              attachment={attachment}
            />
          ) : (
            <InMailbox attachment={attachment} />
          )}
        </li>
      ))}
    </ul>
  );
}

/** The files of a mail that we do not read ourselves are in the mailbox, where they can be opened. */
function InMailbox({ attachment: { name, size } }: { attachment: MessageAttachment }) {
  return (
    <span className={styles.size}>
      {name}
      {size > 0 && `, ${sizeWords(size)}`}, in the mailbox
    </span>
  );
}

function Attachment({ place, attachment }: { place: AttachmentPlace; attachment: MessageAttachment }) {
  const { name, type } = attachment;
  const isPicture = /^image\/(jpeg|png|gif|webp)$/.test(type);
  const [state, setState] = useState<'here' | 'coming' | Blob | NoAttachment>('here');
  const fetchIt = async (): Promise<void> => {
    setState('coming');
    try {
      const blob = await readAttachment(place);
      if (!isPicture) saveBlob(blob, name);
      setState(isPicture ? blob : 'here');
    } catch (error) {
      setState(error instanceof NoAttachment ? error : new NoAttachment('The file did not come. Try again.'));
    }
  };
  if (state instanceof Blob) return <Picture blob={state} name={name} />;
  const Icon = isPicture ? IconPhoto : IconDownload;
  return (
    <>
      <button
        type="button"
        className={asking.ask}
        onClick={() => void fetchIt()}
        disabled={state === 'coming'}
        aria-busy={state === 'coming'}
      >
        <Icon size={16} stroke={1.8} aria-hidden="true" />
        {isPicture ? `Show ${name}` : `Save ${name}`}
        {attachment.size > 0 && <span className={styles.size}>{sizeWords(attachment.size)}</span>}
      </button>
      <span role="alert">
        {state instanceof NoAttachment && <span className={styles.problem}>{state.words}</span>}
      </span>
    </>
  );
}

function sizeWords(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
