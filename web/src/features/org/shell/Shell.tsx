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

/** A rail of places on a desktop; on a phone a bar above and one in thumb reach, both gone in a conversation. */
export function Shell({ isDetail, children }: { isDetail: boolean; children: ReactNode }) {
  const seat = useSeat();
  return (
    <div className={styles.shell} data-detail={isDetail}>
      <PageTitle parts={[seat.name]} />
      <a href="#main" className="lp-skip">
        Skip to the content
      </a>
      <div className={styles.banners}>
        <OfflineBanner />
        <VerifyBanner />
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
