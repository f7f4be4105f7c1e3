import type { Capability, Role, Sees } from '@leadpulse/model';

export const ROLE_WORDS: Record<Role, string> = {
  owner: 'Owner',
  admin: 'Admin',
  agent: 'Agent',
  viewer: 'Viewer',
};

export const SEES_WORDS: Record<Sees, string> = { everything: 'All leads', assigned: 'Only assigned leads' };

/** What each role is for, in a sentence. */
export const ROLE_ABOUT: Record<Role, string> = {
  owner: 'Everything: the plan, other owners and the end of the organization included.',
  admin: 'Accounts, settings, team and audit log, and all that agents do.',
  agent: 'Reads and answers leads, edits contacts, writes notes.',
  viewer: 'Reads along, and changes nothing.',
};

/** The capabilities that screens offer today, in words; several that always go together share a line. */
export const CAPABILITY_WORDS: { words: string; capability: Capability }[] = [
  { words: 'Read contacts and messages', capability: 'contact.read' },
  { words: 'Send messages', capability: 'message.send' },
  { words: 'Add and edit contacts, write notes, assign, snooze', capability: 'contact.write' },
  { words: 'Connect and disconnect accounts', capability: 'account.write' },
  { words: 'Change the organization’s settings', capability: 'org.write' },
  { words: 'Read, export and check the audit log', capability: 'audit.read' },
  { words: 'Invite people, change roles up to admin, remove members', capability: 'member.write' },
  { words: 'Choose, switch and cancel the plan, pay invoices', capability: 'billing.write' },
  { words: 'Make a member an owner', capability: 'owner.grant' },
  { words: 'Delete the organization', capability: 'org.delete' },
];
