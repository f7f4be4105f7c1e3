import { lazy } from 'react';
import type { ComponentType } from 'react';
import { matchPath } from 'react-router';

interface Screen {
  path: string;
  load: () => Promise<ComponentType>;
}

/** Screens that anybody can open; they load neither Firestore nor Mantine. */
export const publicScreens: Screen[] = [
  { path: '/', load: async () => (await import('./features/landing/HomeRoute.js')).HomeRoute },
  { path: '/privacy', load: async () => (await import('./features/policy/PolicyRoute.js')).PolicyRoute },
  {
    path: '/privacy/cookies',
    load: async () => (await import('./features/policy/StorageRoute.js')).StorageRoute,
  },
  {
    path: '/privacy/processors',
    load: async () => (await import('./features/policy/ProcessorsRoute.js')).ProcessorsRoute,
  },
  {
    path: '/privacy/promises',
    load: async () => (await import('./features/policy/PromisesRoute.js')).PromisesRoute,
  },
  {
    path: '/privacy/contact',
    load: async () => (await import('./features/policy/ContactRoute.js')).ContactRoute,
  },
  {
    path: '/security',
    load: async () => (await import('./features/security/SecurityRoute.js')).SecurityRoute,
  },
  { path: '/sign-in', load: async () => (await import('./features/account/SignInRoute.js')).SignInRoute },
  { path: '/sign-up', load: async () => (await import('./features/account/SignUpRoute.js')).SignUpRoute },
  {
    path: '/reset-password',
    load: async () => (await import('./features/account/ResetPasswordRoute.js')).ResetPasswordRoute,
  },
  {
    path: '/invite/:orgId/:inviteId',
    load: async () => (await import('./features/account/InviteRoute.js')).InviteRoute,
  },
  { path: '/erased', load: async () => (await import('./features/account/ErasedRoute.js')).ErasedRoute },
  {
    path: '/mail-preferences',
    load: async () => (await import('./features/mail/MailPreferencesRoute.js')).MailPreferencesRoute,
  },
  {
    path: '/auth/action',
    load: async () => (await import('./features/account/AuthActionRoute.js')).AuthActionRoute,
  },
];

/** What surrounds every screen behind the sign-in: the session, Mantine, Firestore. */
const signedInFrame: Screen = {
  path: '/o/*',
  load: async () => (await import('./features/org/SignedInFrame.js')).SignedInFrame,
};

/** What surrounds every screen of one organization: the seat, navigation, palette. */
const orgFrame: Screen = {
  path: '/o/:orgId/*',
  load: async () => (await import('./features/org/OrgFrame.js')).OrgFrame,
};

/** Screens of a signed-in person outside of an organization. */
export const personScreens: Screen[] = [
  { path: '/o', load: async () => (await import('./features/org/ChooseOrgRoute.js')).ChooseOrgRoute },
  {
    path: '/connect/google',
    load: async () => (await import('./features/accounts/ConnectGoogleRoute.js')).ConnectGoogleRoute,
  },
  {
    path: '/new-organization',
    load: async () => (await import('./features/account/NewOrganizationRoute.js')).NewOrganizationRoute,
  },
];

/** Screens of one organization, below `/o/:orgId/`. */
export const orgScreens: Screen[] = [
  { path: 'start', load: async () => (await import('./features/org/StartRoute.js')).StartRoute },
  {
    path: 'inbox/:queue?/:contactId?',
    load: async () => (await import('./features/inbox/InboxRoute.js')).InboxRoute,
  },
  {
    path: 'contacts/:contactId?',
    load: async () => (await import('./features/contacts/ContactsRoute.js')).ContactsRoute,
  },
  {
    path: 'contacts/:contactId/consent-proof',
    load: async () => (await import('./features/contacts/ConsentProofRoute.js')).ConsentProofRoute,
  },
  {
    path: 'accounts',
    load: async () => (await import('./features/accounts/AccountsRoute.js')).AccountsRoute,
  },
  { path: 'audit', load: async () => (await import('./features/audit/AuditRoute.js')).AuditRoute },
  { path: 'usage', load: async () => (await import('./features/telemetry/UsageRoute.js')).UsageRoute },
  {
    path: 'privacy',
    load: async () => (await import('./features/privacy/PrivacyCenterRoute.js')).PrivacyCenterRoute,
  },
  {
    path: 'privacy/usage-counts',
    load: async () => (await import('./features/telemetry/UsageCountsRoute.js')).UsageCountsRoute,
  },
  { path: 'team', load: async () => (await import('./features/org/team/TeamRoute.js')).TeamRoute },
  { path: 'billing', load: async () => (await import('./features/billing/BillingRoute.js')).BillingRoute },
  {
    path: 'settings',
    load: async () => (await import('./features/settings/SettingsRoute.js')).SettingsRoute,
  },
];

/** What an address shows besides its screen: fetched beside it, not after it. */
const parts = [
  {
    path: '/o/:orgId/inbox/:queue/:contactId',
    load: async () => (await import('./features/inbox/threadPart.js')).fetchThread(),
  },
];

function component({ load }: Screen): ComponentType {
  return lazy(async () => ({ default: await load() }));
}

export const SignedInFrame = component(signedInFrame);
export const OrgFrame = component(orgFrame);
export const screenComponents = new Map(
  [...publicScreens, ...personScreens, ...orgScreens].map((screen) => [screen.path, component(screen)]),
);

/** Fetches a place's frames, its screen and its parts side by side, before React asks for one after the other. */
export function startLoading(pathname: string): void {
  const inOrg = orgScreens.map((screen) => ({ ...screen, path: `/o/:orgId/${screen.path}` }));
  const isBehindSignIn = personScreens.some(({ path }) => matchPath(path, pathname) !== null);
  const wanted: { load: () => Promise<unknown> }[] = [
    ...publicScreens,
    ...personScreens,
    ...inOrg,
    ...parts,
  ].filter(({ path }) => matchPath(path, pathname) !== null);
  if (matchPath(signedInFrame.path, pathname) !== null || isBehindSignIn) wanted.push(signedInFrame);
  if (matchPath(orgFrame.path, pathname) !== null) wanted.push(orgFrame);
  for (const { load } of wanted) load().catch(() => undefined); // React asks again, and shows the error
}
