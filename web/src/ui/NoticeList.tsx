import { ACCOUNT_NOTICES } from '@leadpulse/model';
import styles from './NoticeList.module.css';

/** Every mail that cannot be switched off, and when it comes. */
export function NoticeList() {
  return (
    <dl className={styles.notices}>
      {Object.entries(ACCOUNT_NOTICES).map(([id, { name, when }]) => (
        <div key={id}>
          <dt>{name}</dt>
          <dd>{when}</dd>
        </div>
      ))}
    </dl>
  );
}
