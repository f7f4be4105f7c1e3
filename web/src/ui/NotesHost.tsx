import { Notifications } from '@mantine/notifications';
import '@mantine/notifications/styles.layer.css';

/** Where passing notes appear; above the bottom bar on a phone. */
export function NotesHost() {
  return <Notifications position="bottom-right" limit={3} mb={{ base: 56, sm: 0 }} zIndex={400} />;
}
