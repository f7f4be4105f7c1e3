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

const LEAD_LIFE = 'Until the organization erases the contact, or its timer does';

/** What is kept about a lead, for the organization that talks to them. */
export const LEAD_DATA: readonly HeldData[] = [
  {
    path: 'orgs/{orgId}/contacts/{contactId}',
    title: 'The contact',
    whose: 'lead',
    fields: {
      name: 'Tells the team whom they talk to.',
      nameKey: 'Sorts the list of contacts.',
      company: 'Tells the team for whom the lead asks.',
      emails: 'Is where emails go, and how an answer finds the conversation.',
      phones: 'Is where texts go, and how an answer finds the conversation.',
      tags: 'Groups contacts as the team likes.',
      stage: 'Shows how far the conversation has come.',
      assigneeUid: 'Says who of the team answers.',
      source: 'Shows how the contact came in.',
      custom: 'Holds what else the team needs to know.',
      inbox: 'Says whether the conversation is open, put off or closed.',
      optOut: 'Stops messages that the lead asked not to get.',
      lastMessage: 'Shows the conversation in the list.',
      lastInboundAt: 'Says when the lead wrote last: some channels allow only answers.',
      waitingSince: 'Shows how long the lead has waited for an answer.',
      search: 'Finds the contact by the beginning of a word.',
      duplicateOf: 'Points to another contact with the same address.',
      timeZone: 'Keeps texts out of the lead’s night.',
      createdAt: 'Shows since when the contact is there.',
      createdBy: 'Shows who added the contact.',
    },
    seenBy: 'Members of the organization, by what their seat sees',
    kept: LEAD_LIFE,
    atErasure: 'Deleted',
  },
  {
    path: 'orgs/{orgId}/contacts/{contactId}/messages/{messageId}',
    title: 'Each message',
    whose: 'lead',
    fields: {
      channel: 'Says whether it is a text or an email.',
      direction: 'Says who wrote it.',
      accountId: 'Says by which account of the organization it went.',
      from: 'Is the address it came from.',
      to: 'Is the address it went to.',
      subject: 'Is the subject of an email.',
      body: 'Is what was written.',
      references: 'Keeps an email in its thread.',
      state: 'Shows how far it has come.',
      at: 'Puts it in its place in the conversation.',
      requestedBy: 'Shows who of the team wrote it.',
      requestedAt: 'Starts the time in which it can be taken back.',
      undoSeconds: 'Says how long it can be taken back.',
      sendAt: 'Says when it shall go.',
      purpose: 'Tells an answer to an opt-out from a conversation.',
      decision: 'Says why it was allowed or held back.',
      attempts: 'Counts how often it was tried.',
      leaseUntil: 'Keeps two senders from sending it twice.',
      leaseId: 'Keeps two senders from sending it twice.',
      providerId: 'Finds it again when the provider tells what became of it.',
      previousProviderId: 'Finds it again after it was sent once more.',
      sentAt: 'Shows when it went.',
      sentIn: 'Counts it in its month.',
      deliveredAt: 'Shows when it arrived.',
      canceledAt: 'Shows when it was taken back.',
      canceledBy: 'Shows who took it back.',
      error: 'Says in plain words why it failed.',
      attachments: 'Lists pictures and files by name, type and size; they stay with the provider.',
      optOutWord: 'Shows which words were read as an opt-out.',
    },
    seenBy: 'As the contact',
    kept: LEAD_LIFE,
    atErasure: 'Deleted',
  },
  {
    path: 'orgs/{orgId}/contacts/{contactId}/notes/{noteId}',
    title: 'Each note of the team',
    whose: 'lead',
    fields: {
      body: 'Is what the team wants to remember.',
      authorUid: 'Shows who wrote it.',
      at: 'Puts it in its place in the conversation.',
      mentions: 'Tells the colleagues who are meant.',
    },
    seenBy: 'As the contact',
    kept: LEAD_LIFE,
    atErasure: 'Deleted',
  },
  {
    path: 'orgs/{orgId}/contacts/{contactId}/consents/{id}',
    title: 'Each consent and opt-out',
    whose: 'lead',
    fields: {
      channel: 'Says whether it is about texts or emails.',
      kind: 'Says whether messages were allowed or refused.',
      basis: 'Says on what it rests.',
      evidence: 'Points to the message that said it.',
      source: 'Says how it came in.',
      at: 'Shows when it was said.',
      previousHash: 'Lets a later change of the record show.',
    },
    seenBy: 'As the contact',
    kept: LEAD_LIFE,
    atErasure: 'Deleted; a keyed hash of the address that refused stays and stops a message',
  },
];
