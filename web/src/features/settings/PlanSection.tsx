import type { Org } from '@leadpulse/model';
import { Link } from 'react-router';
import { useMinute } from '../../lib/clock.js';
import { useSeat } from '../../lib/session.js';
import { planWords } from '../../lib/standingWords.js';
import { Section } from '../../ui/Page.js';

/** Where the plan stands; an owner goes on from here. */
export function PlanSection({ access }: { access: Org['access'] }) {
  const { orgId, may } = useSeat();
  const { is, next } = planWords(access, useMinute());
  return (
    <Section title="Plan" about={`${is} ${next}`.trim()}>
      {may('billing.write') ? (
        <Link to={`/o/${orgId}/billing`}>Open billing</Link>
      ) : (
        <p>An owner can choose, switch or cancel the plan.</p>
      )}
    </Section>
  );
}
