/** What is kept at one place: each field with what it is for, how long, and what an erasure does to it. */
export interface HeldData {
  readonly path: string;
  readonly title: string;
  readonly whose: 'person' | 'lead' | 'organization';
  /** What each field is for, in words for the person whom it is about. */
  readonly fields: Readonly<Record<string, string>>;
  readonly seenBy: string;
  readonly kept: string;
  readonly atErasure: string;
}

const ACCOUNT_LIFE = 'Until you erase your account';

/** What is kept about somebody who uses LeadPulse. The spec compares it with the schemas, field for field. */
export const PERSON_DATA: readonly HeldData[] = [
  {
    path: 'users/{uid}',
    title: 'Your page',
    whose: 'person',
    fields: {
      displayName: 'Tells your team who wrote, assigned or changed something.',
      email: 'Signs you in, and receives notices about your account.',
      preferences: 'Keeps your choices about mail, usage counts and storage.',
      acceptedPolicy: 'Shows which privacy policy you agreed to, and when.',
      seenPolicy: 'Shows when the notice of a newer policy was shown to you.',
      orgs: 'Leads you to your organizations after you signed in.',
    },
    seenBy: 'You',
    kept: ACCOUNT_LIFE,
    atErasure: 'Deleted',
  },
  {
    path: 'users/{uid}/consents/{id}',
    title: 'What you agreed to',
    whose: 'person',
    fields: {
      what: 'Names what you were asked.',
      given: 'Records your answer.',
      textVersion: 'Shows which text you saw.',
      at: 'Shows when you answered.',
      source: 'Shows where you answered.',
      note: 'Says how it came to us, where you told support.',
    },
    seenBy: 'You',
    kept: ACCOUNT_LIFE,
    atErasure: 'Deleted',
  },
  {
    path: 'mailings/{id}/recipients/{uid}',
    title: 'News and policy notices mailed to you',
    whose: 'person',
    fields: {
      uid: 'Says that it was you, so that you get each letter once.',
      state: 'Says whether the letter was handed over.',
      runner: 'Names the run that sent it, so that two do not send at once.',
      tries: 'Counts the tries, so that they come to an end.',
      code: 'Keeps what the mail server answered, to find faults.',
      at: 'Shows when it was sent.',
      expireAt: 'Says when this record is deleted.',
    },
    seenBy: 'Nobody',
    kept: '400 days',
    atErasure: 'Deleted',
  },
  {
    path: 'orgs/{orgId}/members/{uid}',
    title: 'Your seat in each organization',
    whose: 'person',
    fields: {
      role: 'Decides what you may do there.',
      sees: 'Decides which leads you see there.',
      displayName: 'Tells your team who you are.',
      email: 'Tells your team which address you use, and receives the organization’s notices if you own it.',
      joinedAt: 'Shows your team since when you are there.',
      lastActiveAt: 'Shows your team whether the seat is in use.',
      isClosed: 'Says that the organization was deleted and can still come back.',
    },
    seenBy: 'Members of the organization',
    kept: 'Until you leave, or are removed, or the organization is erased',
    atErasure: 'Deleted',
  },
  {
    path: 'Firebase Authentication',
    title: 'Your sign-in',
    whose: 'person',
    fields: {
      email: 'Is what you sign in with.',
      passwordHash: 'Checks your password; nobody can read it back.',
      emailVerified: 'Shows that the address is yours.',
      metadata: 'When the account was made and used last, to notice misuse.',
    },
    seenBy: 'Nobody',
    kept: ACCOUNT_LIFE,
    atErasure: 'Deleted',
  },
];
