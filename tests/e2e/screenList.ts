import type { Page } from 'playwright-core';
import type { BillingScene } from './billingStory.js';
import { BILLING_SCREENS } from './billingScreens.js';
import { CONSENT_SCREENS } from './consentScreens.js';
import { composer, field, row, timeline } from './inboxScreen.js';
import { MAIL_SCREENS } from './mailScreens.js';
import { NOTICE_SCREEN, PRIVACY_SCREENS } from './privacyScreens.js';
import { sees } from './sights.js';
import { STORAGE_SCREENS } from './storageScreens.js';
import { USAGE_SCREENS } from './usageScreens.js';
import { answerAge } from './signUpScreen.js';

/** What the screens of an organization are shown with. */
export interface Scene {
  orgId: string;
  ownerUid: string; // of the person who looks
  emptyOrgId: string; // another organization of the same person, without contacts
  foreignOrgId: string;
  closedOrgId: string; // of the same person, deleted and not gone yet
  contactId: string; // a lead with a story
  mailLink: string; // as it stands at the foot of a mail to the person
  billing: BillingScene;
}

export interface ScreenToSee {
  name: string;
  path: (scene: Scene) => string;
  ready: (page: Page, scene: Scene) => Promise<void>; // waits for it, or opens what is to be seen on it
}

const heading = (name: string | RegExp) => (page: Page) => sees(page.getByRole('heading', { name }));
const text = (words: string | RegExp) => (page: Page) => sees(page.getByText(words));
const org = (rest: string) => (scene: Scene) => `/o/${scene.orgId}/${rest}`;
const at = (path: string) => () => path;

/** Presses a button by its name and waits for what opens. */
const pressed = (button: string | RegExp, opens: 'menu' | 'dialog') => async (page: Page) => {
  await page.getByRole('button', { name: button }).first().click();
  await sees(page.getByRole(opens));
};

/** Chooses from the menu of a member's row and waits for the dialog. */
const chosen = (member: string, item: string) => async (page: Page) => {
  await pressed(`Change ${member}`, 'menu')(page);
  await page.getByRole('menuitem', { name: item }).click();
  await sees(page.getByRole('dialog'));
};

const thread = (scene: Scene): string => `/o/${scene.orgId}/inbox/all/${scene.contactId}`;
const threadShown = (page: Page): Promise<void> =>
  sees(timeline(page).getByText('STOP', { exact: true }), composer(page));

async function onThread(page: Page, open: (page: Page) => Promise<void>): Promise<void> {
  await threadShown(page);
  await open(page);
}

/** Every screen that anybody can open. */
export const PUBLIC_SCREENS: ScreenToSee[] = [
  { name: 'landing', path: at('/'), ready: heading('Answer every lead first.') },
  { name: 'sign-in', path: at('/sign-in'), ready: heading('Sign in') },
  {
    name: 'sign-in-faulty',
    path: at('/sign-in?faulty'),
    ready: async (page) => {
      await page.getByRole('button', { name: 'Sign in' }).click();
      await sees(page.getByText('Enter your password.'));
    },
  },
  { name: 'sign-up-age', path: at('/sign-up'), ready: text('When were you born?') },
  {
    name: 'sign-up-details',
    path: at('/sign-up'),
    ready: async (page) => {
      await answerAge(page, 1990);
      await page.getByRole('button', { name: 'Create account' }).click(); // with its faults
      await sees(page.getByText('Enter your name. Your team sees it.'));
    },
  },
  { name: 'reset-password', path: at('/reset-password'), ready: heading('Reset your password') },
  ...MAIL_SCREENS,
  { name: 'privacy', path: at('/privacy'), ready: heading('Privacy policy') },
  {
    name: 'privacy-changes',
    path: at('/privacy?since=2026-11-25'),
    ready: heading('What changed since November 25, 2026'),
  },
  {
    name: 'privacy-earlier',
    path: at('/privacy?version=2026-11-25'),
    ready: text('You read an earlier version.'),
  },
  { name: 'privacy-cookies', path: at('/privacy/cookies'), ready: heading('Cookies and storage') },
  {
    name: 'privacy-processors',
    path: at('/privacy/processors'),
    ready: heading('Who processes data for us'),
  },
  {
    name: 'privacy-promises',
    path: at('/privacy/promises'),
    ready: heading('What we promise, and how it is kept'),
  },
  { name: 'privacy-contact', path: at('/privacy/contact'), ready: heading('Ask about your data') },
  { name: 'security', path: at('/security'), ready: heading('What this does not show') },
  { name: 'link-incomplete', path: at('/auth/action'), ready: heading('This link is not complete') },
  {
    name: 'invite-guest',
    path: at('/invite/o1/i1#token'),
    ready: heading('You are invited to LeadPulse'),
  },
  {
    name: 'invite-sign-up',
    path: at('/invite/o1/i2#token'),
    ready: async (page) => {
      await page.getByRole('button', { name: 'Create an account' }).click();
      await answerAge(page, 1990);
      await page.getByRole('button', { name: 'Create account' }).click(); // with its faults
      await sees(page.getByText('Enter your name. Your team sees it.'));
    },
  },
  { name: 'invite-torn', path: at('/invite/o1/i3'), ready: heading('This link is not complete') },
  { name: 'erased', path: at('/erased#receipt'), ready: heading('Your account is being erased') },
  { name: 'not-found', path: at('/nonsense'), ready: text('There is no such page') },
  {
    name: 'sign-up-refused',
    path: at('/sign-up'),
    ready: async (page) => {
      await answerAge(page, new Date().getFullYear() - 5);
      await sees(page.getByRole('heading', { name: 'Thank you for your interest' }));
    },
  },
];

