import type { GateAnswer } from '@leadpulse/model';
import { IconClock, IconLock } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useMinute } from '../../lib/clock.js';
import { useSeat } from '../../lib/session.js';
import { ExternalLink } from '../../ui/ExternalLink.js';
import { aheadText } from './aheadText.js';
import styles from './Composer.module.css';

/** The send gate's reasons that only an owner can do something about. */
const OF_THE_PLAN = ['org-canceled', 'org-paused', 'trial-ended', 'payment-overdue', 'allowance-used-up'];

const GOOGLE_VOICE = 'https://voice.google.com/messages';

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
            {gate.reasons.some(({ code }) => OF_THE_PLAN.includes(code)) && <BillingWay />}
            {gate.reasons.some(({ code }) => code === 'voice-answers-only') && <VoiceWay />}
          </span>
        </p>
      )}
    </div>
  );
}

function VoiceWay() {
  return (
    <>
      {' '}
      <ExternalLink href={GOOGLE_VOICE}>Open Google Voice</ExternalLink>
    </>
  );
}

function BillingWay() {
  const { orgId, may } = useSeat();
  return may('billing.write') ? (
    <>
      {' '}
      <Link to={`/o/${orgId}/billing`}>Open billing</Link>
    </>
  ) : (
    <> Ask an owner.</>
  );
}
