import { IconMailOpened } from '@tabler/icons-react';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useSeat } from '../../../lib/session.js';
import asking from '../Ask.module.css';
import styles from './AsSent.module.css';
import { MailFrame } from './MailFrame.js';
import type { AsSentMail } from './readAsSent.js';

interface Props {
  messageId: string;
  subject: string;
}

type State = 'folded' | 'coming' | AsSentMail;

/** Offers a mail as its sender made it; it is fetched from the mailbox when somebody asks. */
export function AsSent({ messageId, subject }: Props) {
  const { orgId } = useSeat();
  const { contactId = '' } = useParams();
  const [state, setState] = useState<State>('folded');
  const show = async (): Promise<void> => {
    setState('coming');
    setState(await fetchMail({ orgId, contactId, messageId }));
  };
  const isShown = typeof state === 'object' && 'with' in state;
  return (
    <div className={styles.asSent}>
      <button
        type="button"
        className={asking.ask}
        aria-expanded={isShown}
        aria-busy={state === 'coming'}
        disabled={state === 'coming'}
        onClick={() => (isShown ? setState('folded') : void show())}
      >
        <IconMailOpened size={16} stroke={1.8} aria-hidden="true" />
        {isShown ? 'Hide as sent' : 'Show as sent'}
      </button>
      {isShown && <Sheet mail={state} subject={subject} />}
      <span role="alert">
        {typeof state === 'object' && 'problem' in state && (
          <span className={styles.problem}>{state.problem}</span>
        )}
      </span>
    </div>
  );
}

/** What makes a mail harmless is loaded with the first one. */
async function fetchMail(place: {
  orgId: string;
  contactId: string;
  messageId: string;
}): Promise<AsSentMail> {
  try {
    const { readAsSent } = await import('./readAsSent.js');
    return await readAsSent(place);
  } catch {
    return { problem: 'The mail did not come. Try again.' };
  }
}

function Sheet({ mail, subject }: { mail: Extract<AsSentMail, { with: unknown }>; subject: string }) {
  const [withImages, setWithImages] = useState(false);
  const { html, hasRemoteImages } = mail.with({ withImages });
  return (
    <>
      <p className={styles.note}>
        {noteOf(hasRemoteImages, withImages)} Links do not open here.
        {hasRemoteImages && !withImages && (
          <button type="button" className={asking.ask} onClick={() => setWithImages(true)}>
            Show images
          </button>
        )}
      </p>
      <MailFrame html={html} subject={subject} />
    </>
  );
}

function noteOf(hasRemoteImages: boolean, withImages: boolean): string {
  if (!hasRemoteImages) return 'Nothing in it runs.';
  return withImages
    ? 'Its images come from where its sender keeps them.'
    : 'Its images are not loaded: they would tell the sender that it was read.';
}
