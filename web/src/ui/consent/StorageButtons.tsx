import type { User } from '@leadpulse/model';
import { useState } from 'react';
import type { StorageChoice } from '../../lib/telemetry/choose.js';
import { chooseStorage } from '../../lib/telemetry/choose.js';
import { CHOICES, chosenOf } from './choiceWords.js';
import styles from './StorageButtons.module.css';

interface Props {
  uid: string;
  preferences: User['preferences'];
  onChosen?: () => void;
}

/** What a browser may keep: two answers of one size, one weight and one press. */
export function StorageButtons({ uid, preferences, onChosen }: Props) {
  const [asked, setAsked] = useState<StorageChoice | null>(null); // until it is saved
  const [problem, setProblem] = useState(false);
  const choose = (choice: StorageChoice): void => {
    setProblem(false);
    setAsked(choice);
    chooseStorage(uid, choice)
      .then(onChosen)
      .catch(() => setProblem(true))
      .finally(() => setAsked(null));
  };
  return (
    <div className={styles.choice}>
      <div className={styles.buttons} role="group" aria-label="What your browser may keep">
        {CHOICES.map(([choice, label]) => (
          <button
            key={choice}
            type="button"
            className={styles.button}
            aria-pressed={(asked ?? chosenOf(preferences)) === choice}
            onClick={() => choose(choice)}
          >
            {label}
          </button>
        ))}
      </div>
      <div role="alert">
        {problem && (
          <p className={styles.problem}>The choice was not saved. Check your connection, then try again.</p>
        )}
      </div>
    </div>
  );
}
