import { keyCaps } from '../../lib/keys.js';
import styles from './KeyCaps.module.css';

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

export function KeyCaps({ keys }: { keys: string }) {
  return (
    <span className={styles.caps}>
      {keyCaps(keys, isMac).map((cap) => (
        <kbd key={cap} className={styles.cap}>
          {cap}
        </kbd>
      ))}
    </span>
  );
}
