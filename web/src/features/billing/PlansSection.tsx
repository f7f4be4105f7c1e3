import { PLANS } from '@leadpulse/model';
import type { Plan } from '@leadpulse/model';
import { Button } from '@mantine/core';
import { Suspense, lazy, useState } from 'react';
import { allowanceWords } from '../../lib/allowanceWords.js';
import { useMinute } from '../../lib/clock.js';
import { money } from '../../lib/money.js';
import { useSeat } from '../../lib/session.js';
import { classes } from '../../ui/classes.js';
import { Section } from '../../ui/Page.js';
import styles from './Billing.module.css';
import { offerOf, offersNote } from './planOffers.js';
import type { PlanOffer } from './planOffers.js';
import type { BillingAtHand } from './useBilling.js';
import type { StripeDoor } from './useStripeDoor.js';

const SwitchDialog = lazy(async () => ({ default: (await import('./SwitchDialog.js')).SwitchDialog }));

/** The catalogue; choosing leads to Stripe's page, switching asks first. */
export function PlansSection({ access, subscription, door }: BillingAtHand & { door: StripeDoor }) {
  const now = useMinute();
  const [asked, setAsked] = useState<Plan | null>(null);
  return (
    <Section
      title="Plans"
      about={`Users are unlimited on every plan. ${offersNote(access, subscription, now)}`}
    >
      <ul className={styles.plans}>
        {PLANS.map((plan) => (
          <PlanCard
            key={plan.id}
            plan={plan}
            offer={offerOf(plan, access, subscription)}
            door={door}
            onSwitch={() => setAsked(plan)}
          />
        ))}
      </ul>
      {asked !== null && (
        <Suspense>
          <SwitchDialog plan={asked} from={access.planId} door={door} onClose={() => setAsked(null)} />
        </Suspense>
      )}
    </Section>
  );
}

interface CardProps {
  plan: Plan;
  offer: PlanOffer;
  door: StripeDoor;
  onSwitch: () => void;
}

function PlanCard({ plan, offer, door, onSwitch }: CardProps) {
  const { name, monthlyCents, suits, isPopular } = plan;
  const isCurrent = offer === 'current';
  return (
    <li className={classes(styles.plan, isCurrent && styles.isCurrent)}>
      <h3>
        {name}
        {isCurrent && <span className={styles.badge}>Your plan</span>}
        {isPopular && !isCurrent && <span className={styles.badge}>Most popular</span>}
      </h3>
      <p className={classes(styles.price, 'lp-number')}>
        {money(monthlyCents)} <span>a month</span>
      </p>
      <p className={styles.suits}>{suits}</p>
      <ul className={classes(styles.allowances, 'lp-number')}>
        {allowanceWords(plan.allowances).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      {offer === 'choose' && <ChooseButton plan={plan} door={door} />}
      {offer === 'switch' && (
        <Button variant="default" fullWidth onClick={onSwitch}>
          Switch to {name}
        </Button>
      )}
    </li>
  );
}

function ChooseButton({ plan: { id, name, isPopular }, door }: { plan: Plan; door: StripeDoor }) {
  const { orgId } = useSeat();
  const choose = (): void =>
    door.open(id, async () => (await import('./billingCalls.js')).startCheckout({ orgId, planId: id }));
  return (
    <Button
      variant={isPopular ? 'filled' : 'default'}
      fullWidth
      loading={door.busy === id}
      disabled={door.busy !== null}
      onClick={choose}
    >
      Choose {name}
    </Button>
  );
}
