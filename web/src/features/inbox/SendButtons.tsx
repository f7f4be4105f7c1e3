import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconCalendarClock, IconClock } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { choiceText } from './aheadText.js';
import styles from './Composer.module.css';
import { snoozeTimes } from './snoozeTimes.js';

const PickTime = lazy(async () => ({ default: (await import('./PickTime.js')).PickTime }));
const YEAR_MS = 364 * 86_400_000; // LIMITS.sendLaterDays

/** Sends now, or at a later moment. */
export function SendButtons({ canSend, send }: { canSend: boolean; send: (sendAt: number | null) => void }) {
  const [isPicking, setPicking] = useState(false);
  return (
    <div className={styles.buttons}>
      <Menu position="top-end" width={250}>
        <Menu.Target>
          <ActionIcon size={34} aria-label="Send later" title="Send later" disabled={!canSend}>
            <IconClock size={18} stroke={1.7} aria-hidden="true" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Later send={send} pick={() => setPicking(true)} />
        </Menu.Dropdown>
      </Menu>
      <Button h={34} onClick={() => send(null)} disabled={!canSend} title="Ctrl-Enter">
        Send
      </Button>
      {isPicking && (
        <Suspense>
          <PickTime
            title="Send later"
            verb="Schedule message"
            mostMs={YEAR_MS}
            pick={send}
            close={() => setPicking(false)}
          />
        </Suspense>
      )}
    </div>
  );
}

/** Drawn when the menu opens, so that its times are those of that moment. */
function Later({ send, pick }: { send: (sendAt: number) => void; pick: () => void }) {
  const [now] = useState(() => new Date());
  return (
    <>
      <Menu.Label>Send later</Menu.Label>
      {snoozeTimes(now).map(({ key, label, at }) => (
        <Menu.Item
          key={key}
          rightSection={<span className={styles.when}>{choiceText(at, now.getTime())}</span>}
          onClick={() => send(at)}
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
