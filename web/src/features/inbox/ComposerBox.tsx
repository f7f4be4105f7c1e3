import { useImperativeHandle, useRef, useState, type KeyboardEvent, type Ref } from 'react';
import { useSeat } from '../../lib/session.js';
import styles from './Composer.module.css';
import { MessageComposer } from './MessageComposer.js';
import { NoteComposer } from './NoteComposer.js';
import { RouteLine } from './RouteLine.js';
import type { Directory } from '../../lib/useDirectory.js';
import { useComposer, type Words } from './useComposer.js';
import type { Thread } from './useThread.js';

/** What the rest of the thread may ask of the composer. */
export interface ComposerHandle {
  focus: (mode: 'message' | 'note') => void;
  takeBack: (words: Words) => void;
  dropWords: (words: Words) => void;
}

interface Props {
  thread: Thread;
  directory: Directory;
  handle: Ref<ComposerHandle>;
}

/** Where a message or a note is written; who may only read is told why there is no field. */
export function ComposerBox(props: Props) {
  const seat = useSeat();
  if (seat.may('message.send')) return <Writing {...props} />;
  return (
    <p className={styles.readOnly}>
      You read along here as a viewer. To write to leads you need the role of agent; an owner or admin can
      give it.
    </p>
  );
}

function Writing({ thread, directory, handle }: Props) {
  const composer = useComposer(thread, directory);
  const field = useRef<HTMLTextAreaElement>(null);
  const [focusAsked, setFocusAsked] = useState(0);
  const { mode } = composer.draft;
  const focus = (wanted: 'message' | 'note'): void => {
    composer.change({ mode: wanted });
    setFocusAsked(focusAsked + 1);
    requestAnimationFrame(() => field.current?.focus());
  };
  useImperativeHandle(handle, () => ({
    focus,
    takeBack: composer.takeBack,
    dropWords: composer.dropWords,
  }));
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') field.current?.blur();
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (mode === 'note') composer.saveNote();
    else composer.send(null);
  };
  return (
    <form
      className={styles.composer}
      data-mode={mode}
      aria-label="Write"
      onKeyDown={onKeyDown}
      onSubmit={(event) => event.preventDefault()}
    >
      <div className={styles.top}>
        <div className={styles.modes} role="group" aria-label="What to write">
          <button type="button" aria-pressed={mode === 'message'} onClick={() => focus('message')}>
            Message
          </button>
          <button type="button" aria-pressed={mode === 'note'} onClick={() => focus('note')}>
            Note
          </button>
        </div>
        {mode === 'message' && (
          <RouteLine route={composer.route} accounts={directory.accounts ?? []} change={composer.change} />
        )}
      </div>
      {mode === 'note' ? (
        <NoteComposer composer={composer} fieldRef={field} />
      ) : (
        <MessageComposer composer={composer} thread={thread} directory={directory} fieldRef={field} />
      )}
    </form>
  );
}
