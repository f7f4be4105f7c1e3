import type { Account, Contact, Org } from '@leadpulse/model';
import { collection, limit, query, where } from 'firebase/firestore';
import { db } from '../../lib/firebase/firestore.js';
import type { Live } from '../../lib/live.js';
import { useLiveDoc, useLiveQuery } from '../../lib/live.js';
import type { Seat } from '../../lib/session.js';
import { firstSteps } from './firstSteps.js';
import type { FirstStep } from './firstSteps.js';

const ENOUGH = 20; // a few leads tell whether the first steps are done

export function useFirstSteps({ orgId, uid, sees }: Seat): Live<FirstStep[]> {
  const path = `orgs/${orgId}`;
  const own = sees === 'assigned' ? [where('assigneeUid', '==', uid)] : [];
  const org = useLiveDoc<Org>(path);
  const accounts = useLiveQuery<Account>(`${path}/accounts`, () =>
    query(collection(db, path, 'accounts'), limit(100)),
  );
  const contacts = useLiveQuery<Contact>(`${path}/contacts first ${sees}`, () =>
    query(collection(db, path, 'contacts'), ...own, limit(ENOUGH)),
  );
  for (const live of [org, accounts, contacts]) if (live.status !== 'ready') return live;
  if (org.status !== 'ready' || accounts.status !== 'ready' || contacts.status !== 'ready')
    return { status: 'loading' };
  if (org.data === null) return { status: 'denied' };
  return {
    status: 'ready',
    data: firstSteps({
      org: org.data.data,
      accounts: accounts.data.map(({ data }) => data),
      contacts: contacts.data.map(({ id, data }) => ({ contactId: id, contact: data })),
    }),
  };
}
