import type { Org } from '@leadpulse/model';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import { useMinute } from '../../../lib/clock.js';
import { useLiveDoc } from '../../../lib/live.js';
import { isPutOff, putOff } from '../../../lib/putOff.js';
import { useSeat } from '../../../lib/session.js';
import { WAY_WORDS, standingWords } from '../../../lib/standingWords.js';
import type { StandingWords, Way } from '../../../lib/standingWords.js';
import { classes } from '../../../ui/classes.js';
import styles from './Shell.module.css';

type About = StandingWords['about'];

/** What is only announced can be put away for a day; what already stops messages cannot. */
const CAN_WAIT: readonly About[] = ['trial', 'ending', 'near'];
const STOPS: readonly About[] = ['stopped', 'used-up'];

/** What the plan or the month's messages stop, or soon will; the most serious thing only. */
export function StandingBanner() {
  const standing = useStanding();
  const [, setPutOff] = useState('');
  const { orgId } = useSeat();
  const now = useMinute();
  if (standing === null) return null;
  const { about, words, way } = standing;
  const notice = `${orgId} ${about}`;
  const canWait = CAN_WAIT.includes(about);
  if (canWait && isPutOff(notice, now)) return null;
  const close = (): void => {
    putOff(notice, now);
    setPutOff(notice);
  };
  return (
    <div className={classes(styles.banner, STOPS.includes(about) && styles.isStop)} role="status">
      <span>{words}</span>
      {way !== null && <WayOut way={way} />}
      {canWait && <CloseButton onClick={close} />}
    </div>
  );
}

/** Null on the billing screen too: it says all of it itself. */
function useStanding(): StandingWords | null {
  const { orgId } = useSeat();
  const { pathname } = useLocation();
  const now = useMinute();
  const live = useLiveDoc<Org>(`orgs/${orgId}`);
  const org = live.status === 'ready' ? live.data?.data : undefined;
  if (org === undefined || pathname === `/o/${orgId}/billing`) return null;
  return standingWords(org.access, org.monthlyUse, now);
}

/** To the billing screen for who can do something there. */
function WayOut({ way }: { way: Way }) {
  const { orgId, may } = useSeat();
  const { own, others } = WAY_WORDS[way];
  return may('billing.write') ? <Link to={`/o/${orgId}/billing`}>{own}</Link> : <span>{others}</span>;
}

function CloseButton({ onClick }: { onClick: () => void }) {
  const label = 'Put away until tomorrow';
  return (
    <button type="button" className={styles.bannerClose} onClick={onClick} aria-label={label} title={label}>
      <IconX size={16} aria-hidden="true" />
    </button>
  );
}
