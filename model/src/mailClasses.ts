// No schema here: public pages list these without loading zod.

/** News by mail: each list is a choice of its own, off until the person says yes. */
export const MAIL_LISTS = ['product', 'promotions'] as const;
export type MailList = (typeof MAIL_LISTS)[number];

interface ListFacts {
  readonly preference: 'productEmails' | 'promotionalEmails'; // in `users/{uid}.preferences`
  readonly what: 'product-emails' | 'promotional-emails'; // in `users/{uid}/consents`
  readonly name: string;
  readonly about: string;
}

export const MAIL_LIST_FACTS: Readonly<Record<MailList, ListFacts>> = {
  product: {
    preference: 'productEmails',
    what: 'product-emails',
    name: 'Product news',
    about: 'What is new in LeadPulse and how to use it, about once a month.',
  },
  promotions: {
    preference: 'promotionalEmails',
    what: 'promotional-emails',
    name: 'Offers',
    about: 'Discounts and other offers for LeadPulse itself. Never of other companies.',
  },
};

interface NoticeFacts {
  readonly name: string;
  readonly when: string;
}

/**
 * Every mail that belongs to an account and cannot be switched off. Each mail of our own names one of these or a list of
 * news; there is no third kind, and a notice that nothing sends fails a test.
 */
export const ACCOUNT_NOTICES = {
  'confirm-address': { name: 'Confirm your address', when: 'You sign up, or ask for the link again.' },
  'reset-password': { name: 'Choose a new password', when: 'Somebody asks for one with your address.' },
  invite: { name: 'Invitation', when: 'An organization invites you to join.' },
  'trial-ends': { name: 'Trial ends', when: 'Three days and one day before; owners only.' },
  'sending-paused': { name: 'Sending is paused', when: 'A trial or a plan has ended; owners only.' },
  'payment-failed': { name: 'Payment failed', when: 'A payment did not go through; owners only.' },
  'messages-used': {
    name: 'Messages nearly used up',
    when: '80 % or all of a month’s messages are used; owners only.',
  },
  'account-erased': { name: 'Your account is erased', when: 'You erased it; the last mail, with a receipt.' },
  'request-due': {
    name: 'A privacy request is due',
    when: 'Five days before a lead must have an answer; owners only.',
  },
  'policy-change': {
    name: 'The privacy policy changes',
    when: 'A new version changes something that matters.',
  },
} as const satisfies Record<string, NoticeFacts>;
export type AccountNotice = keyof typeof ACCOUNT_NOTICES;

export type MailClass = AccountNotice | MailList;

/** The header in which each mail of our own says what it is, so that a person and a test can see it. */
export const MAIL_CLASS_HEADER = 'X-LeadPulse-Mail';
