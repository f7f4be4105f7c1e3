import type { Role, Sees } from '@leadpulse/model';
import { effectiveSees } from '@leadpulse/model';

interface Person {
  uid: string | null;
  seat?: { role: Role; sees: Sees }; // in the organization 'alpha'
}

/** Everybody who may knock: each seat of organization 'alpha', and those who have none there. */
export const people = {
  owner: { uid: 'owner', seat: { role: 'owner', sees: 'everything' } },
  narrowOwner: { uid: 'narrowOwner', seat: { role: 'owner', sees: 'assigned' } },
  admin: { uid: 'admin', seat: { role: 'admin', sees: 'everything' } },
  narrowAdmin: { uid: 'narrowAdmin', seat: { role: 'admin', sees: 'assigned' } },
  agent: { uid: 'agent', seat: { role: 'agent', sees: 'everything' } },
  narrowAgent: { uid: 'narrowAgent', seat: { role: 'agent', sees: 'assigned' } },
  viewer: { uid: 'viewer', seat: { role: 'viewer', sees: 'everything' } },
  narrowViewer: { uid: 'narrowViewer', seat: { role: 'viewer', sees: 'assigned' } },
  removed: { uid: 'removed' }, // had a seat; their page still names the organization
  stranger: { uid: 'stranger' }, // owns organization 'beta'
  anonymous: { uid: null },
} as const satisfies Record<string, Person>;

export type Who = keyof typeof people;

export const everybody = Object.keys(people) as Who[];

export function seatOf(who: Who): { role: Role; sees: Sees } | undefined {
  return (people[who] as Person).seat;
}

export function roleOf(who: Who): Role | undefined {
  return seatOf(who)?.role;
}

/** Whether a person may look at a contact of 'alpha' with this assignee. */
export function seesContactOf(who: Who, assigneeUid: string | null): boolean {
  const seat = seatOf(who);
  return seat !== undefined && (effectiveSees(seat) === 'everything' || assigneeUid === people[who].uid);
}

/** Words for a test title: who, and what their seat lets them see. */
export function called(who: Who): string {
  const seat = seatOf(who);
  if (!seat)
    return { removed: 'a removed member', stranger: 'a stranger' }[who as string] ?? 'an anonymous visitor';
  return `${/^[ao]/.test(seat.role) ? 'an' : 'a'} ${seat.role} who sees ${seat.sees}`;
}
