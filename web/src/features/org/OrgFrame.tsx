import { Suspense, lazy, useEffect, useMemo, useState } from 'react';
import { Navigate, Outlet, useLocation, useParams } from 'react-router';
import { rememberOrg } from '../../lib/lastOrg.js';
import { SeatContext, closedOrgOf, seatOf, useSession } from '../../lib/session.js';
import { useCounting } from '../../lib/telemetry/useCounting.js';
import { CommandCenter } from '../../ui/commands/CommandCenter.js';
import { RouteErrorBoundary } from '../../ui/RouteErrorBoundary.js';
import { LoadingState } from '../../ui/states.js';
import { useScreenFocus } from '../../ui/useScreenFocus.js';
import { NoSeat } from './NoSeat.js';
import { placeOf } from './placeOf.js';
import { Shell } from './shell/Shell.js';
import { useActiveMark } from './useActiveMark.js';
import { useOrgCommands } from './useOrgCommands.js';

/** Fetched when it is needed: its contract brings zod along, a twelfth of what the inbox loads. */
const ClosedOrg = lazy(async () => ({ default: (await import('./ClosedOrg.js')).ClosedOrg }));

/** `/o/:orgId`: the person's seat there, that the organization was deleted, or that they have no seat (any more). */
export function OrgFrame() {
  const { orgId = '' } = useParams();
  const session = useSession();
  const seat = useMemo(() => seatOf(session, orgId), [session, orgId]);
  const closed = closedOrgOf(session, orgId);
  const lostName = useLostName(orgId, seat?.name ?? closed?.name ?? null);
  useEffect(() => {
    if (seat !== null) rememberOrg(orgId);
  }, [seat, orgId]);
  if (session.profile === null) return <Navigate to="/new-organization" replace />;
  if (closed !== null) {
    return (
      <Suspense fallback={<LoadingState />}>
        <ClosedOrg key={orgId} org={closed} />
      </Suspense>
    );
  }
  if (seat === null) return <NoSeat lostName={lostName} />;
  return (
    <SeatContext value={seat}>
      <OrgScreens orgId={orgId} />
    </SeatContext>
  );
}

/** The name of the organization if the person had a seat in it a moment ago, on this very page. */
function useLostName(orgId: string, name: string | null): string | null {
  const [known, setKnown] = useState({ orgId, name });
  if (known.orgId !== orgId || (name !== null && known.name !== name)) setKnown({ orgId, name });
  return known.orgId === orgId ? known.name : null;
}

function OrgScreens({ orgId }: { orgId: string }) {
  const { pathname } = useLocation();
  const { screen, isDetail } = placeOf(pathname);
  useOrgCommands();
  useActiveMark(orgId);
  useCounting(useSession(), orgId, screen);
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
