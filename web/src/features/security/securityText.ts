/** How the data of organizations is kept apart; each sentence has tests. */
export const HOW: readonly (readonly [title: string, text: string])[] = [
  [
    'The database decides',
    'Every read and write of an app or browser is checked by the rules of the database itself, against the seat of the person in that one organization. What no rule allows is refused.',
  ],
  [
    'A change holds at once',
    'Seats are read on every request, not kept in the sign-in. Who is removed or gets a smaller role is held to that from their next request on, and open screens go dark.',
  ],
  [
    'Nobody climbs',
    'Roles are changed by one server function in one transaction with its entry in the audit log. Nobody raises themselves, nobody touches an owner, and an organization always has one.',
  ],
  [
    'Invites are for one person',
    'An invite works once, for seven days, and only for the verified address it was sent to. Of its link we keep a fingerprint only.',
  ],
  [
    'The audit log is chained',
    'Each entry holds the fingerprint of the one before. An entry that is changed, removed or slipped in later breaks the chain, and owners and admins can check it at any time.',
  ],
  [
    'Credentials stay sealed',
    'Passwords of mailboxes are encrypted before they are stored, readable by no app and no browser, and in no log.',
  ],
  [
    'Pages run our own code only',
    'Browsers are told to run no script, apply no style and ask no address but those of LeadPulse and of Firebase, and to show LeadPulse in no frame. What gets into a page some other way stays without effect.',
  ],
];

/** What none of this shows; said before somebody has to ask. */
export const NOT_COVERED: readonly string[] = [
  'These are our own checks. Nobody from outside has audited LeadPulse, and it carries no certificate.',
  'They run against Google’s official emulator of the database, not against the service in production.',
  'We rely on Google for sign-in, for encryption of stored data and for its own staff. People who run LeadPulse and have access to its project at Google are not held by the rules.',
  'The audit log’s chain shows an entry that was changed later. It does not stop somebody with full access to the database from writing the whole log and its end anew; an export you keep would show that.',
  'What somebody has seen or saved while they had a seat, they keep.',
  'A stolen, signed-in device can do what its person can, until they sign out or are removed.',
  'Weakening the rules finds only the kinds of mistakes we thought of.',
  'Floods of requests and attacks on the networks of mail and text providers are not part of these checks.',
];
