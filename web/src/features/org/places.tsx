import type { Capability } from '@leadpulse/model';
import {
  IconAddressBook,
  IconChartBar,
  IconCreditCard,
  IconHistory,
  IconInbox,
  IconPlugConnected,
  IconSettings,
  IconUsersGroup,
} from '@tabler/icons-react';

interface Place {
  path: string;
  label: string;
  keys: string;
  Icon: typeof IconInbox;
  capability: Capability;
  isSeldom?: true; // a phone's bar has no room for it; the organization's menu has
}

const PLACES: Place[] = [
  { path: 'inbox', label: 'Inbox', keys: 'g i', Icon: IconInbox, capability: 'org.read' },
  { path: 'contacts', label: 'Contacts', keys: 'g c', Icon: IconAddressBook, capability: 'org.read' },
  { path: 'accounts', label: 'Accounts', keys: 'g a', Icon: IconPlugConnected, capability: 'org.read' },
  { path: 'team', label: 'Team', keys: 'g t', Icon: IconUsersGroup, capability: 'org.read' },
  {
    path: 'audit',
    label: 'Audit log',
    keys: 'g l',
    Icon: IconHistory,
    capability: 'audit.read',
    isSeldom: true,
  },
  {
    path: 'usage',
    label: 'Usage',
    keys: 'g u',
    Icon: IconChartBar,
    capability: 'usage.read',
    isSeldom: true,
  },
  { path: 'billing', label: 'Billing', keys: 'g b', Icon: IconCreditCard, capability: 'billing.write' },
  { path: 'settings', label: 'Settings', keys: 'g s', Icon: IconSettings, capability: 'org.read' },
];

/** The places of an organization that a seat leads to, in the order of the navigation. */
export function placesFor(may: (capability: Capability) => boolean): Place[] {
  return PLACES.filter(({ capability }) => may(capability));
}
