import type { User } from '@leadpulse/model';
import { useEffect, useMemo } from 'react';
import { Outlet, useLocation, useNavigate } from 'react-router';
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
  const { pathname, search } = useLocation();
  if (auth.status === 'loading') return <LoadingState />;
  if (auth.status === 'signed-out') {
    return <LedAway to={auth.byChoice ? '/sign-in' : signInPath(pathname + search)} />;
  }
  return (
    <AppProvider>
      <WithProfile person={auth.person} />
    </AppProvider>
  );
}

/** Who presses Back before the page they are led to stands has not left this one, and is led away again. */
function LedAway({ to }: { to: string }) {
  const navigate = useNavigate();
  useEffect(() => {
    const go = (): void => void navigate(to, { replace: true });
    go();
    window.addEventListener('popstate', go);
    return () => window.removeEventListener('popstate', go);
  }, [navigate, to]);
  return null;
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
