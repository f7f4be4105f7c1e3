import { Navigate } from 'react-router';
import { lastOrg } from '../../lib/lastOrg.js';
import { chooseOrg, homePath } from '../../lib/redirects.js';
import { useSession } from '../../lib/session.js';

/** `/o`: on to the organization that was open last, or to making the first one. */
export function ChooseOrgRoute() {
  const { profile } = useSession();
  const orgId = chooseOrg(profile?.orgs ?? {}, lastOrg());
  return <Navigate to={orgId === null ? '/new-organization' : homePath(orgId)} replace />;
}
