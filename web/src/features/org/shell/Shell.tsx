import { POLICY_VERSION } from '@leadpulse/policy';
import { Suspense, lazy, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { matchPath, useLocation } from 'react-router';
import { useSeat, useSession } from '../../../lib/session.js';
import { isToBeAsked } from '../../../lib/telemetry/whyOff.js';
import { PageTitle } from '../../../ui/PageTitle.js';
import { OfflineBanner } from './OfflineBanner.js';
import { OrgMenu } from './OrgMenu.js';
import { PlaceLinks } from './PlaceLinks.js';
import { SearchButton } from './SearchButton.js';
import styles from './Shell.module.css';
import { UserMenu } from './UserMenu.js';
import { VerifyBanner } from './VerifyBanner.js';

const StandingBanner = lazy(async () => ({ default: (await import('./StandingBanner.js')).StandingBanner }));
const StorageBanner = lazy(async () => ({ default: (await import('./StorageBanner.js')).StorageBanner }));
const PolicyNotice = lazy(async () => ({ default: (await import('./PolicyNotice.js')).PolicyNotice }));
const SETTLED_MS = 1500;

/** Whether the policy in force is, or was on this visit, news to the person; days order as their names do. */
function useHasNews(): boolean {
  const { profile } = useSession();
  const isNews = profile !== null && profile.acceptedPolicy.version < POLICY_VERSION;
  const [wasNews, setWasNews] = useState(isNews);
  if (isNews && !wasNews) setWasNews(true);
  return wasNews;
}

/**
 * Whether what the plan has to say may come: after the screen stands, since it costs a read of its own, and not while a bare
 * list of conversations opens, the screen that is opened most; a thread reads the organization anyway.
 */
function useRoomForStanding(orgId: string): boolean {
  const { pathname } = useLocation();
  const [hasRoom, setRoom] = useState(false);
  const isList = matchPath(`/o/${orgId}/inbox/:queue?`, pathname) !== null;
  useEffect(() => {
    if (isList) return undefined;
    const timer = setTimeout(() => setRoom(true), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [isList]);
  return hasRoom;
}

/** Whether the question of what the browser may keep is open, and the screen does not ask it itself. */
function useIsAsked(orgId: string): boolean {
  const { pathname } = useLocation();
  const isOpen = isToBeAsked(useSession().profile?.preferences, navigator);
  return isOpen && matchPath(`/o/${orgId}/privacy/*`, pathname) === null;
}

/** A rail of places on a desktop; on a phone a bar above and one in thumb reach, both gone in a conversation. */
export function Shell({ isDetail, children }: { isDetail: boolean; children: ReactNode }) {
  const seat = useSeat();
  const hasRoom = useRoomForStanding(seat.orgId);
  const isAsked = useIsAsked(seat.orgId);
  const hasNews = useHasNews();
  return (
    <div className={styles.shell} data-detail={isDetail}>
      <PageTitle parts={[seat.name]} />
      <a href="#main" className="lp-skip">
        Skip to the content
      </a>
      <div className={styles.banners}>
        <OfflineBanner />
        <VerifyBanner />
        <Suspense>{hasNews && <PolicyNotice />}</Suspense>
        <Suspense>{hasRoom && <StandingBanner />}</Suspense>
      </div>
      <nav className={styles.rail} aria-label="Main">
        <OrgMenu />
        <PlaceLinks />
        <div className={styles.tools}>
          <SearchButton />
          <UserMenu />
        </div>
      </nav>
      <main id="main" tabIndex={-1} className={styles.main}>
        {children}
      </main>
      <div className={styles.question}>
        <Suspense>{isAsked && <StorageBanner />}</Suspense>
      </div>
    </div>
  );
}
