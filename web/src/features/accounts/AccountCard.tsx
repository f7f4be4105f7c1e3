import type { Account } from '@leadpulse/model';
import { IconMail, IconMessage } from '@tabler/icons-react';
import { Suspense, lazy } from 'react';
import { useMinute } from '../../lib/clock.js';
import { useSeat } from '../../lib/session.js';
import { classes } from '../../ui/classes.js';
import { addressText } from '../../ui/contact/addressText.js';
import { AccountActions } from './AccountActions.js';
import { STATE_WORDS, errorWords, inWords, kindWords, lastWords, syncWords } from './accountWords.js';
import styles from './AccountsRoute.module.css';
import { limitsOf } from './limitWords.js';

const GmailSync = lazy(async () => ({ default: (await import('./GmailSync.js')).GmailSync }));

/** One account and how it is doing: what it is, what went through last, what is wrong, and what it cannot do. */
export function AccountCard({ accountId, account }: { accountId: string; account: Account }) {
  const { may } = useSeat();
  const Icon = account.channel === 'sms' ? IconMessage : IconMail;
  const isGone = account.state === 'disconnected';
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
      </div>
      <div className={styles.body}>
        <Health account={account} />
        {account.kind === 'gmail' && !isGone && (
          <Suspense>
            <GmailSync accountId={accountId} account={account} />
          </Suspense>
        )}
        {!isGone && <Limits account={account} />}
      </div>
      {may('account.write') && !isGone && <AccountActions accountId={accountId} account={account} />}
    </li>
  );
}

function Health({ account }: { account: Account }) {
  const now = useMinute();
  const { lastInboundAt, lastOutboundAt } = account.health;
  const error = errorWords(account, now);
  const isUnused = lastInboundAt === null && lastOutboundAt === null;
  const through = isUnused
    ? [{ text: 'Nothing sent or received yet', title: undefined }]
    : [inWords(account, now), lastWords('Last out', lastOutboundAt, now)];
  const facts = [...through, syncWords(account, now)].filter((fact) => fact !== null);
  return (
    <>
      <p className={styles.facts}>
        <span>{kindWords(account)}</span>
        {facts.map(({ text, title }) => (
          <span key={text} title={title}>
            {text}
          </span>
        ))}
      </p>
      {error !== null && <p className={styles.error}>{error}</p>}
    </>
  );
}

function Limits({ account }: { account: Account }) {
  const limits = limitsOf(account.kind);
  if (limits.length === 0) return null;
  return (
    <details className={styles.limits}>
      <summary>What it cannot do</summary>
      <ul>
        {limits.map((limit) => (
          <li key={limit}>{limit}</li>
        ))}
      </ul>
    </details>
  );
}
