import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode, SubmitEvent } from 'react';
import { wordsOf } from '../lib/call.js';
import styles from './ConfirmDialog.module.css';

interface Props {
  title: string;
  children: ReactNode; // what follows from it
  keep: string; // verb and object of leaving things as they are
  act: string;
  isDanger?: boolean;
  wayOut?: ReactNode; // what helps after a refusal
  isReady?: boolean;
  onAct: () => Promise<unknown>;
  onClose: () => void;
  wordsFor?: (error: unknown) => string;
}

/** Asks before something that others feel: says what follows, then does it, or says why it was refused. */
export function ConfirmDialog({
  title,
  children,
  keep,
  act,
  isDanger = false,
  wayOut,
  isReady = true,
  onAct,
  onClose,
  wordsFor = wordsOf,
}: Props) {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const onSubmit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    event.stopPropagation(); // a dialog of a form is no part of that form
    if (!isReady || isBusy) return;
    setBusy(true);
    setProblem(null);
    onAct().then(onClose, (error: unknown) => {
      setProblem(wordsFor(error));
      setBusy(false);
    });
  };
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': 'Close' }}>
      <form className={styles.form} onSubmit={onSubmit} noValidate>
        {children}
        <div role="alert">{problem !== null && <p className={styles.problem}>{problem}</p>}</div>
        {problem !== null && wayOut}
        <div className={styles.buttons}>
          <Button variant="default" onClick={onClose}>
            {keep}
          </Button>
          <Button type="submit" {...(isDanger && { color: 'red' })} loading={isBusy} disabled={!isReady}>
            {act}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
