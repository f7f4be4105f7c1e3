import type { GateAnswer } from '@leadpulse/model';
import { IconClock, IconLock } from '@tabler/icons-react';
import { useMinute } from '../../lib/clock.js';
import { aheadText } from './aheadText.js';
import styles from './Composer.module.css';

/** Said before it is sent: that it will be held back, or when it will go out, and why. */
export function GateNotice({ id, gate }: { id: string; gate: GateAnswer | null }) {
  const now = useMinute();
  const isSaid = gate !== null && gate.outcome !== 'send';
  const Icon = gate?.outcome === 'block' ? IconLock : IconClock;
  return (
    <div id={id} aria-live="polite">
      {isSaid && (
        <p className={styles.notice} data-outcome={gate.outcome}>
          <Icon size={16} stroke={1.8} aria-hidden="true" />
          <span>
            {gate.outcome === 'later' && <b>Goes out {aheadText(gate.atMs, now)}. </b>}
            {gate.reasons.map((reason) => reason.text).join(' ')}
          </span>
        </p>
      )}
    </div>
  );
}
