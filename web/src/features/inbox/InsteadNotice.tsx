import type { Account } from '@leadpulse/model';
import { IconArrowsExchange } from '@tabler/icons-react';
import type { NamedAccount } from '../../lib/useDirectory.js';
import styles from './Composer.module.css';
import type { ReplyRoute } from './replyRoute.js';

const STATES: Record<Exclude<Account['state'], 'active'>, string> = {
  paused: 'is paused',
  error: 'needs attention',
  disconnected: 'is disconnected',
};

/** What stands in the way of an account; null: nothing. */
export function awayWords({ account: { state, displayName } }: NamedAccount): string | null {
  return state === 'active' ? null : `${displayName} ${STATES[state]}`;
}

/** Said before it is sent: a lead who knows one number is about to hear from another. */
export function InsteadNotice({ route: { instead, account } }: { route: ReplyRoute }) {
  const words = instead && awayWords(instead);
  if (!words || !account) return null;
  const { channel, displayName } = account.account;
  const kind = channel === 'sms' ? 'as a text ' : 'as an email ';
  const as = channel === instead.account.channel ? '' : kind;
  return (
    <p className={styles.notice}>
      <IconArrowsExchange size={16} stroke={1.8} aria-hidden="true" />
      <span>
        {words}, so this goes out {as}from {displayName}.
      </span>
    </p>
  );
}
