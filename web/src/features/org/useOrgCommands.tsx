import type { User } from '@leadpulse/model';
import { useMantineColorScheme } from '@mantine/core';
import type { MantineColorScheme } from '@mantine/core';
import {
  IconBuilding,
  IconChartBar,
  IconDeviceDesktop,
  IconFlag,
  IconKeyboard,
  IconLogout,
  IconMoon,
  IconSearch,
  IconShieldLock,
  IconSun,
} from '@tabler/icons-react';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { signOut } from '../../lib/authState.js';
import { useCommands } from '../../lib/commands.js';
import type { Command } from '../../lib/commands.js';
import { rememberOrg } from '../../lib/lastOrg.js';
import { putOff } from '../../lib/putOff.js';
import { useSeat, useSession } from '../../lib/session.js';
import type { Seat } from '../../lib/session.js';
import { openKeys, openPalette } from '../../ui/commands/paletteState.js';
import { placesFor } from './places.js';

/** Leaves: the next person at this browser is not led to this one's organization. */
export function leave(): void {
  rememberOrg(null);
  putOff(null);
  void signOut();
}

type Go = (path: string) => void;

function placeCommands(go: Go, may: Seat['may']): Command[] {
  const places = placesFor(may).map(({ path, label, keys, Icon }) => ({
    id: `go-${path}`,
    label: `Go to ${label}`,
    group: 'Go to',
    keys,
    icon: <Icon size={18} />,
    run: () => go(path),
  }));
  const words = ['help', 'guide', 'start'];
  const guide = { icon: <IconFlag size={18} />, words, run: () => go('start') };
  const start = { id: 'go-start', label: 'Go to first steps', group: 'Go to', ...guide };
  const privacy = ['privacy', 'telemetry', 'tracking', 'data', 'export', 'erase'];
  const counts = { icon: <IconChartBar size={18} />, words: privacy, run: () => go('privacy/usage-counts') };
  const usageCounts = { id: 'go-counts', label: 'Go to your usage counts', group: 'Go to', ...counts };
  const center = { icon: <IconShieldLock size={18} />, words: privacy, run: () => go('privacy') };
  const yours = { id: 'go-privacy', label: 'Go to your privacy', group: 'Go to', ...center };
  return [...places, start, yours, usageCounts];
}

function switchCommands(orgs: User['orgs'], orgId: string, open: (orgId: string) => void): Command[] {
  return Object.entries(orgs)
    .filter(([id]) => id !== orgId)
    .map(([id, { name }]) => ({
      id: `switch-${id}`,
      label: `Switch to ${name}`,
      group: 'Organizations',
      words: ['organization'],
      icon: <IconBuilding size={18} />,
      run: () => open(id),
    }));
}

function generalCommands(setScheme: (scheme: MantineColorScheme) => void): Command[] {
  const general = { group: 'General' };
  const light = { icon: <IconSun size={18} />, run: () => setScheme('light') };
  const dark = { icon: <IconMoon size={18} />, run: () => setScheme('dark') };
  const auto = { icon: <IconDeviceDesktop size={18} />, run: () => setScheme('auto') };
  const palette = { keys: 'mod+k', icon: <IconSearch size={18} />, run: openPalette };
  const keys = { keys: '?', icon: <IconKeyboard size={18} />, run: openKeys };
  return [
    { id: 'palette', label: 'Search commands', ...general, ...palette },
    { id: 'keys', label: 'Show the keys', ...general, ...keys },
    { id: 'scheme-light', label: 'Use light colours', ...general, ...light },
    { id: 'scheme-dark', label: 'Use dark colours', ...general, ...dark },
    { id: 'scheme-auto', label: 'Use the colours of the system', ...general, ...auto },
    { id: 'sign-out', label: 'Sign out', ...general, icon: <IconLogout size={18} />, run: leave },
  ];
}

/** What can be done from every screen. */
export function useOrgCommands(): void {
  const { orgId, may } = useSeat();
  const navigate = useNavigate();
  const { setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  const orgs = useSession().profile?.orgs;
  const commands = useMemo(
    () => [
      ...placeCommands((path) => void navigate(`/o/${orgId}/${path}`), may),
      ...switchCommands(orgs ?? {}, orgId, (id) => void navigate(`/o/${id}/inbox`)),
      ...generalCommands(setColorScheme),
    ],
    [navigate, orgId, may, orgs, setColorScheme],
  );
  useCommands(commands);
}
