import type { Page } from 'playwright-core';
import type { Scene, ScreenToSee } from './screenList.js';
import { sees } from './sights.js';

const contact = ({ orgId, contactId }: Scene): string => `/o/${orgId}/contacts/${contactId}`;

async function openRecord(page: Page): Promise<void> {
  const toggle = page.getByRole('button', { name: /^(Show|Hide) record$/ });
  await sees(toggle);
  if ((await toggle.getAttribute('aria-expanded')) === 'false') await toggle.click(); // open still, after the screen before
  await sees(page.getByRole('button', { name: 'Note an opt-out' }));
}

/** What a lead agreed to and refused; the question of the thread is on the screen of the thread. */
export const CONSENT_SCREENS: ScreenToSee[] = [
  { name: 'contact-record', path: contact, ready: openRecord },
  {
    name: 'dialog-note-consent',
    path: contact,
    ready: async (page) => {
      await openRecord(page);
      await page.getByRole('button', { name: 'Note a consent' }).click();
      await sees(page.getByRole('dialog', { name: 'Note that they agreed' }));
    },
  },
  {
    name: 'consent-proof',
    path: (scene) => `${contact(scene)}/consent-proof`,
    ready: (page) => sees(page.getByText('The chain holds.')),
  },
];
