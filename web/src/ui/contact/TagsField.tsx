import { LIMITS } from '@leadpulse/model';
import { IconX } from '@tabler/icons-react';
import { useId, useState, type KeyboardEvent } from 'react';
import styles from './TagsField.module.css';

interface Props {
  tags: string[];
  change: (tags: string[]) => void;
}

/** Tags as chips; Enter or a comma adds what is typed, Backspace in the empty field takes the last. */
export function TagsField({ tags, change }: Props) {
  const fieldId = useId();
  const [text, setText] = useState('');
  const add = (): void => {
    const tag = text.trim();
    setText('');
    const isKnown = tags.some((each) => each.toLowerCase() === tag.toLowerCase());
    if (tag !== '' && !isKnown) change([...tags, tag]);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' || event.key === ',') {
      event.preventDefault();
      add();
    }
    if (event.key === 'Backspace' && text === '' && tags.length > 0) change(tags.slice(0, -1));
  };
  return (
    <div className={styles.field}>
      <label htmlFor={fieldId} className={styles.label}>
        Tags
      </label>
      <div className={styles.chips}>
        {tags.map((tag) => (
          <span key={tag} className={styles.chip}>
            {tag}
            <button
              type="button"
              aria-label={`Remove tag ${tag}`}
              onClick={() => change(tags.filter((each) => each !== tag))}
            >
              <IconX size={12} aria-hidden="true" />
            </button>
          </span>
        ))}
        <input
          id={fieldId}
          className={styles.input}
          value={text}
          placeholder="Add a tag"
          readOnly={tags.length >= LIMITS.tagsPerContact}
          maxLength={LIMITS.tag}
          enterKeyHint="done"
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onBlur={add}
        />
      </div>
    </div>
  );
}
