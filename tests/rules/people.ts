import type { Role, Sees } from '@leadpulse/model';
import { effectiveSees } from '@leadpulse/model';

interface Person {
  uid: string | null;
  seat?: { role: Role; sees: Sees }; // in their organization
  org?: 'paused' | 'closed'; // 'alpha' if nothing is said
}

/** Everybody who may knock: each seat of 'alpha', those who have none there, and members of organizations that stand otherwise. */
export const people = {
  owner: { uid: 'owner', seat: { role: 'owner', sees: 'everything' } },
  narrowOwner: { uid: 'narrowOwner', seat: { role: 'owner', sees: 'assigned' } },
  admin: { uid: 'admin', seat: { role: 'admin', sees: 'everything' } },
  narrowAdmin: { uid: 'narrowAdmin', seat: { role: 'admin', sees: 'assigned' } },
  agent: { uid: 'agent', seat: { role: 'agent', sees: 'everything' } },
  narrowAgent: { uid: 'narrowAgent', seat: { role: 'agent', sees: 'assigned' } },
  viewer: { uid: 'viewer', seat: { role: 'viewer', sees: 'everything' } },
  narrowViewer: { uid: 'narrowViewer', seat: { role: 'viewer', sees: 'assigned' } },
  pausedOwner: { uid: 'pausedOwner', seat: { role: 'owner', sees: 'everything' }, org: 'paused' },
  pausedAgent: { uid: 'pausedAgent', seat: { role: 'agent', sees: 'everything' }, org: 'paused' },
  closedOwner: { uid: 'closedOwner', seat: { role: 'owner', sees: 'everything' }, org: 'closed' }, // deleted, to be purged
  closedAgent: { uid: 'closedAgent', seat: { role: 'agent', sees: 'assigned' }, org: 'closed' },
  invited: { uid: 'invited' }, // an open invite to 'alpha' waits for them
  removed: { uid: 'removed' }, // had a seat; their page still names the organization
  stranger: { uid: 'stranger' }, // owns organization 'beta'
  anonymous: { uid: null },
} as const satisfies Record<string, Person>;

export type Who = keyof typeof people;

export const everybody = Object.keys(people) as Who[];

/** The organization at whose door a person is tried: their own, and 'alpha' for those without one. */
export function orgOf(who: Who): 'alpha' | 'paused' | 'closed' {
  return (people[who] as Person).org ?? 'alpha';
}

/** The seat that counts in a person's organization: none in a closed one. */
export function seatOf(who: Who): Person['seat'] {
  return orgOf(who) === 'closed' ? undefined : (people[who] as Person).seat;
}

export function roleOf(who: Who): Role | undefined {
  return seatOf(who)?.role;
}

/** Whether a person may look at a contact of their organization with this assignee. */
export function seesContactOf(who: Who, assigneeUid: string | null): boolean {
  const seat = seatOf(who);
  return seat !== undefined && (effectiveSees(seat) === 'everything' || assigneeUid === people[who].uid);
}

const WITHOUT_SEAT: Record<string, string> = {
  invited: 'an invited person who has not accepted',
  removed: 'a removed member',
  stranger: 'a stranger who owns another organization',
};

/** Words for a test title: who, where, and what their seat lets them see. */
export function called(who: Who): string {
  const { seat } = people[who] as Person;
  if (!seat) return WITHOUT_SEAT[who] ?? 'an anonymous visitor';
  const role = `${/^[ao]/.test(seat.role) ? 'an' : 'a'} ${seat.role}`;
  if (orgOf(who) !== 'alpha') return `${role} of a ${orgOf(who)} organization`;
  return `${role} who sees ${seat.sees}`;
}
