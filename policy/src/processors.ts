/** A company or a server outside of LeadPulse that gets data of somebody, and why. */
export interface Processor {
  readonly id: string;
  readonly name: string;
  readonly does: string;
  readonly gets: readonly string[];
  readonly never: string; // what it does not get, where that is asked
  readonly terms: string; // under which contract
  readonly chosenBy: 'LeadPulse' | 'your organization';
  readonly isLocalOnly?: true; // of a developer's machine; in production there is none
}

/**
 * Everybody to whom a function of ours talks. A file that reaches outside names one of them in its comment, `@processor` and its
 * id; `.dependency-cruiser.cjs` lets no other file reach outside.
 */
export const PROCESSORS: readonly Processor[] = [
  {
    id: 'google',
    name: 'Google (Firebase and Google Cloud)',
    does: 'Runs LeadPulse: sign-in, the database, the functions that send and receive, the web pages.',
    gets: [
      'everything that is kept in LeadPulse, encrypted on its disks',
      'the email address and a hash of the password of each account, for signing in',
      'the address of your device on the internet, as every web server does',
    ],
    never: 'Google Analytics and advertising are not used.',
    terms: 'Google Cloud and Firebase data processing terms',
    chosenBy: 'LeadPulse',
  },
  {
    id: 'stripe',
    name: 'Stripe',
    does: 'Takes payments on its own pages, and keeps cards and invoices.',
    gets: [
      'the name of an organization that buys a plan, and its id here',
      'the email address of the owner who buys',
      'what its own pages ask for: the card, the address for an invoice, what it learns of your device',
    ],
    never: 'No contact, no message and no usage count.',
    terms: 'Stripe services agreement with its data processing agreement',
    chosenBy: 'LeadPulse',
  },
  {
    id: 'mail-service',
    name: 'The mail server of LeadPulse',
    does: 'Delivers our own mails: links to confirm an address, invites, notices, and news to those who want them.',
    gets: ['the email address of who gets the mail', 'the text of that mail'],
    never: 'No contact and no message of an organization.',
    terms: 'A data processing agreement with whoever runs it; docs/deploy.md says how it is set up',
    chosenBy: 'LeadPulse',
  },
  {
    id: 'organization-mail',
    name: 'The mail servers that your organization connects',
    does: 'Send the emails that your organization writes to its leads, from its own mailbox, and hold the mailbox that is read here.',
    gets: [
      'the email addresses of the lead and of the mailbox',
      'the text of the email',
      'the mailbox’s password',
    ],
    never: 'Nothing of another mailbox or organization.',
    terms: 'The contract your organization has with its mail provider, such as Google or Microsoft',
    chosenBy: 'your organization',
  },
  {
    id: 'twilio',
    name: 'Twilio',
    does: 'Carries the texts between your organization’s number and its leads, if your organization connects one.',
    gets: [
      'the phone numbers of the lead and of your organization',
      'the text of each message',
      'the Account SID and Auth Token of your organization’s Twilio account',
    ],
    never: 'No name, no email and no note. Nothing of another organization.',
    terms: 'The contract your organization has with Twilio',
    chosenBy: 'your organization',
  },
  {
    id: 'google-accounts',
    name: 'Google (Gmail and Google Voice)',
    does: 'Sends and brings the emails of a mailbox, and the texts of a Google Voice number, if your organization connects one.',
    gets: [
      'the email addresses of the lead and of the mailbox',
      'the text of each email, and of each answer by Google Voice',
      'that the mailbox has given its consent to LeadPulse',
    ],
    never:
      'No password: the consent is given on Google’s own page. Nothing of another mailbox or organization.',
    terms: 'The contract your organization has with Google',
    chosenBy: 'your organization',
  },
  {
    id: 'practice-leads',
    name: 'Practice leads',
    does: 'Simulated people that answer, on the machine of a developer.',
    gets: ['messages to simulated leads'],
    never: 'There are none in production.',
    terms: 'None is needed: the data stays on that machine',
    chosenBy: 'LeadPulse',
    isLocalOnly: true,
  },
];
