import styles from '../../ui/plain/plain.module.css';

/** What was refused; a screen reader hears it when it appears. */
export function Problem({ words }: { words: string | null }) {
  return <div role="alert">{words !== null && <p className={styles.problem}>{words}</p>}</div>;
}
