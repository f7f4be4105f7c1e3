import type { Account } from '@leadpulse/model';
import { Button } from '@mantine/core';
import { IconPlugConnected, IconPlus } from '@tabler/icons-react';
import { collection, limit, query } from 'firebase/firestore';
import { Suspense, lazy } from 'react';
import { useSearchParams } from 'react-router';
import { db } from '../../lib/firebase/firestore.js';
import { useLiveQuery } from '../../lib/live.js';
import type { Row } from '../../lib/live.js';
import { useSeat } from '../../lib/session.js';
import { Page } from '../../ui/Page.js';
import { PageTitle } from '../../ui/PageTitle.js';
import { EmptyState, LiveProblem, LoadingState } from '../../ui/states.js';
import { AccountCard } from './AccountCard.js';
import styles from './AccountsRoute.module.css';

const AddAccount = lazy(async () => ({ default: (await import('./AddAccount.js')).AddAccount }));

/** The numbers and mailboxes of the organization, and how each is doing. */
export function AccountsRoute() {
  const { orgId, name, may } = useSeat();
  const [params, setParams] = useSearchParams();
  const path = `orgs/${orgId}/accounts`;
  const live = useLiveQuery<Account>(path, () => query(collection(db, path), limit(100)));
  const isAdding = params.get('add') !== null && may('account.write');
  const add = may('account.write') && (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setParams({ add: 'choose' })}>
      Add account
    </Button>
  );
  if (live.status === 'loading') return <LoadingState />;
  if (live.status !== 'ready') return <LiveProblem live={live} what="the accounts" />;
  return (
    <Page title="Accounts" lead="The numbers and mailboxes your team writes from." actions={add}>
      <PageTitle parts={['Accounts', name]} />
      {live.data.length === 0 ? <NoAccounts /> : <AccountList accounts={live.data} />}
      {isAdding && (
        <Suspense>
          <AddAccount accounts={live.data} />
        </Suspense>
      )}
    </Page>
  );
}

function AccountList({ accounts }: { accounts: Row<Account>[] }) {
  const isGone = ({ data }: Row<Account>): boolean => data.state === 'disconnected';
  const sorted = [...accounts].sort(
    (a, b) => Number(isGone(a)) - Number(isGone(b)) || a.data.displayName.localeCompare(b.data.displayName),
  );
  return (
    <ul className={styles.list}>
      {sorted.map(({ id, data }) => (
        <AccountCard key={id} accountId={id} account={data} />
      ))}
    </ul>
  );
}

function NoAccounts() {
  const { may } = useSeat();
  return (
    <EmptyState icon={<IconPlugConnected size={24} />} title="No account is connected">
      {may('account.write')
        ? 'Add one to write to your leads: a mailbox of yours, or a practice line to try things out.'
        : 'Nobody can write to leads before an owner or admin connects a number or a mailbox.'}
    </EmptyState>
  );
}
