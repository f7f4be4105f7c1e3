import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch, IconX } from '@tabler/icons-react';
import { useId, useState, type Ref } from 'react';
import styles from './SearchField.module.css';

interface Props {
  ref?: Ref<HTMLInputElement>;
  value: string;
  change: (value: string) => void; // when typing pauses
}

const PAUSE_MS = 180;

/** Finds contacts by the beginning of a name, phone or email. */
export function SearchField({ ref, value, change }: Props) {
  const fieldId = useId();
  const [text, setText] = useState(value);
  const [seen, setSeen] = useState(value);
  if (value !== seen) {
    setSeen(value); // changed elsewhere: a queue was chosen, Back was pressed
    if (value === '' || text === '') setText(value);
  }
  const changeSoon = useDebouncedCallback(change, PAUSE_MS);
  const type = (typed: string): void => {
    setText(typed);
    changeSoon(typed);
  };
  return (
    <div className={styles.field}>
      <IconSearch size={16} stroke={1.8} aria-hidden="true" />
      <label htmlFor={fieldId} className="lp-visually-hidden">
        Search contacts
      </label>
      <input
        id={fieldId}
        ref={ref}
        type="search"
        value={text}
        placeholder="Search name, phone or email"
        autoComplete="off"
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          type('');
          event.currentTarget.blur();
        }}
      />
      {text !== '' && (
        <button type="button" onClick={() => type('')} aria-label="Clear the search">
          <IconX size={16} aria-hidden="true" />
        </button>
      )}
    </div>
  );
}
