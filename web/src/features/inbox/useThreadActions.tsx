import { useSeat } from '../../lib/session.js';
import { hideNote, notify } from '../../ui/notify.js';
import { changeContact } from './changeContact.js';
import styles from './Inbox.module.css';
import { sayFailed } from './sayFailed.js';
import type { Thread } from './useThread.js';

/** What can be done with a whole conversation. Each shows at once; what takes it out of sight can be undone. */
export interface ThreadActions {
  assign: (uid: string | null) => void;
  close: () => void;
  reopen: () => void;
  snooze: (until: number) => void;
  markUnread: () => void;
}

/** `passOn` moves to the next conversation, `leave` back to the list. */
export function useThreadActions(
  thread: Thread,
  moves: { passOn: () => void; leave: () => void },
): ThreadActions {
  const { orgId, uid } = useSeat();
  const place = { orgId, uid, contactId: thread.contact.id };
  const attempt = (what: string, work: Promise<void>): void => {
    work.catch((error: unknown) => sayFailed(what, error));
  };
  const reopen = (): void => attempt('The conversation was not opened again.', changeContact.reopen(place));
  const sayUndoable = (text: string): void => {
    const id = `done-${place.contactId}`;
    const undo = (): void => {
      reopen();
      void hideNote(id);
    };
    void notify({ id, message: <Undoable text={text} undo={undo} /> });
  };
  return {
    reopen,
    assign: (to) => attempt('The conversation was not assigned.', changeContact.assign(place, to)),
    close: () => {
      moves.passOn();
      attempt('The conversation was not closed.', changeContact.close(place));
      sayUndoable('Conversation closed.');
    },
    snooze: (until) => {
      moves.passOn();
      attempt('The conversation was not snoozed.', changeContact.snooze(place, until));
      sayUndoable('Conversation snoozed.');
    },
    markUnread: () => {
      moves.leave();
      attempt('The conversation was not marked unread.', changeContact.markUnread(place));
    },
  };
}

function Undoable({ text, undo }: { text: string; undo: () => void }) {
  return (
    <span className={styles.undoable}>
      {text}
      <button type="button" onClick={undo}>
        Undo
      </button>
    </span>
  );
}
