import { Menu, useMantineColorScheme } from '@mantine/core';
import type { MantineColorScheme } from '@mantine/core';
import {
  IconChartBar,
  IconDeviceDesktop,
  IconFileText,
  IconKeyboard,
  IconLogout,
  IconMoon,
  IconShieldLock,
  IconSun,
} from '@tabler/icons-react';
import { Link } from 'react-router';
import { useSeat, useSession } from '../../../lib/session.js';
import { openKeys } from '../../../ui/commands/paletteState.js';
import { PersonAvatar } from '../../../ui/PersonAvatar.js';
import { leave } from '../useOrgCommands.js';
import styles from './Shell.module.css';

const SCHEMES = [
  { scheme: 'light', label: 'Light colours', Icon: IconSun },
  { scheme: 'dark', label: 'Dark colours', Icon: IconMoon },
  { scheme: 'auto', label: 'Colours of the system', Icon: IconDeviceDesktop },
] as const;

export function UserMenu() {
  const { person, profile } = useSession();
  const { orgId } = useSeat();
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  const name = profile?.displayName ?? person.email;
  return (
    <Menu position="right-end" width={240} withinPortal={false}>
      <Menu.Target>
        <button type="button" className={styles.square} aria-label={`Your account: ${name}`}>
          <PersonAvatar name={name} seed={person.uid} size={32} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {name}
          <br />
          {person.email}
        </Menu.Label>
        <Menu.Divider />
        <Menu.RadioGroup
          value={colorScheme}
          onChange={(scheme) => setColorScheme(scheme as MantineColorScheme)}
        >
          {SCHEMES.map(({ scheme, label, Icon }) => (
            <Menu.RadioItem key={scheme} value={scheme} rightSection={<Icon size={16} />}>
              {label}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item leftSection={<IconKeyboard size={16} />} onClick={openKeys}>
          Show the keys
        </Menu.Item>
        <Menu.Item component={Link} to={`/o/${orgId}/privacy`} leftSection={<IconShieldLock size={16} />}>
          Your privacy
        </Menu.Item>
        <Menu.Item
          component={Link}
          to={`/o/${orgId}/privacy/usage-counts`}
          leftSection={<IconChartBar size={16} />}
        >
          See your usage counts
        </Menu.Item>
        <Menu.Item component={Link} to="/privacy" leftSection={<IconFileText size={16} />}>
          Read the privacy policy
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={leave}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
