import type { CSSProperties } from 'react';
import { classes } from './classes.js';
import { hueOf, initialsOf } from './avatarHue.js';
import styles from './PersonAvatar.module.css';

interface Props {
  name: string;
  seed?: string; // what the hue follows; the name if absent
  size?: number;
  isSquare?: boolean; // organizations are square, people are round
}

/** Decoration beside a name that is written out; its letters are no text, so nothing reads or selects them. */
export function PersonAvatar({ name, seed = name, size = 32, isSquare = false }: Props) {
  const style = { '--size': `${size}px`, '--hue': hueOf(seed) } as CSSProperties;
  return (
    <span
      className={classes(styles.avatar, isSquare && styles.isSquare)}
      style={style}
      data-initials={initialsOf(name)}
      aria-hidden="true"
    />
  );
}
