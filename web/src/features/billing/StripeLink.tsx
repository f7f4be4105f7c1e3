import type { InvoiceFacts } from '@leadpulse/model';
import { Button } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { OWN_TAB } from '../../ui/ownTab.js';
import { invoiceName } from './invoiceWords.js';
import { stripePage } from './leaveTo.js';

interface Props {
  invoice: InvoiceFacts;
}

/** Stripe's page of an invoice, in a tab of its own; it says so before it is pressed. */
export function PayLink({ invoice }: Props) {
  return <StripeLink invoice={invoice} does="Pay now" variant="filled" />;
}

export function ViewLink({ invoice }: Props) {
  return <StripeLink invoice={invoice} does="View" variant="default" />;
}

function StripeLink({ invoice, does, variant }: Props & { does: string; variant: 'filled' | 'default' }) {
  const url = stripePage(invoice.hostedUrl);
  if (url === null) return null;
  return (
    <Button
      component="a"
      href={url}
      {...OWN_TAB}
      variant={variant}
      rightSection={<IconExternalLink size={16} aria-hidden="true" />}
      title="Opens Stripe in a new tab"
      aria-label={`${does}: invoice ${invoiceName(invoice)}, opens Stripe`}
    >
      {does}
    </Button>
  );
}
