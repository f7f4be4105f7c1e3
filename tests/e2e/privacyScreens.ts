import type { ScreenToSee } from './screenList.js';
import { sees } from './sights.js';

export const PRIVACY_SCREENS: ScreenToSee[] = [
  {
    name: 'privacy-center',
    path: ({ orgId }) => `/o/${orgId}/privacy`,
    ready: (page) => sees(page.getByRole('heading', { name: 'What we hold, and why' })),
  },
];
