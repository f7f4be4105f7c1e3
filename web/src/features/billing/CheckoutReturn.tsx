import { planOf } from '@leadpulse/model';
import { Alert, Loader } from '@mantine/core';
import { IconCheck, IconInfoCircle } from '@tabler/icons-react';
import { useSearchParams } from 'react-router';
import type { BillingAtHand } from './useBilling.js';

/** Back from Stripe's page: whether anything was bought is Stripe's word, never the address's. */
export function CheckoutReturn(atHand: BillingAtHand) {
  const [params, setParams] = useSearchParams();
  const outcome = params.get('checkout');
  const close = (): void => setParams({}, { replace: true });
  return <div role="status">{outcome !== null && notice(outcome, atHand, close)}</div>;
}

function notice(outcome: string, { access, subscription }: BillingAtHand, close: () => void) {
  const closing = { withCloseButton: true, closeButtonLabel: 'Close message', onClose: close, mb: 'md' };
  if (outcome !== 'done') {
    return (
      <Alert {...closing} color="gray" variant="light" icon={<IconInfoCircle />} title="Nothing was bought">
        You left Stripe’s page before paying. You can choose a plan whenever you like.
      </Alert>
    );
  }
  if (subscription === null) {
    return (
      <Alert
        {...closing}
        color="pulse"
        variant="light"
        icon={<Loader size={18} />}
        title="Waiting for Stripe’s word"
      >
        Your plan shows here as soon as Stripe tells us, mostly within seconds. If it takes longer, check with
        Stripe at the end of this page; nothing is charged twice.
      </Alert>
    );
  }
  const isWell = access.status === 'active' || access.status === 'trialing';
  const plan = planOf(access.planId);
  if (plan === null || !isWell || access.cancelAtPeriodEnd) return null; // much has happened since
  return (
    <Alert
      {...closing}
      color="green"
      variant="light"
      icon={<IconCheck />}
      title={`Thank you. ${plan.name} is yours.`}
    >
      It works at once, for everybody in your organization.
    </Alert>
  );
}
