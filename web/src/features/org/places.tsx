import {
  IconAddressBook,
  IconInbox,
  IconPlugConnected,
  IconSettings,
  IconUsersGroup,
} from '@tabler/icons-react';

/** The places of an organization, in the order of the navigation. */
export const PLACES = [
  { path: 'inbox', label: 'Inbox', keys: 'g i', Icon: IconInbox },
  { path: 'contacts', label: 'Contacts', keys: 'g c', Icon: IconAddressBook },
  { path: 'accounts', label: 'Accounts', keys: 'g a', Icon: IconPlugConnected },
  { path: 'team', label: 'Team', keys: 'g t', Icon: IconUsersGroup },
  { path: 'settings', label: 'Settings', keys: 'g s', Icon: IconSettings },
] as const;
