import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Link } from 'react-router';
import { classes } from '../classes.js';
import styles from './plain.module.css';

type Weight = 'primary' | 'quiet';

/** The button of the pages without Mantine; while busy it says so and cannot be pressed again. */
export function PlainButton({
  weight = 'primary',
  isBusy = false,
  children,
  ...button
}: ButtonHTMLAttributes<HTMLButtonElement> & { weight?: Weight; isBusy?: boolean }) {
  return (
    <button
      type="button"
      {...button}
      className={classes(styles.button, styles[weight])}
      disabled={isBusy || button.disabled}
      aria-busy={isBusy}
    >
      {children}
    </button>
  );
}

export function ButtonLink({
  to,
  weight = 'primary',
  children,
}: {
  to: string;
  weight?: Weight;
  children: ReactNode;
}) {
  return (
    <Link to={to} className={classes(styles.button, styles[weight])}>
      {children}
    </Link>
  );
}
