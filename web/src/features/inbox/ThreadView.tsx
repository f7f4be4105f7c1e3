import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { useSeat } from '../../lib/session.js';
import { count } from '../../lib/telemetry/count.js';
import { contactName } from '../../ui/contact/addressText.js';
import { PageTitle } from '../../ui/PageTitle.js';
import { ComposerBox, type ComposerHandle } from './ComposerBox.js';
import { Newcomer } from './Newcomer.js';
import { undoSecondsLeft } from './stateText.js';
import styles from './Thread.module.css';
import { ThreadHeader, type OpenMenu } from './ThreadHeader.js';
import { Timeline } from './Timeline.js';
import type { Directory } from '../../lib/useDirectory.js';
import { useMarkRead } from './useMarkRead.js';
import { useMessageActions } from './useMessageActions.js';
import type { Thread } from './useThread.js';
import { useThreadActions } from './useThreadActions.js';
import { useThreadCommands } from './useThreadCommands.js';

const SendAgainDialog = lazy(async () => ({
  default: (await import('./SendAgainDialog.js')).SendAgainDialog,
}));

const OptOutBanner = lazy(async () => ({ default: (await import('./OptOutBanner.js')).OptOutBanner }));

export interface ThreadMoves {
  passOn: () => void;
  leave: () => void;
}

interface Props {
  thread: Thread;
  directory: Directory;
  moves: ThreadMoves;
}

/** One conversation: header, timeline, composer. Mounted anew for each contact. */
export function ThreadView({ thread, directory, moves }: Props) {
  const { uid, may } = useSeat();
  const contact = thread.contact.data;
  const [unread] = useState(contact.inbox.unread);
  const [menu, setMenu] = useState<OpenMenu>(null);
  const composer = useRef<ComposerHandle>(null);
  const actions = useThreadActions(thread, moves);
  const { act, doubtful, sendAgain, leaveIt } = useMessageActions(thread, composer);
  useMarkRead(thread);
  useEffect(() => count('conversation.open'), []);

  const name = contactName(contact);
  const voices = useMemo(
    () => ({
      contact: name,
      me: uid,
      nameOf: directory.nameOf,
      accountOf: (accountId: string) =>
        directory.accounts?.find((each) => each.accountId === accountId)?.account.displayName ?? null,
      kindOf: (accountId: string) =>
        directory.accounts?.find((each) => each.accountId === accountId)?.account.kind ?? null,
    }),
    [name, uid, directory],
  );
  useThreadCommands(
    {
      ...actions,
      isOpen: contact.inbox.status === 'open',
      reply: () => composer.current?.focus('message'),
      note: () => composer.current?.focus('note'),
      assign: () => setMenu('assign'),
      assignToMe: () => actions.assign(uid),
      snooze: () => setMenu('snooze'),
      undoSend: () => {
        const last = thread.messages?.find((row) => undoSecondsLeft(row.data, Date.now()) > 0);
        if (last) act?.('undo', last);
      },
    },
    may('contact.write'),
  );
  return (
    <>
      <PageTitle parts={[name, 'Inbox']} />
      <ThreadHeader
        thread={thread}
        directory={directory}
        actions={actions}
        menu={menu}
        setMenu={setMenu}
        leave={moves.leave}
      />
      <Suspense>{contact.optOutQuestion && <OptOutBanner contact={thread.contact} />}</Suspense>
      <div className={styles.conversation}>
        <Timeline thread={thread} unread={unread} voices={voices} act={act} mayWrite={may('message.send')} />
        <ComposerBox thread={thread} directory={directory} handle={composer} />
      </div>
      <Newcomer messages={thread.messages} name={name} />
      <Suspense>{doubtful && <SendAgainDialog sendAgain={sendAgain} leaveIt={leaveIt} />}</Suspense>
    </>
  );
}
