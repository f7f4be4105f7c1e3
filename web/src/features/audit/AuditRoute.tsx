import { Button } from '@mantine/core';
import { IconHistory, IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { wordsOf } from '../../lib/call.js';
import { useSeat } from '../../lib/session.js';
import { Page } from '../../ui/Page.js';
import { PageTitle } from '../../ui/PageTitle.js';
import { EmptyState, LiveProblem, LoadingState } from '../../ui/states.js';
import styles from './Audit.module.css';
import { AuditFilters } from './AuditFilters.js';
import { AuditList } from './AuditList.js';
import { useAuditPlace } from './auditPlace.js';
import type { AuditNames } from './auditWords.js';
import { ExportButton } from './ExportButton.js';
import type { Audit } from './useAudit.js';
import { useAudit, useAuditNames } from './useAudit.js';
import type { Verdict } from './verifyLog.js';
import { VerifyResult } from './VerifyResult.js';

/** Who did what to whom, when and from where; owners and admins read it. */
export function AuditRoute() {
  const { name, may } = useSeat();
  return (
    <>
      <PageTitle parts={['Audit log', name]} />
      {may('audit.read') ? <AuditLog /> : <LiveProblem live={{ status: 'denied' }} what="the audit log" />}
    </>
  );
}

function AuditLog() {
  const { orgId, name } = useSeat();
  const place = useAuditPlace();
  const audit = useAudit(orgId, place.filter);
  const { names, colleagues } = useAuditNames(orgId);
  const check = useCheck(orgId);
  const rows = audit.live.status === 'ready' ? audit.live.rows : [];
  const actions = (
    <div className={styles.actions}>
      <ExportButton filter={place.filter} names={names} />
      <Button leftSection={<IconShieldCheck size={16} />} loading={check.isBusy} onClick={check.start}>
        Verify the log
      </Button>
    </div>
  );
  const lead = `Who did what in ${name}, when and from where. Entries are never changed or deleted.`;
  return (
    <Page title="Audit log" lead={lead} actions={actions} width={860}>
      <VerifyResult verdict={check.verdict} problem={check.problem} />
      <AuditFilters place={place} colleagues={colleagues} names={names} rows={rows} />
      <Entries
        audit={audit}
        names={names}
        isFiltered={place.isFiltered}
        brokenAt={check.verdict?.brokenAt ?? null}
      />
    </Page>
  );
}

interface EntriesProps {
  audit: Audit;
  names: AuditNames;
  isFiltered: boolean;
  brokenAt: number | null;
}

function Entries({ audit: { live, more, retry }, names, isFiltered, brokenAt }: EntriesProps) {
  if (live.status === 'loading') return <LoadingState label="Loading the audit log" />;
  if (live.status === 'failed') {
    const isDenied = live.code === 'permission-denied';
    return (
      <LiveProblem
        live={isDenied ? { status: 'denied' } : { status: 'failed', retry }}
        what="the audit log"
      />
    );
  }
  if (live.rows.length > 0) return <AuditList live={live} more={more} names={names} brokenAt={brokenAt} />;
  return (
    <EmptyState icon={<IconHistory size={24} />} title="No entries">
      {isFiltered
        ? 'Nothing in the log passes these filters.'
        : 'What owners and admins change from now on is written down here.'}
    </EmptyState>
  );
}

interface Check {
  verdict: Verdict | null;
  problem: string | null;
  isBusy: boolean;
  start: () => void;
}

function useCheck(orgId: string): Check {
  const [state, setState] = useState<Omit<Check, 'start'>>({ verdict: null, problem: null, isBusy: false });
  const check = async (): Promise<Verdict> => (await import('./verifyLog.js')).verifyLog(orgId);
  const start = (): void => {
    setState({ verdict: null, problem: null, isBusy: true });
    check().then(
      (verdict) => setState({ verdict, problem: null, isBusy: false }),
      (error: unknown) => setState({ verdict: null, problem: wordsOf(error), isBusy: false }),
    );
  };
  return { ...state, start };
}
