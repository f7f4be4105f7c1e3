import { Timestamp } from 'firebase-admin/firestore';
import type { Page } from 'playwright-core';
import { adminDb } from '../../local/worldClient.js';
import type { ScreenToSee } from './screenList.js';
import { sees } from './sights.js';

const pressed = (button: string) => async (page: Page) => {
  await page.getByRole('button', { name: button }).click();
  await sees(page.getByRole('dialog'));
};

export const PRIVACY_SCREENS: ScreenToSee[] = [
  {
    name: 'privacy-center',
    path: ({ orgId }) => `/o/${orgId}/privacy`,
    ready: (page) => sees(page.getByText('No lead has asked for anything.')),
  },
  {
    name: 'privacy-ask',
    path: ({ orgId }) => `/o/${orgId}/privacy`,
    ready: pressed('Make a request'),
  },
  {
    name: 'privacy-erase-account',
    path: ({ orgId }) => `/o/${orgId}/privacy`,
    ready: pressed('Erase my account'),
  },
  {
    name: 'contact-erase',
    path: ({ orgId, contactId }) => `/o/${orgId}/contacts/${contactId}`,
    ready: pressed('Erase contact'),
  },
];

/** Above any screen, for who accepted an earlier version of the policy. */
export const NOTICE_SCREEN: ScreenToSee = {
  name: 'policy-notice',
  path: ({ orgId }) => `/o/${orgId}/team`,
  ready: async (page, { ownerUid }) => {
    const acceptedPolicy = { version: '2026-11-25', at: Timestamp.now() };
    await adminDb().doc(`users/${ownerUid}`).update({ acceptedPolicy });
    await sees(page.getByRole('heading', { name: /^A new privacy policy is in force/ }));
  },
};
