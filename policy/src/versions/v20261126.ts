import type { PolicyVersion } from '../clause.js';

/** In force. It says what LeadPulse does today and nothing it does not. */
export const v20261126: PolicyVersion = {
  version: '2026-11-26',
  isMaterial: true,
  summary:
    'LeadPulse can now count how features are used, if you allow it. You choose what your browser keeps and which mail you get, and you take a copy of your data or erase it by yourself.',
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
      promises: ['P6'],
      paragraphs: [
        'An organization’s contacts, its messages in and out, notes, and the settings of its connected mailboxes and numbers are kept so that LeadPulse can show, send and receive them. Passwords of connected mailboxes are stored encrypted and cannot be read back by anyone in a browser.',
      ],
    },
    {
      id: 'purposes',
      title: 'What we use it for',
      promises: ['P6'],
      paragraphs: [
        'We use what we hold to provide LeadPulse, to keep it working and safe, and to make it better. Every field that we keep about you has its purpose; the page “Your privacy” lists them one by one.',
      ],
    },
    {
      id: 'kept-apart',
      title: 'Organizations are kept apart',
      promises: ['P10'],
      paragraphs: [
        'Each organization is separate. Every request to the database is checked against rules that look up the person’s seat in that very organization. How this is tested, and with what result, is on the page “Security”.',
      ],
    },
    {
      id: 'your-team',
      title: 'Who in your team sees what',
      promises: ['P11'],
      paragraphs: [
        'Within an organization, members see what their role allows: everything, or only the leads assigned to them. Owners and admins decide it, and a change holds from the next request on.',
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
      promises: ['P3', 'P4'],
      paragraphs: [
        'If you allow it, your browser counts how often you use the features of LeadPulse, from a closed list of names, and tells us the numbers with the family of your browser, such as Firefox. It is off until you allow it when you are asked, or switch it on. A browser that sends Global Privacy Control or Do Not Track keeps it off, whatever was chosen.',
        'A count holds no message, no name, no number or address of a recipient and no uploaded file. There is no place for a word in it: the database refuses anything but whole numbers of listed features.',
        'Under “Usage counts” you see every document your browser sent, word for word, and switch it off at any time. A document is added to your organization’s sums of the day and deleted, at the latest after 24 hours. The sums do not tell members apart; owners and admins of the organization see them.',
        'Our servers write technical logs to find faults. Message texts, phone numbers, email addresses and passwords are kept out of them.',
      ],
    },
    {
      id: 'aggregates',
      title: 'What we learn from it',
      promises: ['P8'],
      paragraphs: [
        'To see what is used, we look at sums over organizations only. A number stands for at least ten organizations or is left out, it is rounded, and no organization and no person is named in it.',
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
        'LeadPulse sets no cookies. It keeps a few small things in your browser’s own storage; none is read by anybody else. What is not needed is kept only after you agreed: you are asked once, and refusing is as easy as agreeing. Global Privacy Control and Do Not Track count as a refusal, and then you are not asked. You can change your choice under “Your privacy” at any time.',
      ],
      list: [
        'firebaseLocalStorageDb: Keeps you signed in: who you are and the token that proves it. Until you sign out.',
        'firebase:authUser:*: The same, in a browser that offers no IndexedDB. Until you sign out.',
        '__sak: Tries out whether this browser keeps anything at all. Less than a second.',
        'leadpulse-last-org: Which organization you had open last, so that you come back to it. Until you sign out.',
        'leadpulse-put-off: Which notice about the plan you put away, and on which day. Until you sign out.',
        'leadpulse-invite: The invite that you opened, and the name you gave, while you sign in or confirm your address. Until the invite is accepted or turns out not to hold any more.',
        'leadpulse-scheme: Light or dark colours, if you chose. Until you clear it.',
        'leadpulse-single-keys: That you switched single-key shortcuts off, if you did. Until you switch them on again.',
        'leadpulse-sign-up: That an account could not be opened, if so. Neither why nor what was entered. Until you close the tab.',
        'draft:*: What you wrote in a conversation and did not send yet. Until you send it, sign out or close the tab.',
        'leadpulse-sent-counts: Only if you allow it. How often you used which feature, before it is told, and what was told, so that you can see it word for word. What was told: 30 days. All of it goes when you choose only what is needed.',
      ],
    },
    {
      id: 'mail-from-us',
      title: 'Mail about your account',
      promises: ['P7'],
      paragraphs: [
        'Some mail belongs to your account and cannot be switched off: the link that confirms your address, the link for a new password when you ask for it, an invite, an important change of this policy, the receipt of an erased account, and for owners what happens to the plan (a trial that ends, sending that is paused, a payment that failed, messages that are used up) and when a lead’s request about their data is due. The page “Your privacy” lists every one.',
      ],
    },
    {
      id: 'news',
      title: 'News and offers',
      promises: ['P9'],
      paragraphs: [
        'Product news and offers by email go only to people who asked for them; the box at sign-up is not ticked for you. Each is a choice of its own. You can stop them with one click and without signing in, on the page that each such mail links to, under “Your privacy”, or by writing to support. Each change is recorded with its day, and you see the record.',
      ],
    },
    {
      id: 'who-helps-us',
      title: 'Who helps us run it',
      promises: ['P12'],
      paragraphs: [
        'LeadPulse runs on Google’s Firebase and Google Cloud: sign-in, database, hosting and the functions that send and receive. Stripe takes payments. Messages pass through the mail servers and phone providers that your organization connects. They get what they need for that and nothing more; the page “Who processes data for us” says what each gets.',
      ],
    },
    {
      id: 'no-sale',
      title: 'Nothing is sold',
      promises: ['P14'],
      paragraphs: [
        'We do not sell personal data or lend it to advertisers. LeadPulse contains no advertising and no tracking code, and its pages ask nobody’s servers but our own and those of Google’s Firebase.',
      ],
    },
    {
      id: 'other-sites',
      title: 'Links to other sites',
      promises: ['P16'],
      paragraphs: [
        'Links in messages and on our pages may lead to other sites. Those have their own policies. Such a link opens in a tab of its own, is marked, and does not tell the other site where you came from. Only paying leads to Stripe in the same tab, and back.',
      ],
    },
    {
      id: 'law',
      title: 'When the law asks',
      promises: ['P13'],
      paragraphs: [
        'We hand out personal data to authorities only where a law binds us to, and then only what it asks for. Each request is written into a log in which a later change shows: who asked, by which law, what was given or refused, and when. No app and no browser can read it.',
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
      id: 'how-long',
      title: 'How long we keep it',
      promises: ['P6', 'P20'],
      paragraphs: [
        'What belongs to your account is kept until you erase the account. What belongs to an organization is kept until the organization erases it, its own time limits do, or seven days after an owner deleted the organization.',
        'What LeadPulse keeps for itself ends too: links to an export after minutes, usage counts of a browser within 24 hours, invites 90 days after they ended, requests and receipts two years after they were answered, without names. The page “Your privacy” lists all of it.',
      ],
    },
    {
      id: 'children',
      title: 'Children',
      promises: ['P17'],
      paragraphs: [
        'LeadPulse is not for children under 13, and they cannot open an account. If you learn that one did, write to support; we remove what we hold about the child and give you a receipt.',
      ],
    },
    {
      id: 'your-rights',
      title: 'Your rights',
      promises: ['P20'],
      paragraphs: [
        'Under “Your privacy” you see what we hold about you, field by field, take a copy with you, erase your account, and ask us for anything else, such as a correction. Owners and admins of an organization export or erase a contact and export all of the organization’s data; an owner deletes the organization.',
        'An erasure reaches everything that names the person, and ends with a receipt. What you wrote for an organization stays there under an alias that names nobody, its audit log keeps what was done but not by whom, and of a lead a coded form of number and address stays so that nobody writes to them again. Words of others that mention you cannot be told from any other words, and stay.',
        'Without an account, ask us on the page “Ask about your data”. We answer within one month, and within 45 days where the law of California is what you ask under. If an organization wrote to you through LeadPulse, ask that organization first: the data is theirs. We help them answer you.',
      ],
    },
    {
      id: 'changes',
      title: 'Changes to this policy',
      promises: ['P18'],
      paragraphs: [
        'Every version carries its date, and every earlier one can be read and compared on this page. When there is a new one, a notice in LeadPulse shows you what changed. You accept it with the button of the notice, or by going on: when you open LeadPulse a day or more after you saw the notice. When you saw and when you accepted it is recorded, and you see the record. Account holders get important changes by mail too.',
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
