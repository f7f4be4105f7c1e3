import type { ScreenToSee } from './screenList.js';
import { sees } from './sights.js';

export const MAIL_SCREENS: ScreenToSee[] = [
  {
    name: 'mail-preferences',
    path: ({ mailLink }) => mailLink,
    ready: (page) => sees(page.getByRole('button', { name: 'Send me product news' })),
  },
  {
    name: 'mail-preferences-refused',
    path: () => '/mail-preferences',
    ready: (page) => sees(page.getByText('This link does not work.')),
  },
];
