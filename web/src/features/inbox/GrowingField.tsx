import type { Ref } from 'react';
import styles from './Composer.module.css';

interface Props {
  ref: Ref<HTMLTextAreaElement>;
  label: string;
  placeholder: string;
  value: string;
  maxLength?: number;
  describedBy?: string | undefined;
  onChange: (value: string) => void;
}

const MOST_ROWS = 10;

/** A field as tall as what is in it; browsers that cannot measure it count its lines. */
export function GrowingField({ ref, label, placeholder, value, maxLength, describedBy, onChange }: Props) {
  const rows = Math.min(MOST_ROWS, Math.max(2, value.split('\n').length));
  return (
    <textarea
      ref={ref}
      className={styles.field}
      aria-label={label}
      aria-describedby={describedBy}
      placeholder={placeholder}
      value={value}
      rows={rows}
      maxLength={maxLength}
      dir="auto"
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
