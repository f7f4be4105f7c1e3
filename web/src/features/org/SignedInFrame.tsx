import type { User } from '@leadpulse/model';
import { useMemo } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { useAuthState } from '../../lib/authState.js';
import type { Person } from '../../lib/authState.js';
import { useLiveDoc } from '../../lib/live.js';
import { signInPath } from '../../lib/redirects.js';
import { SessionContext } from '../../lib/session.js';
import { AppProvider } from '../../ui/AppProvider.js';
import { LiveProblem, LoadingState } from '../../ui/states.js';

/** Behind the sign-in: who the person is, live, and Mantine around everything. */
export function SignedInFrame() {
  const auth = useAuthState();
  const { key, pathname, search } = useLocation();
  if (auth.status === 'loading') return <LoadingState />;
  if (auth.status === 'signed-out') {
    const to = auth.byChoice ? '/sign-in' : signInPath(pathname + search);
    // keyed: who presses Back before the sign-in page stands has not left this one, and is to be led away again
    return <Navigate key={key} to={to} replace />;
  }
  return (
    <AppProvider>
      <WithProfile person={auth.person} />
    </AppProvider>
  );
}

function WithProfile({ person }: { person: Person }) {
  const live = useLiveDoc<User>(`users/${person.uid}`);
  const profile = live.status === 'ready' ? (live.data?.data ?? null) : null;
  const session = useMemo(() => ({ person, profile }), [person, profile]);
  if (live.status === 'loading') return <LoadingState />;
  if (live.status !== 'ready') return <LiveProblem live={live} what="your account" />;
  return (
    <SessionContext value={session}>
      <Outlet />
    </SessionContext>
  );
}
