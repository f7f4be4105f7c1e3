import { Navigate } from 'react-router';
import { useAuthState } from '../../lib/authState.js';
import { lastOrg } from '../../lib/lastOrg.js';
import { homePath } from '../../lib/redirects.js';
import { LoadingState } from '../../ui/states.js';
import { Landing } from './Landing.js';

/** Signed-in people go to their inbox; who was here before does not see the landing page flash by. */
export function HomeRoute() {
  const auth = useAuthState();
  const orgId = lastOrg();
  if (auth.status === 'signed-in') return <Navigate to={homePath(orgId)} replace />;
  if (auth.status === 'loading' && orgId !== null) return <LoadingState />;
  return <Landing />;
}
