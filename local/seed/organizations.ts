import type { Account, Invite, Member, Org, User } from '@leadpulse/model';
import { DEFAULT_SETTINGS } from '@leadpulse/model';
import { POLICY_VERSION } from '@leadpulse/policy';
import { Timestamp } from 'firebase-admin/firestore';
import type { AuditStory } from './auditLog.js';
import { harborStory } from './auditLog.js';
import { lastThrough } from './health.js';
import { harborInvites } from './invites.js';
import type { DemoPerson } from './people.js';
import { DEMO_PEOPLE, STRANGER } from './people.js';
import type { PlannedContact } from './plan.js';
import { ACCOUNTS, HARBOR_ORG_ID, NORTHSIDE_ORG_ID, plannedContact } from './plan.js';
import { demoContacts } from './demoContacts.js';

const DAY = 24 * 60 * 60_000;

/** One organization with all that lies below it. */
export interface PlannedOrg {
  orgId: string;
  org: Org;
  people: readonly DemoPerson[];
  accounts: Map<string, Account>;
  contacts: PlannedContact[];
  invites: Map<string, Invite>;
  story: AuditStory; // what happened since the beginning
}

export function harborRealty(now: Date): PlannedOrg {
  const account = accountsMadeAt(now);
  const contacts = demoContacts(now);
  const accounts = new Map([
    [ACCOUNTS.number.id, account('sandbox', 'sms', ACCOUNTS.number.address, 'Practice number')],
    [
      ACCOUNTS.practiceMailbox.id,
      account('sandbox', 'email', ACCOUNTS.practiceMailbox.address, 'Practice mailbox'),
    ],
    [ACCOUNTS.office.id, account('smtp', 'email', ACCOUNTS.office.address, 'Harbor Realty office')],
  ]);
  for (const [id, { health }] of accounts) Object.assign(health, lastThrough(id, contacts));
  return {
    orgId: HARBOR_ORG_ID,
    org: orgNamed('Harbor Realty', '1200 Embarcadero, Suite 4, Oakland, CA 94606', now),
    people: DEMO_PEOPLE,
    accounts,
    contacts,
    invites: harborInvites(now),
    story: harborStory(now),
  };
}

/** Somebody else's organization, for everything that Harbor Realty must not see. */
export function northsideHomes(now: Date): PlannedOrg {
  const account = accountsMadeAt(now);
  const assigneeUid = STRANGER.uid;
  const createdAt = new Date(now.getTime() - 3 * DAY);
  return {
    orgId: NORTHSIDE_ORG_ID,
    org: orgNamed('Northside Homes', '77 Lakeview Plaza, Chicago, IL 60613', now),
    people: [STRANGER],
    accounts: new Map([['practice-number', account('sandbox', 'sms', '+15005550199', 'Practice number')]]),
    contacts: [
      plannedContact({
        contactId: 'otis-barlow',
        name: 'Otis Barlow',
        phones: ['+13125550171'],
        emails: [],
        assigneeUid,
        createdAt,
      }),
      plannedContact({
        contactId: 'wanda-kowalski',
        name: 'Wanda Kowalski',
        phones: ['+13125550172'],
        emails: ['wanda.kowalski@example.org'],
        assigneeUid,
        createdAt,
      }),
    ],
    invites: new Map(),
    story: [],
  };
}

function orgNamed(name: string, postalAddress: string, now: Date): Org {
  return {
    name,
    timeZone: 'America/Los_Angeles',
    postalAddress,
    defaultCountry: 'US',
    settings: DEFAULT_SETTINGS,
    access: {
      status: 'trialing', // until the plan is bought
      planId: null,
      trialEndsAt: Timestamp.fromMillis(now.getTime() + 9 * DAY),
      currentPeriodEnd: null,
      cancelAtPeriodEnd: false,
    },
    createdAt: Timestamp.fromMillis(now.getTime() - 40 * DAY),
  };
}

function accountsMadeAt(
  now: Date,
): (kind: Account['kind'], channel: Account['channel'], address: string, displayName: string) => Account {
  return (kind, channel, address, displayName) => ({
    kind,
    channel,
    address,
    displayName,
    state: 'active',
    health: { lastInboundAt: null, lastOutboundAt: null, lastError: null, syncedTo: null },
    createdAt: Timestamp.fromMillis(now.getTime() - 40 * DAY),
  });
}

export function memberOf(person: DemoPerson, { org }: PlannedOrg): Member {
  const { role, sees, name, email } = person;
  return { role, sees, displayName: name, email, joinedAt: org.createdAt };
}

export function userOf(person: DemoPerson, { orgId, org }: PlannedOrg): User {
  const { role, sees, name, email } = person;
  return {
    displayName: name,
    email,
    preferences: { productEmails: false, promotionalEmails: false, telemetry: false, cookies: 'unasked' },
    acceptedPolicy: { version: POLICY_VERSION, at: org.createdAt },
    orgs: { [orgId]: { name: org.name, role, sees, timeZone: org.timeZone } },
  };
}
