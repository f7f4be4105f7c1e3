import type { Role, Sees } from '@leadpulse/model';
import { createOrgContract, saveContactContract } from '@leadpulse/model';
import { POLICY_VERSION } from '@leadpulse/policy';
import { Timestamp } from 'firebase-admin/firestore';
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import type { SignedInClient } from '../../local/worldClient.js';
import { adminAuth, adminDb, signedInClient } from '../../local/worldClient.js';

export const PASSWORD = 'harbor-lights-9';

export interface Person {
  uid: string;
  name: string;
  email: string;
}

export interface Practice {
  orgId: string;
  orgName: string;
  owner: Person;
  client: SignedInClient; // the owner's, under the rules
  accounts: () => Promise<{ kind: string; channel: string; address: string; accountId: string }[]>;
}

interface Lead {
  name: string;
  phones?: string[];
  emails?: string[];
  assigneeUid?: string | null;
}

let counter = 0;

/** Part of an address that no other test has. */
export function unique(): string {
  counter += 1;
  return `${Date.now().toString(36)}${process.pid.toString(36)}${counter}`;
}

/** A number that no other test has; its last two digits choose the persona. */
export function phoneOf(persona: string): string {
  const middle = String(Math.floor(Math.random() * 100_000)).padStart(5, '0');
  return `+1202${2 + Math.floor(Math.random() * 8)}${middle.slice(0, 4)}${persona}`;
}

async function account(name: string): Promise<Person> {
  const email = `${name.toLowerCase().replace(/[^a-z]+/g, '-')}-${unique()}@team.test`;
  const { uid } = await adminAuth().createUser({
    email,
    password: PASSWORD,
    displayName: name,
    emailVerified: true,
  });
  return { uid, name, email };
}

/** A new organization, its owner signed in, made as sign-up makes it but without the screens; they were asked about storage. */
export async function foundPractice(orgName: string, ownerName = 'Olivia Grant'): Promise<Practice> {
  const owner = await account(ownerName);
  const client = await signedInClient(owner.email, PASSWORD);
  const { orgId } = await client.call(createOrgContract, {
    orgName,
    displayName: ownerName,
    timeZone: 'America/New_York',
    defaultCountry: 'US',
    acceptedPolicyVersion: POLICY_VERSION,
    promotionalEmails: false,
  });
  await adminDb().doc(`users/${owner.uid}`).update({ 'preferences.cookies': 'necessary' });
  return { orgId, orgName, owner, client, accounts: () => accountsOf(orgId) };
}

async function accountsOf(orgId: string): ReturnType<Practice['accounts']> {
  const { docs } = await adminDb().collection(`orgs/${orgId}/accounts`).get();
  return docs.map((doc) => ({
    accountId: doc.id,
    kind: String(doc.get('kind')),
    channel: String(doc.get('channel')),
    address: String(doc.get('address')),
  }));
}

/** One more person with a seat there, as an accepted invite leaves it. */
export async function takeSeat(
  { orgId, orgName }: Practice,
  name: string,
  role: Role,
  sees: Sees = 'everything',
): Promise<Person> {
  const person = await account(name);
  const { uid, email } = person;
  const at = Timestamp.now();
  const batch = adminDb().batch();
  batch.set(adminDb().doc(`orgs/${orgId}/members/${uid}`), {
    role,
    sees,
    displayName: name,
    email,
    joinedAt: at,
  });
  batch.set(adminDb().doc(`users/${uid}`), {
    displayName: name,
    email,
    preferences: { productEmails: false, promotionalEmails: false, telemetry: false, cookies: 'necessary' },
    acceptedPolicy: { version: POLICY_VERSION, at },
    orgs: { [orgId]: { name: orgName, role, sees, timeZone: 'America/New_York' } },
  });
  await batch.commit();
  return person;
}

/** Adds a lead as the owner would. */
export async function addLead({ orgId, client }: Practice, lead: Lead): Promise<string> {
  const { name, phones = [], emails = [], assigneeUid = null } = lead;
  const { contactId } = await client.call(saveContactContract, {
    orgId,
    contactId: null,
    requestId: randomUUID(),
    fields: { name, phones, emails, assigneeUid, company: '', tags: [], stage: 'new' },
  });
  return contactId;
}

/** How long a message can be taken back; 0 sends at once. */
export async function setUndo({ orgId }: Practice, seconds: number): Promise<void> {
  await adminDb().doc(`orgs/${orgId}`).update({ 'settings.undoSendSeconds': seconds });
}

/** Signs in on the page that is open, or opens the sign-in page first. */
export async function signIn(
  page: Page,
  { email }: Pick<Person, 'email'>,
  password = PASSWORD,
): Promise<void> {
  if (!page.url().includes('/sign-in')) await page.goto('/sign-in');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(/\/o\//);
}
