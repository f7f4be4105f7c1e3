import type { InvoiceFacts } from '@leadpulse/model';

export const INVOICE_STATES: Record<InvoiceFacts['status'], string> = {
  draft: 'In preparation',
  open: 'To be paid',
  paid: 'Paid',
  uncollectible: 'Not collected',
  void: 'Canceled',
};

/** What it is called before Stripe gave it a number. */
export function invoiceName({ number }: Pick<InvoiceFacts, 'number'>): string {
  return number ?? 'Next invoice';
}

/** The invoice to pay first: the oldest that is open. */
export function openInvoice(invoices: readonly InvoiceFacts[]): InvoiceFacts | null {
  const open = invoices.filter(({ status, dueCents }) => status === 'open' && dueCents > 0);
  return open.sort((a, b) => a.createdMs - b.createdMs)[0] ?? null;
}

const FIELDS: Record<string, string> = {
  access: 'what the plan gives',
  subscriptions: 'the plan',
  invoices: 'the invoices',
  creditCents: 'the credit',
  customerId: 'the customer',
};

/** What a look at Stripe found; `drift` are names of fields that did not agree. */
export function checkWords(drift: readonly string[]): string {
  if (drift.length === 0) return 'Everything here agrees with Stripe.';
  const fields = new Intl.ListFormat('en').format(drift.map((field) => FIELDS[field] ?? field));
  return `Stripe had something newer about ${fields}. It is up to date now.`;
}
