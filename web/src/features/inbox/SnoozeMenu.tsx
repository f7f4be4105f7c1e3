import { ActionIcon, Menu } from '@mantine/core';
import { IconCalendarClock, IconClockPause } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { choiceText } from './aheadText.js';
import { snoozeTimes } from './snoozeTimes.js';
import styles from './Thread.module.css';

const PickTime = lazy(async () => ({ default: (await import('./PickTime.js')).PickTime }));
const YEAR_MS = 364 * 86_400_000;

interface Props {
  isOpen: boolean;
  setOpen: (isOpen: boolean) => void;
  snooze: (until: number) => void;
}

/** Puts a conversation off; it comes back by itself, or when the lead writes. */
export function SnoozeMenu({ isOpen, setOpen, snooze }: Props) {
  const [isPicking, setPicking] = useState(false);
  return (
    <>
      <Menu opened={isOpen} onChange={setOpen} position="bottom-end" width={250}>
        <Menu.Target>
          <ActionIcon aria-label="Snooze" title="Snooze · S">
            <IconClockPause size={20} stroke={1.7} aria-hidden="true" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Times snooze={snooze} pick={() => setPicking(true)} />
        </Menu.Dropdown>
      </Menu>
      {isPicking && (
        <Suspense>
          <PickTime
            title="Snooze until"
            verb="Snooze conversation"
            mostMs={YEAR_MS}
            pick={snooze}
            close={() => setPicking(false)}
          />
        </Suspense>
      )}
    </>
  );
}

function Times({ snooze, pick }: { snooze: Props['snooze']; pick: () => void }) {
  const [now] = useState(() => new Date());
  return (
    <>
      <Menu.Label>Snooze</Menu.Label>
      {snoozeTimes(now).map(({ key, label, at }) => (
        <Menu.Item
          key={key}
          rightSection={<span className={styles.when}>{choiceText(at, now.getTime())}</span>}
          onClick={() => snooze(at)}
        >
          {label}
        </Menu.Item>
      ))}
      <Menu.Divider />
      <Menu.Item leftSection={<IconCalendarClock size={16} />} onClick={pick}>
        Pick date and time
      </Menu.Item>
    </>
  );
}
