import type { PolicyVersion } from '../clause.js';

export const v20261125: PolicyVersion = {
  version: '2026-11-25',
  isMaterial: true,
  summary: 'The first version.',
  clauses: [
    {
      id: 'in-short',
      title: 'In short',
      promises: ['P10', 'P14'],
      paragraphs: [
        'LeadPulse is an inbox that teams use to answer the people who ask about their services. Your leads are yours: no other organization sees them, we do not sell personal data, and there are no advertisements and no trackers in LeadPulse.',
        'For the account you open with us, we decide how your data is handled. For the contacts and messages an organization keeps in LeadPulse, that organization decides, and we act on its behalf.',
      ],
    },
    {
      id: 'what-you-tell-us',
      title: 'What you tell us when you sign up',
      promises: ['P1', 'P17'],
      paragraphs: [
        'We ask for your name, your email address, a password and the name of your organization. Your name tells your team who wrote; the address signs you in and receives notices about your account; the organization’s name stands under the emails it sends. The password is handled by Firebase Authentication; we never see it.',
        'We record which version of this policy you agreed to and when, and whether you asked for news. Your time zone and country come from your browser’s settings, so that hours and phone numbers are read the right way; an admin can change both.',
        'We ask for your birth date once. Your browser works out whether you may have an account; the date is neither sent to us nor kept.',
      ],
    },
    {
      id: 'contacts-and-messages',
      title: 'Contacts, messages and accounts',
      promises: ['P6', 'P10', 'P11'],
      paragraphs: [
        'An organization’s contacts, its messages in and out, notes, and the settings of its connected mailboxes and numbers are kept so that LeadPulse can show, send and receive them. Passwords of connected mailboxes are stored encrypted and cannot be read back by anyone in a browser.',
        'Each organization is separate. Every request to the database is checked against rules that look up the person’s seat in that very organization. Within an organization, members see what their role allows: everything, or only the leads assigned to them.',
      ],
    },
    {
      id: 'opt-outs',
      title: 'People who do not want messages',
      promises: ['P6'],
      paragraphs: [
        'When a lead answers STOP, or says in plain words that they want no more messages, LeadPulse stops sending to that number or address at once. To keep it that way we store a coded form of the number or address that cannot be turned back into it.',
      ],
    },
    {
      id: 'usage',
      title: 'How LeadPulse is used',
      promises: ['P3', 'P4', 'P8'],
      paragraphs: [
        'LeadPulse collects no usage statistics today: no page views, no feature counts, no recordings. Our servers write technical logs to find faults; message texts, phone numbers, email addresses and passwords are kept out of them. Should we ever count how features are used, we will say so here first, and the counts will hold no message, no recipient and no uploaded file.',
      ],
    },
    {
      id: 'payment',
      title: 'Payment',
      promises: ['P2'],
      paragraphs: [
        'The 14-day trial asks for no card. When an organization buys a plan, Stripe takes the payment on its own pages; no card number ever passes through LeadPulse, and we store none. Stripe is told the organization’s name and the email address of the owner who buys, and asks on its pages for what an invoice needs.',
        'From Stripe we keep which plan is running, until when, and the list of invoices with their amounts. Owners see all of it under Billing.',
      ],
    },
    {
      id: 'storage',
      title: 'Cookies and what your browser keeps',
      promises: ['P5'],
      paragraphs: [
        'LeadPulse sets no cookies. It keeps a few small things in your browser’s own storage. All of them are needed for what you asked for; none is read by anybody else.',
      ],
      list: [
        'firebaseLocalStorageDb: that you are signed in. Until you sign out.',
        'leadpulse-last-org: the organization you had open last. Until you sign out.',
        'leadpulse-put-off: which notice about the plan you put away, and on which day. Until you sign out.',
        'leadpulse-scheme: light or dark colours, if you chose. Until you clear it.',
        'leadpulse-single-keys: that you switched single-key shortcuts off, if you did. Until you clear it.',
        'leadpulse-sign-up: that an account could not be opened, if so. Until you close the tab.',
      ],
    },
    {
      id: 'mail-from-us',
      title: 'Mail from us',
      promises: ['P7', 'P9'],
      paragraphs: [
        'Two kinds of mail belong to your account and cannot be switched off: the link that confirms your address, and the link that lets you choose a new password when you ask for it.',
        'News about LeadPulse goes only to people who ticked the box at sign-up; it is not ticked for you. You can take it back at any time by writing to support.',
      ],
    },
    {
      id: 'who-helps-us',
      title: 'Who helps us run it',
      promises: ['P12', 'P14', 'P16'],
      paragraphs: [
        'LeadPulse runs on Google’s Firebase and Google Cloud: sign-in, database, hosting and the functions that send and receive. Stripe takes payments. Messages pass through the mail servers and phone providers that your organization connects. They get what they need for that and nothing more. We do not sell personal data or lend it to advertisers.',
        'Links in messages and on our pages may lead to other sites. Those have their own policies.',
      ],
    },
    {
      id: 'law',
      title: 'When the law asks',
      promises: ['P13'],
      paragraphs: [
        'We hand out personal data to authorities only where a law binds us to, and then only what it asks for.',
      ],
    },
    {
      id: 'security',
      title: 'How it is protected',
      promises: ['P15'],
      paragraphs: [
        'Connections to LeadPulse are encrypted. Sign-in is by Firebase Authentication. The database refuses every request that its rules do not allow, and each rule is tested for owners, admins, agents, viewers, strangers and visitors.',
      ],
    },
    {
      id: 'children',
      title: 'Children',
      promises: ['P17'],
      paragraphs: [
        'LeadPulse is not for children under 13, and they cannot open an account. If you learn that one did, write to support; we will remove what we hold about the child.',
      ],
    },
    {
      id: 'your-rights',
      title: 'Your rights',
      promises: ['P20'],
      paragraphs: [
        'You may ask what we hold about you, have it corrected, receive a copy, or have it erased. Write to support; we answer within one month. If an organization wrote to you through LeadPulse, ask that organization first: the data is theirs. We help them answer you.',
      ],
    },
    {
      id: 'changes',
      title: 'Changes to this policy',
      promises: ['P18'],
      paragraphs: [
        'Every version carries its date. A new version is posted on this page before it holds; using LeadPulse after that means accepting it. The version you agreed to when you signed up is recorded with your account.',
      ],
    },
    {
      id: 'contact',
      title: 'Questions',
      promises: ['P19'],
      paragraphs: ['Write to support@leadpulse.app. A person reads it.'],
    },
  ],
};
