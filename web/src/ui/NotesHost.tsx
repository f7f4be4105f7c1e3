import { Notifications } from '@mantine/notifications';
import '@mantine/notifications/styles.layer.css';
import styles from './NotesHost.module.css';

/** Where passing notes appear; above the bottom bar on a phone. */
export function NotesHost() {
  return <Notifications position="bottom-right" limit={3} className={styles.notes ?? ''} zIndex={400} />;
}
