import { Menu, useMantineColorScheme } from '@mantine/core';
import {
  IconDeviceDesktop,
  IconKeyboard,
  IconLogout,
  IconMoon,
  IconShieldLock,
  IconSun,
} from '@tabler/icons-react';
import { Link } from 'react-router';
import { useSession } from '../../../lib/session.js';
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
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const name = profile?.displayName ?? person.email;
  return (
    <Menu position="right-end" width={240}>
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
        {SCHEMES.map(({ scheme, label, Icon }) => (
          <Menu.Item
            key={scheme}
            role="menuitemradio"
            aria-checked={colorScheme === scheme}
            {...(colorScheme === scheme ? { color: 'pulse' } : {})}
            leftSection={<Icon size={16} />}
            onClick={() => setColorScheme(scheme)}
          >
            {label}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconKeyboard size={16} />} onClick={openKeys}>
          Show the keys
        </Menu.Item>
        <Menu.Item component={Link} to="/privacy" leftSection={<IconShieldLock size={16} />}>
          Read the privacy policy
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={leave}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
