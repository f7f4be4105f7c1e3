import { Suspense, lazy, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { useSeat } from '../../../lib/session.js';
import { PageTitle } from '../../../ui/PageTitle.js';
import { OfflineBanner } from './OfflineBanner.js';
import { OrgMenu } from './OrgMenu.js';
import { PlaceLinks } from './PlaceLinks.js';
import { SearchButton } from './SearchButton.js';
import styles from './Shell.module.css';
import { UserMenu } from './UserMenu.js';
import { VerifyBanner } from './VerifyBanner.js';

const StandingBanner = lazy(async () => ({ default: (await import('./StandingBanner.js')).StandingBanner }));
const SETTLED_MS = 1500;

/** After the screen stands: what the plan has to say comes behind it, with a read of its own. */
function useSettled(): boolean {
  const [isSettled, setSettled] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), SETTLED_MS);
    return () => clearTimeout(timer);
  }, []);
  return isSettled;
}

/** A rail of places on a desktop; on a phone a bar above and one in thumb reach, both gone in a conversation. */
export function Shell({ isDetail, children }: { isDetail: boolean; children: ReactNode }) {
  const seat = useSeat();
  const isSettled = useSettled();
  return (
    <div className={styles.shell} data-detail={isDetail}>
      <PageTitle parts={[seat.name]} />
      <a href="#main" className="lp-skip">
        Skip to the content
      </a>
      <div className={styles.banners}>
        <OfflineBanner />
        <VerifyBanner />
        <Suspense>{isSettled && <StandingBanner />}</Suspense>
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
    </div>
  );
}
