import type { CollectionReference, DocumentReference } from 'firebase-admin/firestore';
import { Refusal } from '@leadpulse/model';
import { db } from './firestore.js';

const ID = /^[A-Za-z0-9_-]{1,128}$/;

/** An id stays one path segment: a slash in it would lead to another tenant's documents. */
export function isId(value: string): boolean {
  return ID.test(value);
}

function segment(id: string, field: string): string {
  if (!isId(id)) {
    throw new Refusal('invalid-argument', 'malformed-id', { field, allowed: 'letters, digits, - and _' });
  }
  return id;
}

export function userRef(uid: string): DocumentReference {
  return db().doc(`users/${segment(uid, 'uid')}`);
}

/** What a person agreed to, chose and took back: append-only. */
export function consentsOf(uid: string): CollectionReference {
  return userRef(uid).collection('consents');
}

/** One mail to many. */
export function mailingRef(mailingId: string): DocumentReference {
  return db().doc(`mailings/${segment(mailingId, 'mailingId')}`);
}

export function recipientsOf(mailingId: string): CollectionReference {
  return mailingRef(mailingId).collection('recipients');
}

export function orgRef(orgId: string): DocumentReference {
  return db().doc(`orgs/${segment(orgId, 'orgId')}`);
}

export function membersOf(orgId: string): CollectionReference {
  return orgRef(orgId).collection('members');
}

/** `field` is what a malformed uid is called in the input. */
export function memberRef(orgId: string, uid: string, field = 'uid'): DocumentReference {
  return membersOf(orgId).doc(segment(uid, field));
}

export function inviteRef(orgId: string, inviteId: string): DocumentReference {
  return orgRef(orgId).collection('invites').doc(segment(inviteId, 'inviteId'));
}

export function auditLogOf(orgId: string): CollectionReference {
  return orgRef(orgId).collection('auditLog');
}

/** The last entry of the audit log's hash chain. */
export function auditHeadRef(orgId: string): DocumentReference {
  return orgRef(orgId).collection('chains').doc('audit');
}

export function accountsOf(orgId: string): CollectionReference {
  return orgRef(orgId).collection('accounts');
}

export function accountRef(orgId: string, accountId: string): DocumentReference {
  return accountsOf(orgId).doc(segment(accountId, 'accountId'));
}

/** A person who has gone to Google and is expected back; the id is the hash of what they bring along. */
export function oauthStateRef(orgId: string, hash: string): DocumentReference {
  return orgRef(orgId).collection('oauthStates').doc(segment(hash, 'state'));
}

export function contactsOf(orgId: string): CollectionReference {
  return orgRef(orgId).collection('contacts');
}

export function contactRef(orgId: string, contactId: string): DocumentReference {
  return contactsOf(orgId).doc(segment(contactId, 'contactId'));
}

/** What people asked for about their own data, and the erasures of accounts. */
export function privacyRequests(): CollectionReference {
  return db().collection('privacyRequests');
}

/** What was asked for about the leads of an organization, and the erasures of contacts. */
export function privacyRequestsOf(orgId: string): CollectionReference {
  return orgRef(orgId).collection('privacyRequests');
}

/** Where a message lies; what tasks, fault points and provider references carry. */
export interface MessagePath {
  orgId: string;
  contactId: string;
  messageId: string;
}

export function messageRef({ orgId, contactId, messageId }: MessagePath): DocumentReference {
  return contactRef(orgId, contactId).collection('messages').doc(segment(messageId, 'messageId'));
}

/** The ids in `orgs/{orgId}/contacts/{contactId}/messages/{messageId}`. */
export function messagePathOf(ref: DocumentReference): MessagePath {
  const [, orgId, , contactId, , messageId] = ref.path.split('/');
  if (!orgId || !contactId || !messageId) throw new Error('not the path of a message');
  return { orgId, contactId, messageId };
}
