import { useOnline } from '../../../lib/useOnline.js';
import styles from './Shell.module.css';

export function OfflineBanner() {
  const isOnline = useOnline();
  if (isOnline) return null;
  return (
    <div className={styles.banner} role="status">
      You are offline. What you see may be old; what you write is sent when the connection is back and this
      page stays open.
    </div>
  );
}
