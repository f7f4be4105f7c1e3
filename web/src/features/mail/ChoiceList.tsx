import type { MailChoice, MailList } from '@leadpulse/model';
import { MAIL_LIST_FACTS } from '@leadpulse/model';
import { useEffect, useRef } from 'react';
import { PlainButton } from '../../ui/plain/Buttons.js';
import type { Trouble } from './askChoices.js';
import { choiceWords } from '../../lib/mailChoiceWords.js';
import styles from './MailPreferences.module.css';

const PROBLEMS: Record<Trouble, string> = {
  failed: 'That was not saved. Check your connection, then try again.',
  'too-many': 'That was switched on too often today. Switching off always works.',
  'link-invalid': 'This link no longer works.',
};

interface Props {
  choices: MailChoice[];
  busy: MailList | null;
  trouble: Trouble | null;
  choose: (list: MailList, given: boolean) => void;
}

/** Each list with how it stands and the one thing to do about it. */
export function ChoiceList({ choices, busy, trouble, choose }: Props) {
  const pressed = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (busy === null) pressed.current?.focus(); // it was disabled while it worked, and lost the focus
  }, [busy]);
  return (
    <>
      <ul className={styles.choices}>
        {choices.map((choice) => {
          const { name, about } = MAIL_LIST_FACTS[choice.list];
          return (
            <li key={choice.list}>
              <h3>{name}</h3>
              <p className={styles.about}>{about}</p>
              <p className={styles.now} data-on={choice.given} role="status">
                {choiceWords(choice)}
              </p>
              <PlainButton
                weight={choice.given ? 'primary' : 'quiet'}
                isBusy={busy === choice.list}
                onClick={(event) => {
                  pressed.current = event.currentTarget;
                  choose(choice.list, !choice.given);
                }}
              >
                {choice.given ? `Stop ${name.toLowerCase()}` : `Send me ${name.toLowerCase()}`}
              </PlainButton>
            </li>
          );
        })}
      </ul>
      <div role="alert">{trouble !== null && <p className={styles.problem}>{PROBLEMS[trouble]}</p>}</div>
    </>
  );
}
