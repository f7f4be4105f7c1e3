import { LIMITS, smsSegments, type Channel } from '@leadpulse/model';
import { useId, type RefObject } from 'react';
import { contactName } from '../../ui/contact/addressText.js';
import styles from './Composer.module.css';
import { GateNotice } from './GateNotice.js';
import { GrowingField } from './GrowingField.js';
import { InsteadNotice } from './InsteadNotice.js';
import { NoWay } from './NoWay.js';
import { SendButtons } from './SendButtons.js';
import type { Composer } from './useComposer.js';
import type { Directory } from '../../lib/useDirectory.js';
import type { Thread } from './useThread.js';

interface Props {
  composer: Composer;
  thread: Thread;
  directory: Directory;
  fieldRef: RefObject<HTMLTextAreaElement | null>;
}

/** A text or an email, by one of the organization's accounts. */
export function MessageComposer(props: Props) {
  const { route } = props.composer;
  const contactId = props.thread.contact.id;
  const { accounts } = props.directory;
  if (!route.account)
    return accounts && <NoWay missing="account" accounts={accounts} contactId={contactId} />;
  const { channel } = route.account.account;
  if (route.to === null) return <NoWay missing={channel} contactId={contactId} />;
  return <Fields {...props} channel={channel} />;
}

function Fields({ composer, thread, fieldRef, channel }: Props & { channel: Channel }) {
  const noticeId = useId();
  const { draft, change, subject, gate } = composer;
  const name = contactName(thread.contact.data);
  const isEmail = channel === 'email';
  return (
    <>
      {isEmail && (
        <input
          className={styles.subject}
          aria-label="Subject"
          placeholder="Subject"
          value={subject}
          maxLength={LIMITS.subject}
          onChange={(event) => change({ subject: event.currentTarget.value })}
        />
      )}
      <GrowingField
        ref={fieldRef}
        label={isEmail ? `Email to ${name}` : `Text to ${name}`}
        placeholder={isEmail ? 'Write an email' : 'Write a text'}
        value={draft.body}
        describedBy={noticeId}
        onChange={(body) => change({ body })}
      />
      <InsteadNotice route={composer.route} />
      <GateNotice id={noticeId} gate={gate} />
      <div className={styles.footer}>
        {isEmail ? <span className={styles.hint} /> : <Segments body={draft.body} />}
        <SendButtons canSend={composer.canSend} send={composer.send} />
      </div>
    </>
  );
}

/** How a text is billed: characters left, and segments once there is more than one. */
function Segments({ body }: { body: string }) {
  const { encoding, left, segments, units } = smsSegments(body.trim());
  if (units === 0) return <span className={styles.hint} />;
  const why =
    encoding === 'UCS-2'
      ? 'A character outside the basic alphabet makes each segment shorter (70 instead of 160).'
      : '';
  return (
    <span className={styles.hint} title={why}>
      <span className="lp-number">{left}</span> left
      {segments > 1 && (
        <>
          {' '}
          · <span className="lp-number">{segments}</span> segments
        </>
      )}
      {encoding === 'UCS-2' && ' · Unicode'}
    </span>
  );
}
