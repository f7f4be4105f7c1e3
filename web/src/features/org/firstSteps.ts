import type { Account, Contact, Org } from '@leadpulse/model';

export interface FirstStep {
  id: 'number' | 'lead' | 'text' | 'answer' | 'mailbox' | 'address';
  isDone: boolean;
  title: string;
  why: string;
  action: string; // verb and object of the link that leads there
  to: string; // below /o/:orgId/
  adminsOnly: boolean;
}

export interface Known {
  org: Pick<Org, 'postalAddress'>;
  accounts: Pick<Account, 'kind' | 'channel' | 'state'>[];
  contacts: { contactId: string; contact: Pick<Contact, 'source' | 'lastMessage' | 'lastInboundAt'> }[];
}

type Lead = Known['contacts'][number];

/** A text to a lead somebody added: the last message is ours, or the lead has written since. */
function wasWrittenTo({ contact }: Lead): boolean {
  return (
    contact.lastMessage?.direction === 'out' ||
    (contact.source === 'manual' && contact.lastInboundAt !== null)
  );
}

type StepWords = Omit<FirstStep, 'isDone'>;

const WORDS: StepWords[] = [
  {
    id: 'number',
    title: 'Have a number to text from',
    why: 'A practice number comes with your organization. Its leads are simulated: nobody is disturbed, nothing is charged.',
    action: 'Open accounts',
    to: 'accounts',
    adminsOnly: true,
  },
  {
    id: 'lead',
    title: 'Add your first lead',
    why: 'A name and a phone number are enough. With the practice number any number answers; (202) 555-0100 does so at once.',
    action: 'Add a lead',
    to: 'contacts/new',
    adminsOnly: false,
  },
  {
    id: 'text',
    title: 'Send a text',
    why: 'After you press Send there are a few seconds to take it back.',
    action: 'Write to the lead',
    to: 'contacts',
    adminsOnly: false,
  },
  {
    id: 'answer',
    title: 'See the answer come in',
    why: 'It appears in the inbox by itself, for everybody in the team at once.',
    action: 'Open the inbox',
    to: 'inbox',
    adminsOnly: false,
  },
  {
    id: 'mailbox',
    title: 'Connect a mailbox',
    why: 'Emails then go out from your own address.',
    action: 'Connect a mailbox',
    to: 'accounts?add=mailbox',
    adminsOnly: true,
  },
  {
    id: 'address',
    title: 'Set your postal address',
    why: 'It stands under your emails; the law asks for it in business mail.',
    action: 'Set the address',
    to: 'settings#postal-address',
    adminsOnly: true,
  },
];

/** The way from an empty organization to the first answer, and how far it is walked. */
export function firstSteps({ org, accounts, contacts }: Known): FirstStep[] {
  const active = accounts.filter(({ state }) => state === 'active');
  const isDone: Record<FirstStep['id'], boolean> = {
    number: active.some(({ channel }) => channel === 'sms'),
    lead: contacts.length > 0,
    text: contacts.some(wasWrittenTo),
    answer: contacts.some(({ contact }) => contact.lastInboundAt !== null),
    mailbox: active.some(({ kind }) => kind === 'imap' || kind === 'smtp'),
    address: org.postalAddress.trim() !== '',
  };
  const [lead] = contacts;
  return WORDS.map((words) => ({
    ...words,
    isDone: isDone[words.id],
    ...(words.id === 'text' && lead !== undefined ? { to: `inbox/all/${lead.contactId}` } : {}),
  }));
}
