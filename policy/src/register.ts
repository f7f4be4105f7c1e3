import type { PromiseId } from './clause.js';
import { PROMISE_IDS } from './clause.js';
import { CONTROLS } from './register/controls.js';
import { SCREENS } from './register/screens.js';
import { CURRENT_POLICY } from './versions.js';

/** A file that keeps a promise, and how. */
export interface Control {
  readonly file: string;
  readonly does: string;
}

/** Where a person can see it kept. */
export interface PromiseScreen {
  readonly path: string; // as in web/src/routes.tsx; what stands behind a # is a place on it
  readonly shows: string;
}

/** A promise of the policy, with everything that stands behind it. Its tests carry its id as a tag: `[P9]`. */
export interface RegisteredPromise {
  readonly id: PromiseId;
  readonly promise: string;
  readonly clauses: readonly { id: string; title: string }[]; // of the policy in force, which state it
  readonly controls: readonly Control[];
  readonly screens: readonly PromiseScreen[];
}

const WORDS: Record<PromiseId, string> = {
  P1: 'At sign-up we ask for your name, your email address and your organization, and nothing else.',
  P2: 'Stripe takes payments. Data of cards and devices never reaches us.',
  P3: 'Usage data is the type of browser, when, and which features were used.',
  P4: 'Usage data holds no message, no contact of a recipient and no uploaded file.',
  P5: 'Cookies and similar storage are explained, and what is optional waits for your choice.',
  P6: 'Data is used to provide, maintain and improve LeadPulse.',
  P7: 'Notices about your account and the service are sent by mail.',
  P8: 'Analysis uses sums over many organizations that name nobody.',
  P9: 'News and offers come by mail only if you want them, and stop whenever you say so.',
  P10: 'Contacts, messages and accounts of each organization are kept apart from all others.',
  P11: 'Members of a team see what their role and permissions allow.',
  P12: 'Companies that work for us get what they need for it, and nothing more.',
  P13: 'Data is disclosed where the law binds us to, and each time is written down.',
  P14: 'Personal data is not sold.',
  P15: 'Connections are encrypted, sign-in is checked, and the database enforces its rules.',
  P16: 'Other sites that we link to have their own policies.',
  P17: 'LeadPulse is not for children under 13; what we hold about one is removed.',
  P18: 'A change of the policy is announced, and going on with LeadPulse accepts it.',
  P19: 'Questions reach a person.',
  P20: 'You can have your data exported, corrected and erased.',
};

/** Every promise, and how it is kept. */
export const REGISTER: readonly RegisteredPromise[] = PROMISE_IDS.map((id) => ({
  id,
  promise: WORDS[id],
  clauses: CURRENT_POLICY.clauses.filter(({ promises }) => promises.includes(id)),
  controls: CONTROLS[id],
  screens: SCREENS[id],
}));
