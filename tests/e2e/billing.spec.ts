import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { adminDb } from '../../local/worldClient.js';
import {
  askPastTheScreen,
  buyGrowth,
  centsOf,
  comesTo,
  customerOf,
  dayOf,
  invoiceRow,
  leaveUnpaid,
  newestInvoice,
  openBilling,
  orgAfterTrial,
  payAtCheckout,
  standing,
  stripe,
} from './billingScreen.js';
import { bubble, composer, field, openThread, sendButton, write } from './inboxScreen.js';
import type { Practice } from './people.js';
import { addLead, foundPractice, phoneOf, signIn, takeSeat, unique } from './people.js';
import { holds, misses, sees } from './sights.js';
import type { Visitor } from './stage.js';
import { stage } from './stage.js';

const GRACE_S = 7 * 24 * 60 * 60;
const GROWTH = 'Growth, $197.00 a month.';
const OVERDUE = 'Growth is paused: its payment is overdue.';

describe('the plan and what is paid for it [P2]', function () {
  this.timeout(240_000);
  const { visitor } = stage();
  let first: Practice;
  let owner: Visitor;

  before(async () => {
    first = await foundPractice(`Trial ${unique()}`);
    owner = await visitor();
    await signIn(owner.page, first.owner);
  });
  after(() => first.client.close());

  /** One more organization that pays for Growth since this moment, with a lead. */
  async function paying(name: string): Promise<{ org: Practice; customer: string; contactId: string }> {
    const org = await orgAfterTrial(first, `${name} ${unique()}`);
    const customer = await buyGrowth(org);
    const contactId = await addLead(org, { name: 'Lena Horn', phones: [phoneOf('05')] });
    return { org, customer, contactId };
  }

  it('is chosen in the trial, leaves its days free, and is charged when they are over', async () => {
    const { page } = owner;
    const { orgId } = first;
    await openBilling(page, orgId);
    await sees(standing(page).getByText('Free trial: 14 days left.'));
    const trialEnd = await trialEndOf(orgId);
    await page.getByRole('button', { name: 'Choose Growth' }).click();
    await sees(page.getByText('14 days free, then $197.00 a month'));
    await payAtCheckout(page, 'Start the trial');
    await comesTo(orgId, 'trialing');
    await sees(
      page.getByText('Thank you. Growth is yours.'),
      standing(page).getByText('Growth, free trial: 14 days left.'),
      standing(page).getByText(`The first payment of $197.00 is on ${dayOf(trialEnd)}.`),
    );
    expect(await trialEndOf(orgId)).to.equal(trialEnd);
    const customer = await customerOf(orgId);
    expect((await stripe().customerState(customer)).charges).to.deep.equal([]);

    await stripe().advance({ nextBilling: true, customer });
    await comesTo(orgId, 'active');
    const invoice = await newestInvoice(customer);
    expect(invoice).to.include({ status: 'paid', amount_paid: 19_700, created: trialEnd });
    await sees(standing(page).getByText(GROWTH), invoiceRow(page, invoice).getByText('$197.00'));
    await sees(invoiceRow(page, invoice).getByText('Paid'));
  });

  it('is switched for exactly what is said to be due now', async () => {
    const { page } = owner;
    const { org, customer } = await paying('Switch');
    await stripe().advance({ days: 10, customer });
    await openBilling(page, org.orgId);
    await page.getByRole('button', { name: 'Switch to Scale' }).click();
    const dialog = page.getByRole('dialog', { name: 'Switch to Scale?' });
    const due = await dialog
      .getByRole('row', { name: /^Due now/ })
      .getByRole('cell')
      .innerText();
    await dialog.getByRole('button', { name: 'Switch to Scale' }).click();
    await sees(page.getByText('You are on Scale now.'));
    await misses(dialog);
    const invoice = await newestInvoice(customer);
    const cents = centsOf(due);
    expect(cents).to.be.within(1, 19_999);
    expect(invoice).to.include({ billing_reason: 'subscription_update', total: cents, amount_paid: cents });
    await sees(standing(page).getByText('Scale, $397.00 a month.'));
    await sees(invoiceRow(page, invoice).getByText(due, { exact: true }));
    await sees(invoiceRow(page, invoice).getByText('Paid'));
  });

  it('stops sending only after the grace of a failed payment, until it is paid', async () => {
    const { page } = owner;
    const { org, customer, contactId } = await paying('Late');
    const { orgId } = org;
    await stripe().setCard(customer, 'declined');
    await stripe().advance({ nextBilling: true, customer });
    await comesTo(orgId, 'past_due');
    const invoice = await newestInvoice(customer);
    const stops = `Sending stops on ${dayOf(invoice.created + GRACE_S)} unless it is paid.`;
    await openBilling(page, orgId);
    await sees(standing(page).getByText(`${GROWTH} The payment of ${dayOf(invoice.created)} failed.`));
    await sees(standing(page).getByText(stops), invoiceRow(page, invoice).getByText('To be paid'));
    await openThread(page, orgId, contactId);
    const banner = page.getByRole('status').filter({ hasText: stops });
    await sees(banner.getByRole('link', { name: 'Pay the invoice' }));
    await write(page, 'Shall we meet on Monday?');
    await sees(bubble(page, 'Shall we meet on Monday?').getByText(/^(Sent|Delivered) /));

    await stripe().advance({ days: 8, customer });
    await comesTo(orgId, 'paused');
    await isBlocked(page, 'Or rather on Tuesday?', /^A payment has failed .* Pay the open invoice/);
    expect(await askPastTheScreen(org, contactId, 'Past the screen')).to.equal('permission-denied');
    expect(await asked(orgId, contactId)).to.deep.equal(['Shall we meet on Monday?']);

    await composer(page).getByRole('link', { name: 'Open billing' }).click();
    await sees(standing(page).getByText(OVERDUE));
    await payInPortal(page, invoice.number ?? '');
    await comesTo(orgId, 'active');
    await sees(standing(page).getByText(GROWTH), invoiceRow(page, invoice).getByText('Paid'));
    await sendsDraft(page, org, contactId, 'Or rather on Tuesday?');
    expect(await askPastTheScreen(org, contactId, 'Past the screen')).to.equal('accepted');
  });

  it('is canceled, kept, canceled again and over, and is back as soon as one is chosen', async () => {
    const { page } = owner;
    const { org, customer, contactId } = await paying('Leaving');
    const { orgId } = org;
    const end = dayOf(await periodEndOf(orgId));
    await openBilling(page, orgId);
    await cancel(page);
    await sees(standing(page).getByText(`Growth is canceled and works until ${end}.`));
    await page.getByRole('button', { name: 'Keep my plan' }).click();
    await sees(standing(page).getByText(`Renews on ${end}.`));
    await cancel(page);
    await sees(page.getByRole('button', { name: 'Keep my plan' }));

    await stripe().advance({ nextBilling: true, customer });
    await comesTo(orgId, 'canceled');
    await sees(standing(page).getByText('Growth has ended.'));
    await openThread(page, orgId, contactId);
    await isBlocked(page, 'Are you still looking?', /^The subscription has ended, so nothing is sent\./);
    await composer(page).getByRole('link', { name: 'Open billing' }).click();
    await page.getByRole('button', { name: 'Choose Growth' }).click();
    await payAtCheckout(page, 'Pay $197.00 and subscribe');
    await comesTo(orgId, 'active');
    await sees(page.getByText('Thank you. Growth is yours.'), standing(page).getByText(GROWTH));
    await sendsDraft(page, org, contactId, 'Are you still looking?');
  });

  it('tells an admin where it stands, an agent whom to ask, and neither what was paid', async () => {
    const { org, customer, contactId } = await paying('Others');
    await leaveUnpaid(org.orgId, customer);
    const [ada, ben] = [await visitor(), await visitor()];
    await signIn(ada.page, await takeSeat(org, 'Ada Byron', 'admin'));
    await openBilling(ada.page, org.orgId);
    await sees(standing(ada.page).getByText(OVERDUE));
    await sees(ada.page.getByRole('meter', { name: 'Contacts' }));
    await sees(ada.page.getByRole('link', { name: 'See who is an owner' }));
    expect(await ada.page.getByRole('heading', { level: 2 }).allInnerTexts()).to.deep.equal([
      'Where you stand',
      'What you use',
    ]);
    expect(await ada.page.getByText('$').count()).to.equal(0);

    await signIn(ben.page, await takeSeat(org, 'Ben Okri', 'agent'));
    await ben.page.goto(`/o/${org.orgId}/billing`);
    await sees(ben.page.getByRole('heading', { name: 'Billing is for owners' }));
    await openThread(ben.page, org.orgId, contactId);
    await sees(composer(ben.page).getByText(/Pay the open invoice to send again\. Ask an owner\.$/));
    await sees(ben.page.getByRole('status').getByText('Ask an owner to pay the invoice.'));
    for (const { page } of [ada, ben]) {
      expect(await page.locator('a[href$="/billing"]').count(), 'ways to billing').to.equal(0);
    }
  });
});

