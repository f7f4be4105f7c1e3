import type { NotificationData } from '@mantine/notifications';
import { useSyncExternalStore } from 'react';

let isNeeded = false;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether anything was shown yet: the notes' code loads with the first one. */
export function useNotesNeeded(): boolean {
  return useSyncExternalStore(subscribe, () => isNeeded);
}

/** Shows a passing note. With `id`, a note of the same id is replaced. */
export async function notify(note: NotificationData & { id?: string }): Promise<void> {
  const { notifications } = await import('@mantine/notifications');
  isNeeded = true;
  for (const listener of listeners) listener();
  if (note.id !== undefined) notifications.hide(note.id);
  notifications.show({
    withBorder: true,
    autoClose: 6000,
    closeButtonProps: { 'aria-label': 'Close' },
    ...note,
  });
}

export async function hideNote(id: string): Promise<void> {
  const { notifications } = await import('@mantine/notifications');
  notifications.hide(id);
}
