import { LIMITS } from '@leadpulse/model';
import { Button } from '@mantine/core';
import type { RefObject } from 'react';
import styles from './Composer.module.css';
import { GrowingField } from './GrowingField.js';
import type { Composer } from './useComposer.js';

interface Props {
  composer: Composer;
  fieldRef: RefObject<HTMLTextAreaElement | null>;
}

/** A word between colleagues: only members see it. */
export function NoteComposer({ composer: { draft, change, saveNote }, fieldRef }: Props) {
  return (
    <>
      <GrowingField
        ref={fieldRef}
        label="Note for your team"
        placeholder="Write a note. Only your team sees it."
        value={draft.note}
        maxLength={LIMITS.note}
        onChange={(note) => change({ note })}
      />
      <div className={styles.footer}>
        <span className={styles.hint}>Never sent to the lead</span>
        <Button size="compact-md" disabled={draft.note.trim() === ''} onClick={saveNote}>
          Save note
        </Button>
      </div>
    </>
  );
}
