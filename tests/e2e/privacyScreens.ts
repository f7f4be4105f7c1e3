import { Timestamp } from 'firebase-admin/firestore';
import { adminDb } from '../../local/worldClient.js';
import type { ScreenToSee } from './screenList.js';
import { sees } from './sights.js';

export const PRIVACY_SCREENS: ScreenToSee[] = [
  {
    name: 'privacy-center',
    path: ({ orgId }) => `/o/${orgId}/privacy`,
    ready: (page) => sees(page.getByRole('heading', { name: 'What we hold, and why' })),
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
