import type { InvoiceFacts } from '@leadpulse/model';
import { expect } from 'chai';
import { checkWords, invoiceName, openInvoice } from './invoiceWords.js';

const invoice = (id: string, more: Partial<InvoiceFacts>): InvoiceFacts => ({
  ...{ id, number: id, status: 'paid', totalCents: 19_700, dueCents: 0, createdMs: 0, hostedUrl: null },
  ...more,
});

describe('the words about invoices', () => {
  it('name one that has no number yet', () => {
    expect(invoiceName({ number: 'LP-0007' })).to.equal('LP-0007');
    expect(invoiceName({ number: null })).to.equal('Next invoice');
  });

  it('find the one to pay first', () => {
    const open = { status: 'open', dueCents: 19_700 } as const;
    expect(openInvoice([])).to.equal(null);
    expect(openInvoice([invoice('a', {}), invoice('b', { status: 'open' })])).to.equal(null);
    expect(
      openInvoice([invoice('new', { ...open, createdMs: 2 }), invoice('old', { ...open, createdMs: 1 })])?.id,
    ).to.equal('old');
  });

  it('say what a look at Stripe found', () => {
    expect(checkWords([])).to.equal('Everything here agrees with Stripe.');
    expect(checkWords(['access', 'invoices'])).to.equal(
      'Stripe had something newer about what the plan gives and the invoices. It is up to date now.',
    );
    expect(checkWords(['zebra'])).to.contain('zebra');
  });
});
