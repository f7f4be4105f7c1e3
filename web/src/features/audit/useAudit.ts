import type { AuditEntry, Invite } from '@leadpulse/model';
import { LIMITS } from '@leadpulse/model';
import { collection, limit, query } from 'firebase/firestore';
import { useMemo } from 'react';
import { db } from '../../lib/firebase/firestore.js';
import { useLiveQuery } from '../../lib/live.js';
import type { LiveRows } from '../../lib/livePages.js';
import { useDirectory } from '../../lib/useDirectory.js';
import type { Colleague } from '../../lib/useDirectory.js';
import { useLivePages } from '../../lib/useLivePages.js';
import type { AuditFilter } from './auditQueries.js';
import { AUDIT_PAGE, auditQuery } from './auditQueries.js';
import type { AuditNames } from './auditWords.js';

export interface Audit {
  live: LiveRows<AuditEntry>;
  more: () => void;
  retry: () => void;
}

/** The entries that pass the filters, live, a page at a time. */
export function useAudit(orgId: string, filter: AuditFilter): Audit {
  const { action, person, from, to } = filter;
  const key = ['audit', orgId, action ?? '', person ?? '', from ?? '', to ?? ''].join(':');
  return useLivePages<AuditEntry>(key, (bounds) => auditQuery(db, orgId, filter, bounds), AUDIT_PAGE);
}

/** The names behind the ids; of who has left, the address that their invite went to. */
export function useAuditNames(orgId: string): { names: AuditNames; colleagues: Colleague[] } {
  const { nameOf, accounts, colleagues } = useDirectory(orgId, true);
  const invites = useLiveQuery<Invite>(`invites:${orgId}`, () =>
    query(collection(db, `orgs/${orgId}/invites`), limit(LIMITS.listPage)),
  );
  return useMemo(() => {
    const rows = invites.status === 'ready' ? invites.data : [];
    const invited = new Map(rows.map(({ id, data }) => [id, data.email]));
    const joined = new Map(rows.map(({ data }) => [data.acceptedBy, data.email]));
    const account = new Map(accounts?.map((each) => [each.accountId, each.account.displayName]));
    const names: AuditNames = {
      person: (uid) => nameOf(uid) ?? joined.get(uid) ?? null,
      invite: (inviteId) => invited.get(inviteId) ?? null,
      account: (accountId) => account.get(accountId) ?? null,
    };
    return { names, colleagues };
  }, [nameOf, accounts, colleagues, invites]);
}
