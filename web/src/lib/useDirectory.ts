import { LIMITS, type Account, type Member, type Org } from '@leadpulse/model';
import { collection, limit, query, type Firestore, type Query } from 'firebase/firestore';
import { useMemo } from 'react';
import { db } from './firebase/firestore.js';
import { useLiveDoc, useLiveQuery } from './live.js';

export interface NamedAccount {
  accountId: string;
  account: Account;
}

export interface Colleague {
  uid: string;
  name: string;
}

/** What screens need to know about the organization beyond the seat: its settings, sending accounts and people. */
export interface Directory {
  org: Org | null;
  accounts: NamedAccount[] | null; // null while they load
  colleagues: Colleague[];
  nameOf: (uid: string) => string | null;
}

function accountsQuery(firestore: Firestore, orgId: string): Query {
  return query(collection(firestore, `orgs/${orgId}/accounts`), limit(LIMITS.listPage));
}

function membersQuery(firestore: Firestore, orgId: string): Query {
  return query(collection(firestore, `orgs/${orgId}/members`), limit(LIMITS.listPage));
}

/** Read when it is wanted: the inbox waits for the first thread, so that opening it stays cheap. */
export function useDirectory(orgId: string, isWanted: boolean): Directory {
  const org = useLiveDoc<Org>(isWanted ? `orgs/${orgId}` : null);
  const accounts = useLiveQuery<Account>(isWanted ? `accounts:${orgId}` : null, () =>
    accountsQuery(db, orgId),
  );
  const members = useLiveQuery<Member>(isWanted ? `members:${orgId}` : null, () => membersQuery(db, orgId));
  return useMemo(() => {
    const seats = members.status === 'ready' ? members.data : [];
    const names = new Map(seats.map((row) => [row.id, row.data.displayName]));
    return {
      org: org.status === 'ready' ? (org.data?.data ?? null) : null,
      accounts:
        accounts.status === 'ready'
          ? accounts.data.map((row) => ({ accountId: row.id, account: row.data }))
          : null,
      colleagues: seats
        .map((row) => ({ uid: row.id, name: row.data.displayName }))
        .sort((a, b) => a.name.localeCompare(b.name)),
      nameOf: (uid: string) => names.get(uid) ?? null,
    };
  }, [org, accounts, members]);
}
