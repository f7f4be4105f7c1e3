import { Suspense, useEffect, useMemo } from 'react';
import { Navigate, Outlet, useLocation, useParams } from 'react-router';
import { rememberOrg } from '../../lib/lastOrg.js';
import { SeatContext, seatOf, useSession } from '../../lib/session.js';
import { CommandCenter } from '../../ui/commands/CommandCenter.js';
import { RouteErrorBoundary } from '../../ui/RouteErrorBoundary.js';
import { LoadingState } from '../../ui/states.js';
import { useScreenFocus } from '../../ui/useScreenFocus.js';
import { NoSeat } from './NoSeat.js';
import { placeOf } from './placeOf.js';
import { Shell } from './shell/Shell.js';
import { useOrgCommands } from './useOrgCommands.js';

/** `/o/:orgId`: the person's seat there, or that they have none. */
export function OrgFrame() {
  const { orgId = '' } = useParams();
  const session = useSession();
  const seat = useMemo(() => seatOf(session, orgId), [session, orgId]);
  useEffect(() => {
    if (seat !== null) rememberOrg(orgId);
  }, [seat, orgId]);
  if (session.profile === null) return <Navigate to="/new-organization" replace />;
  if (seat === null) return <NoSeat />;
  return (
    <SeatContext value={seat}>
      <OrgScreens orgId={orgId} />
    </SeatContext>
  );
}

function OrgScreens({ orgId }: { orgId: string }) {
  const { pathname } = useLocation();
  const { screen, isDetail } = placeOf(pathname);
  useOrgCommands();
  useScreenFocus(screen);
  if (screen === '') return <Navigate to={`/o/${orgId}/inbox`} replace />;
  return (
    <Shell isDetail={isDetail}>
      <RouteErrorBoundary place={screen}>
        <Suspense fallback={<LoadingState />}>
          <Outlet />
        </Suspense>
      </RouteErrorBoundary>
      <CommandCenter />
    </Shell>
  );
}
