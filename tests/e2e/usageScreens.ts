import type { Page } from 'playwright-core';
import { dayOf } from '@leadpulse/model';
import type { ScreenToSee } from './screenList.js';
import { sees } from './sights.js';
import { UID_HERE } from './storageScreens.js';

/** Runs in the page: leaves an outbox there as the signed-in person's, as their own counting would. */
const LEAVE_OUTBOX = `(async () => {
  const uid = await ${UID_HERE};
  const [orgId, day, at] = [location.pathname.split('/')[2], '${dayOf(Date.now())}', Date.now() - 3600000];
  const counts = { 'inbox.open': 3, 'message.sendText': 12, 'conversation.open': 31, 'note.add': 2 };
  const sent = (outcome, slot) => ({
    orgId, batchId: String(slot % 10).repeat(64), at, outcome, document: { day, slot, browser: 'chrome', counts },
  });
  const outbox = {
    uid, leftAt: at, pending: [{ orgId, day, since: Date.now() - 60000, counts }],
    sent: [sent('refused', 140), sent('unknown', 141), sent('left', 143), sent('sent', 142)],
  };
  localStorage.setItem('leadpulse-sent-counts', JSON.stringify(outbox));
  dispatchEvent(new StorageEvent('storage'));
})()`;

const org =
  (rest: string): ScreenToSee['path'] =>
  ({ orgId }) =>
    `/o/${orgId}/${rest}`;

const charts = async (page: Page): Promise<void> => {
  await sees(page.getByRole('heading', { name: 'Messages a day' }), page.locator('svg.recharts-surface'));
};

export const USAGE_SCREENS: ScreenToSee[] = [
  { name: 'usage', path: org('usage'), ready: charts },
  {
    name: 'usage-table',
    path: org('usage'),
    ready: async (page) => {
      await charts(page);
      await page.getByText('Show as a table').nth(4).click();
      await sees(page.getByRole('columnheader', { name: 'Sent a text' }));
    },
  },
  {
    name: 'usage-nothing',
    path: ({ emptyOrgId }) => `/o/${emptyOrgId}/usage`,
    ready: (page) => sees(page.getByText('Nothing was counted yet')),
  },
  {
    name: 'usage-counts-off',
    path: org('privacy/usage-counts'),
    ready: async (page) => {
      await page.evaluate(`localStorage.removeItem('leadpulse-sent-counts')`);
      await sees(page.getByText('Counting is off. Nothing is added up, kept or sent.'));
    },
  },
  {
    name: 'usage-counts-told',
    path: org('privacy/usage-counts'),
    ready: async (page) => {
      await sees(page.getByText('Counting is off.'));
      await page.evaluate(LEAVE_OUTBOX);
      await sees(page.getByText('Arrived'));
    },
  },
];
