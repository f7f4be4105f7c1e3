import { restoreOrgContract } from '@leadpulse/model';
import { Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { callContract, wordsOf } from '../../lib/call.js';
import { signOut } from '../../lib/authState.js';
import type { ClosedOrganization } from '../../lib/session.js';
import { useSession } from '../../lib/session.js';
import { fullWhen } from '../../lib/time.js';
import { PageTitle } from '../../ui/PageTitle.js';
import { EmptyState } from '../../ui/states.js';
import styles from './NoSeat.module.css';

/** An organization that its owner deleted: closed to everybody at once, and whole again if an owner restores it in time. */
export function ClosedOrg({ org }: { org: ClosedOrganization }) {
  const { profile } = useSession();
  const hasOthers = Object.keys(profile?.orgs ?? {}).length > 1;
  const isOwner = org.role === 'owner';
  return (
    <main id="main" tabIndex={-1} className={styles.page}>
      <PageTitle parts={['Deleted', org.name]} />
      <EmptyState
        icon={<IconTrash size={24} />}
        isPage
        title={`${org.name} was deleted`}
        actions={
          <>
            {hasOthers ? (
              <Link to="/o">Open another organization</Link>
            ) : (
              <Link to="/new-organization">Create an organization</Link>
            )}
            <button type="button" className={styles.link} onClick={() => void signOut()}>
              Sign out
            </button>
          </>
        }
      >
        <p>
          Nobody can open it, and nothing is sent from it. On {fullWhen(org.purgeAtMs)} everything in it goes
          for good. {isOwner ? 'Until then you can restore it whole.' : 'Until then an owner can restore it.'}
        </p>
        {isOwner && <RestoreButton orgId={org.orgId} />}
      </EmptyState>
    </main>
  );
}

function RestoreButton({ orgId }: { orgId: string }) {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const onClick = (): void => {
    setBusy(true);
    setProblem(null);
    callContract(restoreOrgContract, { orgId }).catch((error: unknown) => {
      setProblem(wordsOf(error));
      setBusy(false);
    });
  };
  return (
    <>
      <Button mt="md" loading={isBusy} onClick={onClick}>
        Restore organization
      </Button>
      <div role="alert">{problem !== null && <p className={styles.problem}>{problem}</p>}</div>
    </>
  );
}
