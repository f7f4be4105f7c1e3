import { useMantineColorScheme } from '@mantine/core';
import { IconKeyboard, IconLogout, IconMoon, IconSearch, IconSun } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { signOut } from '../../lib/authState.js';
import { useCommands } from '../../lib/commands.js';
import type { Command } from '../../lib/commands.js';
import { rememberOrg } from '../../lib/lastOrg.js';
import { openKeys, openPalette } from '../../ui/commands/paletteState.js';
import { PLACES } from './places.js';

/** Leaves: the next person at this browser is not led to this one's organization. */
export function leave(): void {
  rememberOrg(null);
  void signOut();
}

/** What can be done from every screen. */
export function useOrgCommands(orgId: string): void {
  const navigate = useNavigate();
  const { setColorScheme } = useMantineColorScheme();
  const commands = useMemo<Command[]>(
    () => [
      ...PLACES.map(({ path, label, keys, Icon }) => ({
        id: `go-${path}`,
        label: `Go to ${label}`,
        group: 'Go to',
        keys,
        icon: <Icon size={18} />,
        run: () => void navigate(`/o/${orgId}/${path}`),
      })),
      {
        id: 'go-start',
        label: 'Go to first steps',
        group: 'Go to',
        words: ['help', 'guide', 'start'],
        run: () => void navigate(`/o/${orgId}/start`),
      },
      {
        id: 'palette',
        label: 'Search commands',
        group: 'General',
        keys: 'mod+k',
        icon: <IconSearch size={18} />,
        run: openPalette,
      },
      {
        id: 'keys',
        label: 'Show the keys',
        group: 'General',
        keys: '?',
        icon: <IconKeyboard size={18} />,
        run: openKeys,
      },
      {
        id: 'scheme-light',
        label: 'Use light colours',
        group: 'General',
        icon: <IconSun size={18} />,
        run: () => setColorScheme('light'),
      },
      {
        id: 'scheme-dark',
        label: 'Use dark colours',
        group: 'General',
        icon: <IconMoon size={18} />,
        run: () => setColorScheme('dark'),
      },
      {
        id: 'scheme-auto',
        label: 'Use the colours of the system',
        group: 'General',
        run: () => setColorScheme('auto'),
      },
      { id: 'sign-out', label: 'Sign out', group: 'General', icon: <IconLogout size={18} />, run: leave },
    ],
    [navigate, orgId, setColorScheme],
  );
  useCommands(commands);
}
