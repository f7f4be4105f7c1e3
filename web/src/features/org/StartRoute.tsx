import { IconArrowRight, IconCheck } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useSeat } from '../../lib/session.js';
import { classes } from '../../ui/classes.js';
import { Page } from '../../ui/Page.js';
import { PageTitle } from '../../ui/PageTitle.js';
import { LiveProblem, LoadingState } from '../../ui/states.js';
import type { FirstStep } from './firstSteps.js';
import styles from './StartRoute.module.css';
import { useFirstSteps } from './useFirstSteps.js';

/** The way to the first answer; each step ticks itself off when it happened. */
export function StartRoute() {
  const seat = useSeat();
  const live = useFirstSteps(seat);
  if (live.status === 'loading') return <LoadingState />;
  if (live.status !== 'ready') return <LiveProblem live={live} what="the first steps" />;
  const steps = live.data;
  const next = steps.find(({ isDone, adminsOnly }) => !isDone && (!adminsOnly || seat.may('account.write')));
  const count = steps.filter(({ isDone }) => isDone).length;
  return (
    <Page
      title={next === undefined ? 'You are all set' : `Welcome to ${seat.name}`}
      lead={
        next === undefined
          ? 'Every first step is done. The inbox is where you work from here.'
          : 'A few steps to the first answer of a lead. Each ticks itself off.'
      }
    >
      <PageTitle parts={['First steps', seat.name]} />
      <p className={styles.progress}>
        <progress max={steps.length} value={count} aria-label="Steps done" />
        <span className="lp-number">
          {count} of {steps.length} done
        </span>
      </p>
      <ol className={styles.steps}>
        {steps.map((step) => (
          <Step key={step.id} step={step} isNext={step === next} />
        ))}
      </ol>
    </Page>
  );
}

function Step({ step, isNext }: { step: FirstStep; isNext: boolean }) {
  const { may } = useSeat();
  const isForOthers = step.adminsOnly && !may('account.write');
  return (
    <li
      className={classes(styles.step, step.isDone && styles.isDone, isNext && styles.isNext)}
      aria-current={isNext ? 'step' : undefined}
    >
      <span className={styles.mark} aria-hidden="true">
        {step.isDone && <IconCheck size={16} stroke={2.5} />}
      </span>
      <h2>
        {step.title}
        {step.isDone && <span className="lp-visually-hidden"> (done)</span>}
      </h2>
      {!step.isDone && <OpenStep step={step} isForOthers={isForOthers} />}
    </li>
  );
}

function OpenStep({ step, isForOthers }: { step: FirstStep; isForOthers: boolean }) {
  const { orgId } = useSeat();
  return (
    <>
      <p>
        {step.why}
        {isForOthers && ' An owner or admin does this.'}
      </p>
      {!isForOthers && (
        <Link to={`/o/${orgId}/${step.to}`} className={styles.link}>
          {step.action}
          <IconArrowRight size={16} aria-hidden="true" />
        </Link>
      )}
    </>
  );
}
