import type { AuditAction, AuditEntry } from '@leadpulse/model';

/** Who a uid or invite stands for; null where nothing tells it any more. */
export interface AuditNames {
  person: (uid: string) => string | null;
  invite: (inviteId: string) => string | null;
  account: (accountId: string) => string | null;
}

/** The actions as the filter names them, by what they concern. */
export const ACTION_WORDS: Record<AuditAction, string> = {
  'member.join': 'Member joined',
  'member.role': 'Seat changed',
  'member.remove': 'Member removed',
  'member.leave': 'Member left',
  'owner.grant': 'Owner made',
  'invite.create': 'Invite sent',
  'invite.resend': 'Invite sent again',
  'invite.revoke': 'Invite revoked',
  'account.connect': 'Account connected',
  'account.disconnect': 'Account disconnected',
  'account.pause': 'Account paused',
  'account.resume': 'Account resumed',
  'account.syncOff': 'Incoming mails switched off',
  'account.test': 'Account tested',
  'org.create': 'Organization created',
  'org.update': 'Organization changed',
  'org.delete': 'Organization deleted',
  'org.restore': 'Organization restored',
  'billing.access': 'Access changed',
  'billing.checkout': 'Checkout started',
  'billing.plan': 'Plan changed',
  'billing.cancel': 'Plan canceled',
  'billing.resume': 'Plan kept',
  'billing.dispute': 'Payment disputed',
  'contact.erase': 'Contact erased',
  'contact.export': 'Contact exported',
  'contact.optIn': 'Consent of a lead recorded',
  'org.export': 'Organization exported',
  'member.erase': 'Account erased',
  'request.record': 'Request of a lead noted',
  'request.answer': 'Request of a lead answered',
  'privacy.redact': 'Person taken out of the log',
};

type Deed = (target: string, names: AuditNames, isSelf: boolean) => string;

const DEEDS: Record<AuditAction, Deed> = {
  'member.join': () => 'joined the organization',
  'member.role': (target, names, isSelf) =>
    isSelf ? 'changed their own seat' : `changed the seat of ${member(target, names)}`,
  'member.remove': (target, names) => `removed ${member(target, names)}`,
  'member.leave': () => 'left the organization',
  'owner.grant': (target, names) => `made ${member(target, names)} an owner`,
  'invite.create': (target, names) => `invited ${names.invite(target) ?? 'somebody'}`,
  'invite.resend': (target, names) => `sent the invite of ${names.invite(target) ?? 'somebody'} again`,
  'invite.revoke': (target, names) => `revoked the invite of ${names.invite(target) ?? 'somebody'}`,
  'account.connect': (target, names) => `connected the account ${account(target, names)}`,
  'account.disconnect': (target, names) => `disconnected the account ${account(target, names)}`,
  'account.pause': (target, names) => `paused the account ${account(target, names)}`,
  'account.resume': (target, names) => `resumed the account ${account(target, names)}`,
  'account.syncOff': (target, names) => `ended that mails of ${account(target, names)} come in`,
  'account.test': (target, names) => `tested the account ${account(target, names)}`,
  'org.create': () => 'created the organization',
  'org.update': () => 'changed the organization',
  'org.delete': () => 'deleted the organization',
  'org.restore': () => 'restored the organization',
  'billing.access': () => 'changed what the organization may do',
  'billing.checkout': () => 'went to choose a plan',
  'billing.plan': () => 'changed the plan',
  'billing.cancel': () => 'canceled the plan',
  'billing.resume': () => 'kept the plan',
  'billing.dispute': () => 'told of a disputed payment',
  'contact.erase': () => 'erased a contact with its conversation',
  'contact.export': () => 'exported a contact',
  'contact.optIn': () => 'recorded that a lead agreed to be written to',
  'org.export': () => 'exported the organization',
  'member.erase': () => 'erased their account',
  'request.record': () => 'noted a request of a lead',
  'request.answer': () => 'answered a request of a lead',
  'privacy.redact': () => 'took a former member out of earlier entries',
};

/** What was done, to follow the name of who did it. */
export function deedOf({ actor, action, target }: AuditEntry, names: AuditNames): string {
  return DEEDS[action](target, names, actor === target);
}

/** Who acts without a seat. */
const OTHERS: Record<string, string> = {
  stripe: 'Stripe',
  system: 'LeadPulse',
  unknown: 'Somebody unknown',
};

export function actorOf({ actor }: AuditEntry, names: AuditNames): string {
  return names.person(actor) ?? OTHERS[actor] ?? 'A former member';
}

/** How the filter names somebody without a seat; null: they cannot be asked for. */
export function outsiderOf(uid: string, names: AuditNames): string | null {
  if (uid === 'unknown') return null;
  return names.person(uid) ?? OTHERS[uid] ?? `Former member ${uid}`;
}

/** Who or what was acted on, by name; '' where the name is gone. */
export function targetOf({ action, target }: AuditEntry, names: AuditNames): string {
  const [kind] = action.split('.');
  if (kind === 'invite') return names.invite(target) ?? '';
  if (kind === 'account') return names.account(target) ?? '';
  return kind === 'org' || kind === 'billing' ? '' : (names.person(target) ?? '');
}

/** `Chrome, 203.0.113.0/24`; '' where the request told nothing. */
export function originWords(origin: AuditEntry['origin']): string {
  if (origin === null) return '';
  const browser = origin.browser === 'other' ? '' : origin.browser;
  return [browser, origin.network].filter((part) => part !== '').join(', ');
}

function member(uid: string, names: AuditNames): string {
  return names.person(uid) ?? 'a former member';
}

function account(accountId: string, names: AuditNames): string {
  return names.account(accountId) ?? accountId;
}
