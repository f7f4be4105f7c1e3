import { useSyncExternalStore } from 'react';
import styles from './Shell.module.css';

function subscribe(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

export function OfflineBanner() {
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine);
  if (isOnline) return null;
  return (
    <div className={styles.banner} role="status">
      You are offline. What you see may be old; what you write is sent when the connection is back and this
      page stays open.
    </div>
  );
}
