import { Menu } from '@mantine/core';
import { IconCheck, IconChevronDown, IconMail, IconMessage } from '@tabler/icons-react';
import { addressText } from '../../ui/contact/addressText.js';
import styles from './Composer.module.css';
import type { Draft } from './drafts.js';
import type { NamedAccount } from '../../lib/useDirectory.js';
import type { ReplyRoute } from './replyRoute.js';

interface Props {
  route: ReplyRoute;
  accounts: NamedAccount[];
  change: (fields: Partial<Draft>) => void;
}

/** By which of our accounts, to which of their addresses; both can be changed. */
export function RouteLine({ route: { account, to, addresses }, accounts, change }: Props) {
  if (!account) return null;
  const Icon = account.account.channel === 'sms' ? IconMessage : IconMail;
  const active = accounts.filter((each) => each.account.state === 'active');
  return (
    <div className={styles.route}>
      <Menu position="top-start" width={280}>
        <Menu.Target>
          <button type="button" className={styles.choice} aria-label={`Send by ${wayText(account)}. Change`}>
            <Icon size={15} stroke={1.8} aria-hidden="true" />
            {wayText(account)}
            <IconChevronDown size={14} aria-hidden="true" />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>Send by</Menu.Label>
          {active.map((each) => (
            <Menu.Item
              key={each.accountId}
              leftSection={
                each.account.channel === 'sms' ? <IconMessage size={16} /> : <IconMail size={16} />
              }
              rightSection={
                each.accountId === account.accountId ? <IconCheck size={16} aria-label="chosen" /> : null
              }
              onClick={() => change({ accountId: each.accountId, to: null })}
            >
              {wayText(each)}
              <span className={styles.address}>{addressText(each.account.address)}</span>
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {to !== null && <To to={to} addresses={addresses} change={change} />}
    </div>
  );
}

function wayText({ account }: NamedAccount): string {
  return `${account.channel === 'sms' ? 'Text' : 'Email'} from ${account.displayName}`;
}

function To({ to, addresses, change }: { to: string; addresses: string[]; change: Props['change'] }) {
  if (addresses.length < 2) return <span className={styles.to}>to {addressText(to)}</span>;
  return (
    <Menu position="top-start">
      <Menu.Target>
        <button type="button" className={styles.choice} aria-label={`To ${addressText(to)}. Change`}>
          to {addressText(to)}
          <IconChevronDown size={14} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Send to</Menu.Label>
        {addresses.map((address) => (
          <Menu.Item
            key={address}
            rightSection={address === to ? <IconCheck size={16} aria-label="chosen" /> : null}
            onClick={() => change({ to: address })}
          >
            {addressText(address)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
