import type { InvoiceFacts } from '@leadpulse/model';
import { money } from '../../lib/money.js';
import { longDate } from '../../lib/time.js';
import { Section } from '../../ui/Page.js';
import styles from './Billing.module.css';
import { INVOICE_STATES, invoiceName } from './invoiceWords.js';
import { PayLink, ViewLink } from './StripeLink.js';

/** The latest invoices; Stripe has them all, with receipts to download. */
export function InvoicesSection({ invoices }: { invoices: readonly InvoiceFacts[] }) {
  return (
    <Section title="Invoices">
      {invoices.length === 0 ? (
        <p className={styles.nothing}>No invoice yet. The first one comes with the first payment.</p>
      ) : (
        <ul className={styles.invoices} aria-label="Invoices">
          {invoices.map((invoice) => (
            <Invoice key={invoice.id} {...invoice} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function Invoice(invoice: InvoiceFacts) {
  const { status, totalCents, dueCents, createdMs } = invoice;
  const isOpen = status === 'open' && dueCents > 0;
  return (
    <li className={styles.invoice}>
      <div className="lp-number">
        <strong>{invoiceName(invoice)}</strong>
        <span>{longDate(createdMs)}</span>
      </div>
      <span className={styles.amount}>{money(totalCents)}</span>
      <span className={styles.state} data-state={status}>
        {INVOICE_STATES[status]}
      </span>
      {isOpen ? <PayLink invoice={invoice} /> : <ViewLink invoice={invoice} />}
    </li>
  );
}
