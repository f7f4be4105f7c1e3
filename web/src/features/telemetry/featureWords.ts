import type { Feature } from '@leadpulse/model';
import { FEATURES } from '@leadpulse/model';

/** What each use means, in words. */
const WORDS: Record<Feature, string> = {
  'start.open': 'Opened the first steps',
  'inbox.open': 'Opened the inbox',
  'contacts.open': 'Opened the contacts',
  'accounts.open': 'Opened the accounts',
  'team.open': 'Opened the team',
  'audit.open': 'Opened the audit log',
  'billing.open': 'Opened billing',
  'usage.open': 'Opened usage',
  'settings.open': 'Opened the settings',
  'conversation.open': 'Opened a conversation',
  'conversation.assign': 'Assigned a conversation',
  'conversation.snooze': 'Snoozed a conversation',
  'conversation.close': 'Closed a conversation',
  'conversation.reopen': 'Opened a conversation again',
  'message.sendText': 'Sent a text',
  'message.sendEmail': 'Sent an email',
  'message.schedule': 'Scheduled a message',
  'message.undo': 'Took a message back',
  'message.retry': 'Sent a message again',
  'note.add': 'Saved a note',
  'contact.search': 'Searched contacts',
  'contact.create': 'Added a contact',
  'contact.edit': 'Edited a contact',
  'palette.open': 'Opened the command palette',
  'keys.help': 'Looked at the keys',
  'account.connect': 'Connected an account',
  'account.disconnect': 'Disconnected an account',
  'invite.send': 'Invited somebody',
  'member.change': 'Changed a role',
  'audit.export': 'Exported the audit log',
  'audit.verify': 'Verified the audit log',
  'settings.save': 'Saved settings',
};

interface Group {
  readonly id: string;
  readonly label: string;
  readonly nouns: readonly string[];
}

const GROUPS: readonly Group[] = [
  { id: 'messages', label: 'Messages and notes', nouns: ['message', 'note'] },
  { id: 'conversations', label: 'Conversations', nouns: ['conversation'] },
  { id: 'contacts', label: 'Contacts', nouns: ['contact'] },
  { id: 'screens', label: 'Screens', nouns: [] },
  { id: 'keyboard', label: 'Keyboard', nouns: ['palette', 'keys'] },
  { id: 'organization', label: 'Organization', nouns: ['account', 'invite', 'member', 'audit', 'settings'] },
];

export interface FeatureGroup {
  readonly id: string;
  readonly label: string;
  readonly features: readonly Feature[];
}

function groupOf(feature: Feature): string {
  const [noun = '', verb = ''] = feature.split('.');
  if (verb === 'open' && noun !== 'conversation' && noun !== 'palette') return 'screens';
  return GROUPS.find(({ nouns }) => nouns.includes(noun))?.id ?? 'screens';
}

/** Everything that can be counted, by what it belongs to. */
export const FEATURE_GROUPS: readonly FeatureGroup[] = GROUPS.map(({ id, label }) => ({
  id,
  label,
  features: FEATURES.filter((feature) => groupOf(feature) === id),
}));

export function featureWords(feature: Feature): string {
  return WORDS[feature];
}
