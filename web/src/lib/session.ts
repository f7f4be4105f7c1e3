import { can, effectiveSees } from '@leadpulse/model';
import type { Capability, Role, Sees, User } from '@leadpulse/model';
import { createContext, use } from 'react';
import type { Person } from './authState.js';

/** The signed-in person and their `users/{uid}` document, live. */
export interface Session {
  person: Person;
  profile: User | null; // null: signed up, but no organization was made yet
}

/** The person's seat in the organization of the URL. The rules hold the truth; this decides what is offered. */
export interface Seat {
  orgId: string;
  uid: string;
  name: string;
  role: Role;
  sees: Sees;
  timeZone: string;
  may: (capability: Capability) => boolean;
}

export const SessionContext = createContext<Session | null>(null);
export const SeatContext = createContext<Seat | null>(null);

/** An organization that was deleted and is not gone yet: its seats grant nothing. */
export interface ClosedOrganization {
  orgId: string;
  name: string;
  role: Role;
  purgeAtMs: number; // epoch ms
}

export function closedOrgOf({ profile }: Session, orgId: string): ClosedOrganization | null {
  const seat = profile?.orgs[orgId];
  if (seat?.purgeAt === undefined || seat.purgeAt === null) return null;
  return { orgId, name: seat.name, role: seat.role, purgeAtMs: seat.purgeAt.toMillis() };
}

/** The seat in one organization, by the projection in the person's own document; null for an outsider. */
export function seatOf({ person, profile }: Session, orgId: string): Seat | null {
  const seat = profile?.orgs[orgId];
  if (seat === undefined || (seat.purgeAt ?? null) !== null) return null;
  return {
    orgId,
    uid: person.uid,
    name: seat.name,
    role: seat.role,
    sees: effectiveSees(seat),
    timeZone: seat.timeZone,
    may: (capability) => can(seat.role, capability),
  };
}

export function useSession(): Session {
  const session = use(SessionContext);
  if (session === null) throw new Error('useSession is used outside of a signed-in route');
  return session;
}

export function useSeat(): Seat {
  const seat = use(SeatContext);
  if (seat === null) throw new Error('useSeat is used outside of /o/:orgId');
  return seat;
}
