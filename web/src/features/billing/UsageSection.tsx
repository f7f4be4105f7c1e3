import type { UsageCounts } from '@leadpulse/model';
import { planOf } from '@leadpulse/model';
import { Button } from '@mantine/core';
import { useSeat } from '../../lib/session.js';
import { Section } from '../../ui/Page.js';
import { LoadingState } from '../../ui/states.js';
import styles from './Billing.module.css';
import { useAnswer } from './useAnswer.js';
import { linesOf, usedOf } from './usageWords.js';
import type { UseLine } from './usageWords.js';

/** How much of the plan is used, counted when the screen opens, and what happens at the end of each allowance. */
export function UsageSection({ planId }: { planId: string | null }) {
  const { orgId } = useSeat();
  const { answer, again } = useAnswer<UsageCounts>(orgId, async () =>
    (await import('./billingCalls.js')).countUsage(orgId),
  );
  const name = planOf(planId)?.name;
  return (
    <Section
      title="What you use"
      about={name === undefined ? 'Of what the trial allows.' : `Of what ${name} allows.`}
    >
      {answer.status === 'loading' && <LoadingState label="Counting what is used" />}
      {answer.status === 'failed' && (
        <div role="alert" className={styles.problem}>
          <p>What you use was not counted. {answer.words}</p>
          <Button variant="default" size="xs" mt="xs" onClick={again}>
            Count again
          </Button>
        </div>
      )}
      {answer.status === 'ready' && (
        <ul className={styles.uses}>
          {linesOf(answer.data, planId).map((line) => (
            <Line key={line.what} {...line} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function Line(line: UseLine) {
  const { what, label, used, allowed, share, level, words } = line;
  return (
    <li className={styles.use} data-level={level}>
      <p className={styles.useHead}>
        <span id={`use-${what}`}>{label}</span>
        <span className="lp-number">{usedOf(line)}</span>
      </p>
      <div
        className={styles.bar}
        role="meter"
        aria-labelledby={`use-${what}`}
        aria-valuemin={0}
        aria-valuemax={allowed}
        aria-valuenow={Math.min(used, allowed)}
        aria-valuetext={usedOf(line)}
      >
        {used > 0 && <span style={{ width: `${share * 100}%` }} />}
      </div>
      <p className={styles.useWords}>{words}</p>
    </li>
  );
}
