export type Place = 'cookie' | 'localStorage' | 'sessionStorage' | 'indexedDB';

/** One thing that the app keeps in a browser. */
export interface StoredThing {
  /** The name it stands under; `*` at the end stands for what differs. */
  readonly key: string;
  readonly place: Place;
  readonly by: 'LeadPulse' | 'Firebase';
  readonly purpose: string;
  readonly life: string;
  /** False: it is kept only after a person chose so. */
  readonly isNeeded: boolean;
}

/**
 * Everything that LeadPulse, and the Firebase SDK in it, may keep in a browser. The policy and the page /privacy/cookies show this
 * list, the types of `web/src/lib/browserStorage.ts` let no other key be written, and a walk through the whole app in a browser
 * (`tests/e2e/walk.spec.ts`) finds no other one.
 */
export const STORED = [
  {
    key: 'firebaseLocalStorageDb',
    place: 'indexedDB',
    by: 'Firebase',
    purpose: 'Keeps you signed in: who you are and the token that proves it.',
    life: 'Until you sign out.',
    isNeeded: true,
  },
  {
    key: 'firebase:authUser:*',
    place: 'localStorage',
    by: 'Firebase',
    purpose: 'The same, in a browser that offers no IndexedDB.',
    life: 'Until you sign out.',
    isNeeded: true,
  },
  {
    key: '__sak',
    place: 'localStorage',
    by: 'Firebase',
    purpose: 'Tries out whether this browser keeps anything at all.',
    life: 'Less than a second.',
    isNeeded: true,
  },
  {
    key: 'leadpulse-last-org',
    place: 'localStorage',
    by: 'LeadPulse',
    purpose: 'Which organization you had open last, so that you come back to it.',
    life: 'Until you sign out.',
    isNeeded: true,
  },
  {
    key: 'leadpulse-put-off',
    place: 'localStorage',
    by: 'LeadPulse',
    purpose: 'Which notice about the plan you put away, and on which day.',
    life: 'Until you sign out.',
    isNeeded: true,
  },
  {
    key: 'leadpulse-invite',
    place: 'localStorage',
    by: 'LeadPulse',
    purpose: 'The invite that you opened, and the name you gave, while you sign in or confirm your address.',
    life: 'Until the invite is accepted or turns out not to hold any more.',
    isNeeded: true,
  },
  {
    key: 'leadpulse-scheme',
    place: 'localStorage',
    by: 'LeadPulse',
    purpose: 'Light or dark colours, if you chose.',
    life: 'Until you clear it.',
    isNeeded: true,
  },
  {
    key: 'leadpulse-single-keys',
    place: 'localStorage',
    by: 'LeadPulse',
    purpose: 'That you switched single-key shortcuts off, if you did.',
    life: 'Until you switch them on again.',
    isNeeded: true,
  },
  {
    key: 'leadpulse-sign-up',
    place: 'sessionStorage',
    by: 'LeadPulse',
    purpose: 'That an account could not be opened, if so. Neither why nor what was entered.',
    life: 'Until you close the tab.',
    isNeeded: true,
  },
  {
    key: 'draft:*',
    place: 'sessionStorage',
    by: 'LeadPulse',
    purpose: 'What you wrote in a conversation and did not send yet.',
    life: 'Until you send it, sign out or close the tab.',
    isNeeded: true,
  },
  {
    key: 'leadpulse-sent-counts',
    place: 'localStorage',
    by: 'LeadPulse',
    purpose:
      'How often you used which feature, before it is told, and what was told, so that you can see it word for word.',
    life: 'What was told: 30 days. All of it goes when you choose only what is needed.',
    isNeeded: false,
  },
] as const satisfies readonly StoredThing[];

type Thing = (typeof STORED)[number];
type Written<Key extends string> = Key extends `${infer Head}*` ? `${Head}${string}` : Key;

/** The keys that our own code may write there. */
export type KeyIn<Where extends Place> = Written<Extract<Thing, { place: Where; by: 'LeadPulse' }>['key']>;

/** The thing in one line, as the policy lists it. */
export function storedLine({ key, purpose, life, isNeeded }: StoredThing): string {
  const when = isNeeded ? '' : 'Only if you allow it. ';
  return `${key}: ${when}${purpose} ${life}`;
}

/** What is known of a key that was found in a browser; undefined: it has no business there. */
export function storedThing(place: Place, found: string): StoredThing | undefined {
  return STORED.find(
    ({ key, place: where }) =>
      where === place && (key.endsWith('*') ? found.startsWith(key.slice(0, -1)) : found === key),
  );
}
