import type { Account } from '@leadpulse/model';
import { Button } from '@mantine/core';
import { IconMail, IconMessage } from '@tabler/icons-react';
import { useState } from 'react';
import { useMinute } from '../../lib/clock.js';
import { useSeat } from '../../lib/session.js';
import { classes } from '../../ui/classes.js';
import { addressText } from '../../ui/contact/addressText.js';
import { STATE_WORDS, kindWords, lastWords } from './accountWords.js';
import styles from './AccountsRoute.module.css';
import { DisconnectDialog } from './DisconnectDialog.js';

export function AccountCard({ accountId, account }: { accountId: string; account: Account }) {
  const { may } = useSeat();
  const now = useMinute();
  const [isAsking, setAsking] = useState(false);
  const Icon = account.channel === 'sms' ? IconMessage : IconMail;
  const isGone = account.state === 'disconnected';
  const facts = [
    lastWords('Last in', account.health.lastInboundAt, now),
    lastWords('Last out', account.health.lastOutboundAt, now),
  ];
  return (
    <li className={classes(styles.card, isGone && styles.isGone)}>
      <span className={styles.icon} aria-hidden="true">
        <Icon size={22} stroke={1.6} />
      </span>
      <div>
        <div className={styles.title}>
          <h2>{account.displayName}</h2>
          <span className={styles.state} data-state={account.state}>
            {STATE_WORDS[account.state]}
          </span>
        </div>
        <p className={classes(styles.address, 'lp-number')}>{addressText(account.address)}</p>
        <p className={styles.facts}>
          <span>{kindWords(account)}</span>
          {facts.map(({ text, title }) => (
            <span key={text} title={title}>
              {text}
            </span>
          ))}
        </p>
        {account.health.lastError !== null && <p className={styles.error}>{account.health.lastError}</p>}
      </div>
      {may('account.write') && !isGone && (
        <Button
          variant="default"
          size="xs"
          onClick={() => setAsking(true)}
          aria-label={`Disconnect ${account.displayName}`}
        >
          Disconnect
        </Button>
      )}
      {isAsking && (
        <DisconnectDialog accountId={accountId} name={account.displayName} onClose={() => setAsking(false)} />
      )}
    </li>
  );
}
