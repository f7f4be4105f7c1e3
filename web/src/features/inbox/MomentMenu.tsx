import { Menu } from '@mantine/core';
import type { MenuProps } from '@mantine/core';
import { IconCalendarClock } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import type { ReactNode } from 'react';
import { choiceText } from './aheadText.js';
import styles from './MomentMenu.module.css';
import { snoozeTimes } from './snoozeTimes.js';

const PickTime = lazy(async () => ({ default: (await import('./PickTime.js')).PickTime }));
const YEAR_MS = 364 * 86_400_000; // LIMITS.sendLaterDays

interface Props {
  title: string;
  pickTitle: string;
  verb: string; // what the button of the picker says
  position: NonNullable<MenuProps['position']>;
  opened?: boolean;
  onChange?: (isOpen: boolean) => void;
  choose: (at: number) => void;
  children: ReactNode; // the button that opens it
}

/** A menu of moments ahead, and any other by date and time. */
export function MomentMenu({ title, pickTitle, verb, choose, children, ...menu }: Props) {
  const [isPicking, setPicking] = useState(false);
  return (
    <>
      <Menu width={250} {...menu}>
        <Menu.Target>{children}</Menu.Target>
        <Menu.Dropdown>
          <Moments title={title} choose={choose} pick={() => setPicking(true)} />
        </Menu.Dropdown>
      </Menu>
      {isPicking && (
        <Suspense>
          <PickTime
            title={pickTitle}
            verb={verb}
            mostMs={YEAR_MS}
            pick={choose}
            close={() => setPicking(false)}
          />
        </Suspense>
      )}
    </>
  );
}

/** Drawn when the menu opens, so that its times are those of that moment. */
function Moments({ title, choose, pick }: Pick<Props, 'title' | 'choose'> & { pick: () => void }) {
  const [now] = useState(() => new Date());
  return (
    <>
      <Menu.Label>{title}</Menu.Label>
      {snoozeTimes(now).map(({ key, label, at }) => (
        <Menu.Item
          key={key}
          rightSection={<span className={styles.when}>{choiceText(at, now.getTime())}</span>}
          onClick={() => choose(at)}
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
