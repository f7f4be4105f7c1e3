import { useId } from 'react';
import type { ReactNode } from 'react';
import { classes } from '../../ui/classes.js';
import styles from './Usage.module.css';

interface Props {
  title: string;
  made: ReactNode; // what it is made of, and when it was counted
  controls?: ReactNode; // what changes the chart
  head: readonly string[];
  rows: readonly (readonly (string | number)[])[];
  isWide?: boolean;
  children: ReactNode; // the chart
}

/** A chart under its heading; the same numbers as a table for whoever would rather read. */
export function Figure({ title, made, controls, head, rows, isWide = false, children }: Props) {
  const headingId = useId();
  return (
    <section className={classes(styles.figure, isWide && styles.wide)} aria-labelledby={headingId}>
      <div className={styles.top}>
        <h2 id={headingId}>{title}</h2>
        {controls}
      </div>
      <p className={styles.made}>{made}</p>
      <div aria-hidden="true">{children}</div>
      <details className={styles.table}>
        <summary>Show as a table</summary>
        <div className={styles.scroll} tabIndex={0} role="group" aria-labelledby={headingId}>
          <table>
            <thead>
              <tr>
                {head.map((word) => (
                  <th key={word} scope="col">
                    {word}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(([first, ...numbers]) => (
                <tr key={first}>
                  <th scope="row">{first}</th>
                  {numbers.map((number, at) => (
                    <td key={head[at + 1]}>{number}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  );
}
