import type { Account } from '@leadpulse/model';
import { createOrgContract, DEFAULT_SETTINGS, isTimeZone, Refusal } from '@leadpulse/model';
import { POLICY_VERSION } from '@leadpulse/policy';
import type { DocumentSnapshot, Transaction } from 'firebase-admin/firestore';
import { Timestamp } from 'firebase-admin/firestore';
import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { openTrial } from '../billing/index.js';
import { planPracticeAccounts, writeAccounts } from '../messaging/index.js';
import { openAudit } from '../platform/audit.js';
import type { Caller } from '../platform/callable.js';
import { callable } from '../platform/callable.js';
import { config } from '../platform/config.js';
import { runInTurn } from '../platform/firestore.js';
import { currentPerson } from '../platform/person.js';
import { memberRef, orgRef, userRef } from '../platform/refs.js';
import type { PageSeat } from './userPage.js';
import { createPage, insistOnCurrentPolicy, writeConsent, writeNewsConsents } from './userPage.js';

/** How often one person may found, and leave or delete, an organization of one name. */
const MOST_OF_A_NAME = 10;

type Input = z.output<typeof createOrgContract.input>;

/** The organization with its trial, the owner's seat, their page and the audit entry in one transaction; twice makes one. */
export const createOrg = callable(createOrgContract, async (input, caller) => {
  refuseUnknowns(input);
  await currentPerson(caller.uid); // a token outlives an account that was erased; no page is made for nobody
  return runInTurn(async (tx) => {
    const { orgId, isMade } = await findPlace(tx, caller.uid, input.orgName);
    if (isMade) return { orgId };
    const user = await tx.get(userRef(caller.uid));
    const audit = await openAudit(tx, orgId);
    const practice = config().sandboxUrl === '' ? [] : await planPracticeAccounts(tx, input.orgName);
    writeOrg(tx, orgId, input, { caller, practice });
    writeUser(tx, orgId, input, { caller, user });
    audit.write({
      actor: caller.uid,
      origin: caller.origin,
      action: 'org.create',
      target: orgId,
      after: { timeZone: input.timeZone, defaultCountry: input.defaultCountry },
    });
    return { orgId };
  });
});

/** The organization that the founder made under this name before, or where a new one goes: not where they left one. */
async function findPlace(
  tx: Transaction,
  uid: string,
  orgName: string,
): Promise<{ orgId: string; isMade: boolean }> {
  for (let earlier = 0; earlier < MOST_OF_A_NAME; earlier++) {
    const orgId = orgIdOf(uid, orgName, earlier);
    const [org, seat] = await tx.getAll(orgRef(orgId), memberRef(orgId, uid));
    if (!org?.exists) return { orgId, isMade: false };
    if (seat?.exists && seat.get('isClosed') !== true) return { orgId, isMade: true };
  }
  throw new Refusal('resource-exhausted', 'too-many', { field: 'orgName', allowed: 'another name' });
}

function orgIdOf(uid: string, orgName: string, earlier: number): string {
  const suffix = earlier === 0 ? '' : `/${earlier}`;
  const hash = createHash('sha256').update(uid + orgName.trim().toLowerCase() + suffix);
  return `o${hash.digest('hex').slice(0, 20)}`;
}

function refuseUnknowns({ timeZone, defaultCountry, acceptedPolicyVersion }: Input): void {
  if (!isTimeZone(timeZone)) {
    throw new Refusal('invalid-argument', 'time-zone-unknown', {
      field: 'timeZone',
      allowed: 'an IANA time zone such as America/New_York',
    });
  }
  if (!isCountry(defaultCountry)) {
    throw new Refusal('invalid-argument', 'country-unknown', {
      field: 'defaultCountry',
      allowed: 'a country code of ISO 3166 such as US',
    });
  }
  insistOnCurrentPolicy(acceptedPolicyVersion, 'acceptedPolicyVersion');
}

/** ICU knows a country's name; for a code that is none it gives the code back. */
function isCountry(code: string): boolean {
  return new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(code) !== undefined;
}

function writeOrg(
  tx: Transaction,
  orgId: string,
  input: Input,
  { caller, practice }: { caller: Caller; practice: Account[] },
): void {
  const now = Timestamp.now();
  tx.create(orgRef(orgId), {
    name: input.orgName,
    timeZone: input.timeZone,
    postalAddress: '',
    defaultCountry: input.defaultCountry,
    settings: DEFAULT_SETTINGS,
    access: openTrial(tx, orgId, now.toMillis()),
    createdAt: now,
  });
  tx.create(memberRef(orgId, caller.uid), {
    role: 'owner',
    sees: 'everything',
    displayName: input.displayName,
    email: caller.email,
    joinedAt: now,
  });
  writeAccounts(tx, orgId, practice);
}

/** A second organization of the same person keeps their page; news by email may be added by it, not taken away. */
function writeUser(
  tx: Transaction,
  orgId: string,
  input: Input,
  { caller, user }: { caller: Caller; user: DocumentSnapshot | undefined },
): void {
  const { displayName, promotionalEmails } = input;
  const { uid, email } = caller;
  const seat: PageSeat = {
    name: input.orgName,
    role: 'owner',
    sees: 'everything',
    timeZone: input.timeZone,
  };
  if (!user?.exists) {
    createPage(tx, { uid, email, displayName, promotionalEmails, orgId, seat });
    return;
  }
  tx.update(user.ref, {
    [`orgs.${orgId}`]: seat,
    acceptedPolicy: { version: POLICY_VERSION, at: Timestamp.now() },
    ...(promotionalEmails && { 'preferences.productEmails': true, 'preferences.promotionalEmails': true }),
  });
  writeConsent(tx, { uid, orgId, what: 'privacy-policy', given: true });
  if (promotionalEmails) writeNewsConsents(tx, { uid, orgId, given: true });
}
