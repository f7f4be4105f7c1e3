import type { PromiseId } from '../clause.js';
import type { PromiseScreen } from '../register.js';

/** Where each promise can be seen kept. */
export const SCREENS: Record<PromiseId, readonly PromiseScreen[]> = {
  P1: [{ path: '/sign-up', shows: 'every question there is' }],
  P2: [{ path: '/o/:orgId/billing', shows: 'what we keep from Stripe; paying happens on Stripe’s pages' }],
  P3: [{ path: '/o/:orgId/privacy/usage-counts', shows: 'everything that can be counted' }],
  P4: [{ path: '/o/:orgId/privacy/usage-counts', shows: 'each document your browser sent, word for word' }],
  P5: [
    { path: '/privacy/cookies', shows: 'everything that your browser keeps, what for and how long' },
    { path: '/o/:orgId/privacy', shows: 'your choice, and how to change it' },
  ],
  P6: [{ path: '/o/:orgId/privacy', shows: 'every field about you, and what it is for' }],
  P7: [
    { path: '/mail-preferences', shows: 'every such mail, and when it comes' },
    { path: '/o/:orgId/privacy', shows: 'the same list, beside what you can choose' },
  ],
  P8: [{ path: '/o/:orgId/privacy/usage-counts', shows: 'what becomes of a count' }],
  P9: [
    { path: '/sign-up', shows: 'the box for news, which is not ticked' },
    { path: '/mail-preferences', shows: 'what a link in a mail changes, without a sign-in' },
    { path: '/o/:orgId/privacy', shows: 'both choices, and since when they hold' },
  ],
  P10: [{ path: '/security', shows: 'how organizations are kept apart, and what was measured of it' }],
  P11: [{ path: '/o/:orgId/team', shows: 'each member’s role and sight, and who may change them' }],
  P12: [{ path: '/privacy/processors', shows: 'who they are and what they get' }],
  P13: [
    { path: '/privacy/processors#authorities', shows: 'when data is disclosed, and what is written down' },
  ],
  P14: [
    { path: '/privacy#no-sale', shows: 'the promise' },
    { path: '/privacy/cookies', shows: 'that no page loads anything from another company' },
  ],
  P15: [{ path: '/security', shows: 'how it is protected' }],
  P16: [{ path: '/privacy#other-sites', shows: 'how such links behave' }],
  P17: [
    { path: '/sign-up', shows: 'the question for the birth date' },
    { path: '/privacy/contact', shows: 'how to tell us of a child, and what we do then' },
  ],
  P18: [
    { path: '/privacy#versions', shows: 'every version, and what changed since' },
    { path: '/o/:orgId/privacy', shows: 'which versions you saw and accepted, when and how' },
  ],
  P19: [
    { path: '/privacy/contact', shows: 'whom to write to, and until when there is an answer' },
    { path: '/o/:orgId/privacy', shows: 'what you asked, until when it is answered, and the answer' },
  ],
  P20: [
    { path: '/o/:orgId/privacy', shows: 'copy, requests, erasure, and how long things are kept' },
    { path: '/privacy/contact', shows: 'how to ask' },
  ],
};
