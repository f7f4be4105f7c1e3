import type { Contact, LastMessage } from '@leadpulse/model';
import { IconClockHour4, IconMail, IconMessage, IconUser } from '@tabler/icons-react';
import { memo } from 'react';
import { Link } from 'react-router';
import type { Row } from '../../lib/live.js';
import { shortWhen, waitingFor } from '../../lib/time.js';
import { contactName } from '../../ui/contact/addressText.js';
import { PersonAvatar } from '../../ui/PersonAvatar.js';
import { aheadText } from './aheadText.js';
import styles from './ThreadList.module.css';

interface Props {
  row: Row<Contact>;
  path: string;
  isOpen: boolean;
  isReplacing: boolean; // a thread is open: going to this one takes its place in the history
  me: string;
  showsAssignee: boolean;
  now: number;
  nameOf: (uid: string) => string | null;
}

/** One conversation: who, what was said last and when, and what it asks of us. */
export const ThreadRow = memo(function ThreadRow(props: Props) {
  const { row, path, isOpen, isReplacing, me, showsAssignee, now, nameOf } = props;
  const { lastMessage, inbox } = row.data;
  const name = contactName(row.data);
  return (
    <Link
      to={path}
      state={{ fromList: true }}
      replace={isReplacing}
      className={styles.row}
      data-unread={inbox.unread > 0}
      aria-current={isOpen ? 'true' : undefined}
    >
      <PersonAvatar name={name} seed={row.id} size={36} />
      <span className={styles.lines}>
        <span className={styles.line}>
          <span className={styles.name}>{name}</span>
          <span className={styles.time}>{lastMessage && shortWhen(lastMessage.at.toMillis(), now)}</span>
        </span>
        <span className={styles.line}>
          <Preview contact={row.data} now={now} />
          <Wait contact={row.data} now={now} />
          {showsAssignee && <Assignee uid={row.data.assigneeUid} me={me} nameOf={nameOf} />}
          {inbox.unread > 0 && (
            <span className={styles.unread}>
              {inbox.unread}
              <span className="lp-visually-hidden"> unread</span>
            </span>
          )}
        </span>
      </span>
    </Link>
  );
});

function Preview({ contact: { lastMessage, inbox }, now }: { contact: Contact; now: number }) {
  const until = inbox.status === 'snoozed' ? inbox.snoozedUntil?.toMillis() : undefined;
  return (
    <span className={styles.preview}>
      {until !== undefined && <span className={styles.until}>Until {aheadText(until, now)}</span>}
      {lastMessage ? <Said last={lastMessage} /> : <span className={styles.words}>No messages yet</span>}
    </span>
  );
}

function Said({ last }: { last: LastMessage }) {
  const isText = last.channel === 'sms';
  const Icon = isText ? IconMessage : IconMail;
  return (
    <>
      <Icon size={14} stroke={1.7} role="img" aria-label={isText ? 'Text:' : 'Email:'} />
      <span className={styles.words}>
        {last.direction === 'out' && <span className={styles.you}>Us: </span>}
        {last.preview}
      </span>
    </>
  );
}

function Wait({ contact: { waitingSince, inbox }, now }: { contact: Contact; now: number }) {
  if (!waitingSince || inbox.status !== 'open') return null;
  const span = waitingFor(waitingSince.toMillis(), now);
  return (
    <span className={styles.wait} title={`Waiting for an answer for ${span}`}>
      <IconClockHour4 size={13} stroke={1.8} aria-hidden="true" />
      <span className="lp-visually-hidden">waiting </span>
      {span}
    </span>
  );
}

function Assignee({ uid, me, nameOf }: { uid: string | null; me: string; nameOf: Props['nameOf'] }) {
  if (uid === null) return null;
  const name = nameOf(uid);
  const said = uid === me ? 'you' : (name ?? 'a colleague');
  return (
    <span title={`Assigned to ${said}`} className={styles.assignee}>
      {name === null ? (
        <IconUser size={15} stroke={1.8} aria-hidden="true" />
      ) : (
        <PersonAvatar name={name} seed={uid} size={18} />
      )}
      <span className="lp-visually-hidden">assigned to {said}</span>
    </span>
  );
}
