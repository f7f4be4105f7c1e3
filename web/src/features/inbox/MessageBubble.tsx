import type { AccountKind, Message } from '@leadpulse/model';
import { IconMail, IconMessage } from '@tabler/icons-react';
import { Suspense, lazy } from 'react';
import type { Row } from '../../lib/live.js';
import { clockTime, fullWhen } from '../../lib/time.js';
import { writerName } from '../../lib/writerName.js';
import { addressText } from '../../ui/contact/addressText.js';
import { BodyText } from './BodyText.js';
import { BubbleState, type ActOnMessage } from './BubbleState.js';
import styles from './Timeline.module.css';

const AttachmentList = lazy(async () => ({
  default: (await import('./attachments/AttachmentList.js')).AttachmentList,
}));

const AsSent = lazy(async () => ({ default: (await import('./asSent/AsSent.js')).AsSent }));

/** Kinds whose mails can be fetched from where they lie: see `functions/src/messaging/htmlOpeners.ts`. */
const READ_BY_US: readonly (AccountKind | null)[] = ['imap', 'gmail'];

/** How a timeline names those who speak in it. */
export interface Voices {
  contact: string;
  me: string;
  nameOf: (uid: string) => string | null;
  accountOf: (accountId: string) => string | null;
  kindOf: (accountId: string) => AccountKind | null;
}

interface Props {
  row: Row<Message>;
  startsGroup: boolean;
  endsGroup: boolean;
  voices: Voices;
  act: ActOnMessage | null;
}

/** One message of any channel; an email shows its subject. */
export function MessageBubble({ row, startsGroup, endsGroup, voices, act }: Props) {
  const { direction, channel, accountId, subject, body, attachments, optOutWord } = row.data;
  return (
    <li
      className={styles.message}
      data-direction={direction}
      data-channel={channel}
      data-state={row.data.state}
      data-starts={startsGroup}
      data-ends={endsGroup}
    >
      <Caption message={row.data} voices={voices} isHidden={!startsGroup} />
      <div className={styles.bubble}>
        {channel === 'email' && subject !== undefined && <p className={styles.subject}>{subject}</p>}
        {(body !== '' || attachments === undefined) && <BodyText body={body} channel={channel} />}
        <Behind row={row} kind={voices.kindOf(accountId)} />
      </div>
      {optOutWord !== undefined && (
        <p className={styles.optOut}>
          Read as an opt-out: they are not sent any more {channel === 'sms' ? 'texts' : 'emails'}.
        </p>
      )}
      {direction === 'out' && <BubbleState row={row} isQuiet={!endsGroup} act={act} />}
    </li>
  );
}

/** What of a message stays with its provider until somebody asks for it. */
function Behind({ row, kind }: { row: Row<Message>; kind: AccountKind | null }) {
  const { channel, subject = 'a mail', attachments, hasHtml } = row.data;
  const isReadByUs = READ_BY_US.includes(kind);
  return (
    <Suspense>
      {attachments !== undefined && (
        <AttachmentList
          messageId={row.id}
          isOpenable={channel === 'sms' || isReadByUs}
          attachments={attachments}
        />
      )}
      {hasHtml === true && isReadByUs && <AsSent messageId={row.id} subject={subject} />}
    </Suspense>
  );
}

/** Who wrote, by which channel and account, and when; drawn once a group, spoken for every message. */
function Caption({ message, voices, isHidden }: { message: Message; voices: Voices; isHidden: boolean }) {
  const Icon = message.channel === 'sms' ? IconMessage : IconMail;
  const at = message.at.toMillis();
  return (
    <p className={isHidden ? 'lp-visually-hidden' : styles.caption}>
      <span className={styles.who}>{speaker(message, voices)}</span>
      <span className={styles.way}>
        <Icon size={13} stroke={1.8} aria-hidden="true" />
        {way(message, voices)}
      </span>
      <time dateTime={new Date(at).toISOString()} title={fullWhen(at)} className="lp-number">
        {clockTime(at)}
      </time>
    </p>
  );
}

function speaker({ direction, requestedBy, purpose }: Message, { contact, me, nameOf }: Voices): string {
  if (direction === 'in') return contact;
  if (purpose !== undefined && purpose !== 'conversation') return 'Automatic answer';
  if (requestedBy === me) return 'You';
  return requestedBy === undefined ? 'A colleague' : writerName(requestedBy, nameOf);
}

function way({ direction, channel, accountId, from, to }: Message, { accountOf }: Voices): string {
  const ours = accountOf(accountId) ?? addressText(direction === 'in' ? to : from);
  const noun = channel === 'sms' ? 'Text' : 'Email';
  return `${noun} ${direction === 'in' ? 'to' : 'from'} ${ours}`;
}