/** Every screen of an organization, and what opens on it. */
export const ORG_SCREENS: ScreenToSee[] = [
  { name: 'start', path: ({ emptyOrgId }) => `/o/${emptyOrgId}/start`, ready: heading(/^Welcome to /) },
  {
    name: 'inbox-empty',
    path: ({ emptyOrgId }) => `/o/${emptyOrgId}/inbox/all`,
    ready: text('No open conversations'),
  },
  {
    name: 'contacts-empty',
    path: ({ emptyOrgId }) => `/o/${emptyOrgId}/contacts`,
    ready: text('No contacts yet'),
  },
  { name: 'inbox-list', path: org('inbox/all'), ready: (page) => sees(row(page, 'Wolfgang Pauli')) },
  { name: 'thread', path: thread, ready: threadShown },
  {
    name: 'contact-details',
    path: (scene) => `${thread(scene)}?details=1`,
    ready: (page) => sees(page.getByLabel('Stage')),
  },
  { name: 'menu-assign', path: thread, ready: (page) => onThread(page, pressed(/^Assign/, 'menu')) },
  { name: 'menu-snooze', path: thread, ready: (page) => onThread(page, pressed('Snooze', 'menu')) },
  { name: 'menu-more', path: thread, ready: (page) => onThread(page, pressed('More actions', 'menu')) },
  { name: 'menu-send-by', path: thread, ready: (page) => onThread(page, pressed(/^Send by /, 'menu')) },
  {
    name: 'menu-send-later',
    path: ({ orgId }) => `/o/${orgId}/inbox/all`,
    ready: async (page) => {
      await row(page, 'Wolfgang Pauli').click();
      await field(page).fill('Hello');
      await pressed('Send later', 'menu')(page);
    },
  },
  {
    name: 'dialog-send-later',
    path: ({ orgId }) => `/o/${orgId}/inbox/all`,
    ready: async (page) => {
      await row(page, 'Wolfgang Pauli').click();
      await field(page).fill('Hello');
      await pressed('Send later', 'menu')(page);
      await page.getByRole('menuitem', { name: 'Pick date and time' }).click();
      await sees(page.getByRole('dialog', { name: 'Send later' }));
    },
  },
  {
    name: 'dialog-send-again',
    path: thread,
    ready: (page) => onThread(page, pressed('Send again…', 'dialog')),
  },
  {
    name: 'thread-note',
    path: thread,
    ready: (page) => onThread(page, (shown) => composer(shown).getByRole('button', { name: 'Note' }).click()),
  },
  { name: 'menu-organization', path: org('team'), ready: pressed(/^Organization: /, 'menu') },
  { name: 'menu-account', path: org('team'), ready: pressed(/^Your account: /, 'menu') },
  {
    name: 'palette',
    path: org('inbox/all'),
    ready: async (page) => {
      await sees(row(page, 'Wolfgang Pauli'));
      await page.keyboard.press('Control+k');
      await sees(page.getByRole('dialog').getByText('Go to Settings'));
    },
  },
  {
    name: 'keys',
    path: org('inbox/all'),
    ready: async (page) => {
      await sees(row(page, 'Wolfgang Pauli'));
      await page.keyboard.press('?');
      await sees(page.getByRole('dialog', { name: 'Keyboard' }));
    },
  },
  {
    name: 'conversation-gone',
    path: org('inbox/all/nobody'),
    ready: text('This conversation is not here any more'),
  },
  { name: 'contacts', path: org('contacts'), ready: text('Wolfgang Pauli') },
  { name: 'contacts-nobody-found', path: org('contacts?q=zzz'), ready: text('Nobody found') },
  {
    name: 'contact',
    path: ({ orgId, contactId }) => `/o/${orgId}/contacts/${contactId}`,
    ready: text('Added by hand'),
  },
  ...CONSENT_SCREENS,
  {
    name: 'contact-form',
    path: org('contacts/new'),
    ready: async (page) => {
      const form = page.getByRole('complementary', { name: 'Add contact' });
      await form.getByLabel('Phone', { exact: true }).fill('12');
      await form.getByRole('button', { name: 'Add contact' }).click(); // with its faults
      await sees(form.locator('[aria-invalid="true"]'));
    },
  },
  { name: 'accounts', path: org('accounts'), ready: text('Practice number') },
  { name: 'account-add', path: org('accounts?add=choose'), ready: (page) => sees(page.getByRole('dialog')) },
  { name: 'account-mailbox', path: org('accounts?add=mailbox'), ready: text('Of a mailbox that your team') },
  {
    name: 'account-mailbox-password',
    path: org('accounts?add=mailbox'),
    ready: async (page) => {
      await page.getByRole('button', { name: 'Find its settings' }).click();
      await sees(page.getByText('Incoming encryption'));
    },
  },
  { name: 'account-smtp', path: org('accounts?add=smtp'), ready: text('SMTP server') },
  { name: 'account-twilio', path: org('accounts?add=twilio'), ready: text('Account SID') },
  {
    name: 'account-twilio-number',
    path: org('accounts?add=twilio'),
    ready: async (page) => {
      await page.getByRole('button', { name: 'Use the demo account' }).click();
      await page.getByRole('button', { name: 'Show my numbers' }).click();
      await sees(page.getByText('Numbers of Demo account'));
    },
  },
  { name: 'account-gmail', path: org('accounts?add=gmail'), ready: text('Continue at Google') },
  {
    name: 'account-voice',
    path: org('accounts?add=googleVoice'),
    ready: text('Google Voice forwards texts'),
  },
  { name: 'account-practice', path: org('accounts?add=practice'), ready: text('What its leads use') },
  { name: 'account-test', path: org('accounts'), ready: pressed(/^Send test /, 'dialog') },
  { name: 'account-pause', path: org('accounts'), ready: pressed(/^Pause /, 'dialog') },
  { name: 'account-disconnect', path: org('accounts'), ready: pressed(/^Disconnect /, 'dialog') },
  { name: 'team', path: org('team'), ready: text('What each role may do') },
  { name: 'audit', path: org('audit'), ready: text('removed a former member') },
  {
    name: 'audit-nothing-found',
    path: org('audit?action=org.delete'),
    ready: text('Nothing in the log passes these filters.'),
  },
  {
    name: 'team-past-invites',
    path: org('team'),
    ready: async (page) => {
      await page.getByRole('button', { name: /^Show past invites/ }).click();
      await sees(page.getByText('Revoked', { exact: true }));
    },
  },
  { name: 'team-menu', path: org('team'), ready: pressed('Change Ben Okri', 'menu') },
  {
    name: 'team-change-role',
    path: org('team'),
    ready: async (page) => {
      await chosen('Ben Okri', 'Change role')(page);
      await page.getByRole('radio', { name: 'Viewer', exact: true }).check();
    },
  },
  { name: 'team-remove', path: org('team'), ready: chosen('Ben Okri', 'Remove member') },
  { name: 'team-owner', path: org('team'), ready: chosen('Ben Okri', 'Make owner') },
  { name: 'team-last-owner', path: org('team'), ready: chosen('your own seat', 'Leave organization') },
  { name: 'team-invite', path: org('team?invite=1'), ready: (page) => sees(page.getByRole('dialog')) },
  { name: 'team-revoke', path: org('team'), ready: pressed(/^Revoke the invite to /, 'dialog') },
  ...BILLING_SCREENS,
  ...USAGE_SCREENS,
  ...PRIVACY_SCREENS,
  { name: 'settings', path: org('settings'), ready: heading('Settings') },
  { name: 'settings-delete', path: org('settings'), ready: pressed('Delete organization', 'dialog') },
  {
    name: 'org-deleted',
    path: ({ closedOrgId }) => `/o/${closedOrgId}/inbox`,
    ready: heading(/ was deleted$/),
  },
  {
    name: 'invite-accept',
    path: at('/invite/o1/i4#token'),
    ready: heading('Accept your invite'),
  },
  { name: 'new-organization', path: at('/new-organization'), ready: heading('Create an organization') },
  { name: 'org-not-found', path: org('nonsense'), ready: text('There is no such page') },
  {
    name: 'denied',
    path: ({ foreignOrgId }) => `/o/${foreignOrgId}/inbox`,
    ready: text('You are not a member of this organization'),
  },
  ...STORAGE_SCREENS,
  NOTICE_SCREEN, // the last: it stays above every screen
];
