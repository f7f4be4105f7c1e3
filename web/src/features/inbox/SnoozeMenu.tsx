import { ActionIcon } from '@mantine/core';
import { IconClockPause } from '@tabler/icons-react';
import { MomentMenu } from './MomentMenu.js';

interface Props {
  isOpen: boolean;
  setOpen: (isOpen: boolean) => void;
  snooze: (until: number) => void;
}

/** Puts a conversation off; it comes back by itself, or when the lead writes. */
export function SnoozeMenu({ isOpen, setOpen, snooze }: Props) {
  return (
    <MomentMenu
      title="Snooze"
      pickTitle="Snooze until"
      verb="Snooze conversation"
      position="bottom-end"
      opened={isOpen}
      onChange={setOpen}
      choose={snooze}
    >
      <ActionIcon aria-label="Snooze" title="Snooze · S">
        <IconClockPause size={20} stroke={1.7} aria-hidden="true" />
      </ActionIcon>
    </MomentMenu>
  );
}