/** When the trial ends, as the organization has it, in Stripe's seconds. */
async function trialEndOf(orgId: string): Promise<number> {
  const org = await adminDb().doc(`orgs/${orgId}`).get();
  return Math.floor((org.get('access.trialEndsAt') as { toMillis: () => number }).toMillis() / 1000);
}

async function periodEndOf(orgId: string): Promise<number> {
  const org = await adminDb().doc(`orgs/${orgId}`).get();
  return (org.get('access.currentPeriodEnd') as { seconds: number }).seconds;
}

/** The texts that were asked for in a thread. */
async function asked(orgId: string, contactId: string): Promise<unknown[]> {
  const { docs } = await adminDb().collection(`orgs/${orgId}/contacts/${contactId}/messages`).get();
  return docs.map((doc) => doc.get('body') as unknown);
}

/** What is written cannot be sent; why, and the way out, stand below it. */
async function isBlocked(page: Page, words: string, why: RegExp): Promise<void> {
  await sees(composer(page).getByText(why), composer(page).getByRole('link', { name: 'Open billing' }));
  await field(page).fill(words);
  expect(await sendButton(page).isDisabled()).to.equal(true);
  await field(page).press('Control+Enter');
  await holds(field(page), words);
}

/** What could not be sent before still stands in the thread, and goes out. */
async function sendsDraft(page: Page, { orgId }: Practice, contactId: string, words: string): Promise<void> {
  await openThread(page, orgId, contactId);
  await holds(field(page), words);
  await sendButton(page).click();
  await sees(bubble(page, words).getByText(/^(Sent|Delivered) /));
}

async function payInPortal(page: Page, number: string): Promise<void> {
  await page.getByRole('button', { name: 'Change card or tax details, opens Stripe' }).click();
  await page.getByRole('radio', { name: /^Test card ending in 4242/ }).check();
  await page.getByRole('button', { name: 'Use this card' }).click();
  await sees(page.getByText('Pays with the test card ending in 4242.'));
  const pay = page.getByRole('button', { name: `Pay $197.00 of invoice ${number}` });
  await pay.click();
  await misses(pay);
  await page.getByRole('link', { name: 'Back to LeadPulse' }).click();
}

async function cancel(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Cancel plan' }).click();
  const dialog = page.getByRole('dialog', { name: 'Cancel Growth?' });
  await dialog.getByRole('button', { name: 'Cancel plan' }).click();
  await misses(dialog);
}
