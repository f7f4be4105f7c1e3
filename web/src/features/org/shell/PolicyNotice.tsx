import { hasGoneOn, isPolicyNews } from '@leadpulse/model';
import type { User } from '@leadpulse/model';
import { POLICY_VERSION } from '@leadpulse/policy';
import { differenceOf } from '@leadpulse/policy/difference';
import { CURRENT_POLICY, policyOf } from '@leadpulse/policy/versions';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { wordsOf } from '../../../lib/call.js';
import { policyDay } from '../../../lib/policyDay.js';
import { useSeat, useSession } from '../../../lib/session.js';
import styles from './PolicyNotice.module.css';
import { tellPolicyStep } from './policySteps.js';

/** What changed in the policy, to everybody who accepted an earlier one; gone once it is accepted and that was said. */
export function PolicyNotice() {
  const { profile } = useSession();
  const [isClosed, setClosed] = useState(false);
  const [before] = useState(profile?.acceptedPolicy.version ?? '');
  const problem = useSteps(profile);
  if (profile === null || isClosed) return null;
  const isNews = isPolicyNews(profile, POLICY_VERSION);
  return (
    <section className={styles.notice} aria-label="News of the privacy policy">
      {isNews ? (
        <News before={before} />
      ) : (
        <Recorded at={profile.acceptedPolicy.at.toMillis()} onClose={() => setClosed(true)} />
      )}
      <div role="alert">{problem !== null && isNews && <p className={styles.problem}>{problem}</p>}</div>
    </section>
  );
}

/** Tells once that the notice is on the screen, or that the person went on a day after it was. */
function useSteps(profile: User | null): string | null {
  const [problem, setProblem] = useState<string | null>(null);
  const isTold = useRef(false);
  useEffect(() => {
    if (profile === null || isTold.current || !isPolicyNews(profile, POLICY_VERSION)) return;
    isTold.current = true;
    const isSeen = profile.seenPolicy?.version === POLICY_VERSION;
    const goesOn = hasGoneOn(profile, POLICY_VERSION, Date.now());
    if (isSeen && !goesOn) return;
    tellPolicyStep(goesOn ? 'went-on' : 'seen').catch((error: unknown) => setProblem(wordsOf(error)));
  }, [profile]);
  return problem;
}

function News({ before }: { before: string }) {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const accept = (): void => {
    setBusy(true);
    setProblem(null);
    tellPolicyStep('accepted')
      .catch((error: unknown) => setProblem(wordsOf(error)))
      .finally(() => setBusy(false));
  };
  return (
    <>
      <div>
        <h2>A new privacy policy is in force since {policyDay(POLICY_VERSION)}</h2>
        <p className={styles.summary}>{CURRENT_POLICY.summary}</p>
        <p className={styles.how}>
          {changeWords(before)} You accept it with this button, or by going on: when you open LeadPulse a day
          or more after now.
        </p>
        <div role="alert">{problem !== null && <p className={styles.problem}>{problem}</p>}</div>
      </div>
      <div className={styles.ways}>
        <Link to={`/privacy?since=${before}#what-changed`}>See what changed</Link>
        <button type="button" onClick={accept} disabled={isBusy} aria-busy={isBusy}>
          {isBusy ? 'Accepting…' : 'Accept and go on'}
        </button>
      </div>
    </>
  );
}

/** “8 clauses are new, 3 changed.”; nothing where the version before is not known any more. */
function changeWords(before: string): string {
  const earlier = policyOf(before);
  if (earlier === null) return '';
  const { added, changed, removed } = differenceOf(earlier, CURRENT_POLICY);
  const told = [
    [added.length, 'new'],
    [changed.length, 'changed'],
    [removed.length, 'gone'],
  ] as const;
  const words = told.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return `Clauses: ${words.join(', ')}.`;
}

function Recorded({ at, onClose }: { at: number; onClose: () => void }) {
  const { orgId } = useSeat();
  const when = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeStyle: 'short' }).format(at);
  return (
    <>
      <p role="status">
        That you accepted the privacy policy of {policyDay(POLICY_VERSION)} is on record since {when}.
      </p>
      <div className={styles.ways}>
        <Link to={`/o/${orgId}/privacy`}>See the record</Link>
        <button type="button" onClick={onClose}>
          Close
        </button>
      </div>
    </>
  );
}
