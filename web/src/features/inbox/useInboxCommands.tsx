import type { QueueId } from '@leadpulse/model';
import { useCallbackRef } from '@mantine/hooks';
import { IconArrowDown, IconArrowUp, IconInbox, IconSearch } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useCommands, type Command } from '../../lib/commands.js';
import { queuesFor, type Place } from './inboxPlace.js';

interface InboxKeys {
  next: () => void;
  previous: () => void;
  search: () => void;
  openQueue: (queue: QueueId) => void;
}

const GROUP = 'Inbox';

/** The commands of the list. */
export function useInboxCommands({ sees }: Place, keys: InboxKeys): void {
  const press = useCallbackRef((name: 'next' | 'previous' | 'search') => keys[name]());
  const openQueue = useCallbackRef(keys.openQueue);
  const commands = useMemo<Command[]>(
    () => [
      {
        id: 'next',
        label: 'Go to the next conversation',
        group: GROUP,
        keys: 'j',
        icon: <IconArrowDown size={18} />,
        run: () => press('next'),
      },
      {
        id: 'previous',
        label: 'Go to the previous conversation',
        group: GROUP,
        keys: 'k',
        icon: <IconArrowUp size={18} />,
        run: () => press('previous'),
      },
      {
        id: 'search',
        label: 'Search conversations',
        group: GROUP,
        keys: '/',
        icon: <IconSearch size={18} />,
        run: () => press('search'),
      },
      ...queuesFor(sees).map(({ id, label }) => ({
        id: `queue-${id}`,
        label: `Show ${label.toLowerCase()}`,
        group: GROUP,
        words: ['queue', 'inbox'],
        icon: <IconInbox size={18} />,
        run: () => openQueue(id),
      })),
    ],
    [sees, press, openQueue],
  );
  useCommands(commands);
}
