import { useCallbackRef } from '@mantine/hooks';
import {
  IconCheck,
  IconClockPause,
  IconCornerUpLeft,
  IconMailOpened,
  IconNote,
  IconUserPlus,
} from '@tabler/icons-react';
import { useMemo } from 'react';
import { useCommands, type Command } from '../../lib/commands.js';

export interface ThreadKeys {
  isOpen: boolean;
  reply: () => void;
  note: () => void;
  close: () => void;
  reopen: () => void;
  assign: () => void;
  assignToMe: () => void;
  snooze: () => void;
  markUnread: () => void;
  undoSend: () => void;
}

type Key = Exclude<keyof ThreadKeys, 'isOpen'>;
type Offered = Omit<Command, 'group' | 'run'> & { press: Key };

const GROUP = 'Conversation';
const none: Command[] = [];

const OFFERED: Offered[] = [
  {
    id: 'reply',
    label: 'Write a message',
    keys: 'r',
    words: ['reply', 'answer'],
    icon: <IconCornerUpLeft size={18} />,
    press: 'reply',
  },
  { id: 'note', label: 'Write a note', keys: 'n', icon: <IconNote size={18} />, press: 'note' },
  {
    id: 'assign',
    label: 'Assign conversation',
    keys: 'a',
    icon: <IconUserPlus size={18} />,
    press: 'assign',
  },
  { id: 'assign-me', label: 'Assign conversation to me', keys: 'm', words: ['take'], press: 'assignToMe' },
  {
    id: 'snooze',
    label: 'Snooze conversation',
    keys: 's',
    words: ['later'],
    icon: <IconClockPause size={18} />,
    press: 'snooze',
  },
  {
    id: 'unread',
    label: 'Mark conversation as unread',
    keys: 'u',
    icon: <IconMailOpened size={18} />,
    press: 'markUnread',
  },
  { id: 'undo-send', label: 'Undo sending the last message', keys: 'z', press: 'undoSend' },
];
const CLOSE: Offered = {
  id: 'close',
  label: 'Close conversation',
  keys: 'e',
  words: ['done', 'archive'],
  icon: <IconCheck size={18} />,
  press: 'close',
};
const REOPEN: Offered = { id: 'close', label: 'Reopen conversation', keys: 'e', press: 'reopen' };

/** The commands of an open conversation; none for who may only read. */
export function useThreadCommands(keys: ThreadKeys, mayWrite: boolean): void {
  const press = useCallbackRef((name: Key) => keys[name]());
  const { isOpen } = keys;
  const commands = useMemo<Command[]>(() => {
    if (!mayWrite) return none;
    return [...OFFERED, isOpen ? CLOSE : REOPEN].map(({ press: name, ...command }) => ({
      ...command,
      group: GROUP,
      run: () => press(name),
    }));
  }, [isOpen, mayWrite, press]);
  useCommands(commands);
}
