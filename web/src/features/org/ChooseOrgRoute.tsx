import { Navigate } from 'react-router';
import { lastOrg } from '../../lib/lastOrg.js';
import { invitePath, pendingInvite } from '../../lib/pendingInvite.js';
import { chooseOrg, homePath } from '../../lib/redirects.js';
import { useSession } from '../../lib/session.js';

/** `/o`: on to the organization that was open last, to an invite that waits, or to making the first one. */
export function ChooseOrgRoute() {
  const { profile } = useSession();
  const orgId = chooseOrg(profile?.orgs ?? {}, lastOrg());
  if (orgId !== null) return <Navigate to={homePath(orgId)} replace />;
  const invite = pendingInvite();
  return <Navigate to={invite === null ? '/new-organization' : invitePath(invite)} replace />;
}
