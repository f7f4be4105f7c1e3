import type { AuditEntry, Role, SeatView } from '@leadpulse/model';
import { can, ROLES } from '@leadpulse/model';
import { randomFrom, type Random } from '../../local/seed/random.js';

type Act =
  | { kind: 'change'; member: string; role: 'admin' | 'agent' | 'viewer'; sees: SeatView['sees'] }
  | { kind: 'remove'; member: string }
  | { kind: 'grant'; member: string; stepDown: boolean }
  | { kind: 'leave' };

export interface Step {
  actor: string;
  act: Act;
  afterMs: number;
}

export type Seats = Record<string, SeatView>;

/** Who is in the organization, and what they all do at about the same time. */
export interface SeatSchedule {
  seed: number;
  seats: Seats;
  steps: Step[];
}

const GIVEN = ['admin', 'agent', 'viewer'] as const;
const LATEST_MS = 40;

/** Two or three owners, who do most of it, and one of each other role; the same at every run. */
export function seatSchedule(seed: number): SeatSchedule {
  const random = randomFrom(seed);
  const owners = Array.from({ length: random.int(2, 3) }, (_, at) => `owner${at}`);
  const people = [...owners, 'admin', 'agent', 'viewer'];
  const seats = Object.fromEntries(
    people.map((name): [string, SeatView] => {
      const role = ROLES.find((each) => name.startsWith(each)) ?? 'viewer';
      return [name, { role, sees: 'everything' }];
    }),
  );
  const steps = Array.from({ length: random.int(3, 5) }, () => ({
    actor: random.pick(random.chance(0.7) ? owners : people),
    act: actOf(random, people),
    afterMs: random.int(0, LATEST_MS),
  }));
  return { seed, seats, steps };
}

function actOf(random: Random, people: readonly string[]): Act {
  const member = random.pick(people);
  switch (random.int(0, 3)) {
    case 0:
      return { kind: 'change', member, role: random.pick(GIVEN), sees: 'everything' };
    case 1:
      return { kind: 'remove', member };
    case 2:
      return { kind: 'grant', member, stepDown: random.chance(0.6) };
    default:
      return { kind: 'leave' };
  }
}

/** What was found when everybody was done. */
export interface Found {
  seats: Seats;
  /** What each person's page says of the organization. */
  pages: Seats;
  log: Pick<AuditEntry, 'actor' | 'action' | 'target' | 'before' | 'after'>[];
  isChainIntact: boolean;
}

/**
 * What is wrong with the outcome: the audit log is the order in which the acts took place, so each one must have been
 * its actor's to do at that moment, no moment may lack an owner, and the end must be what stands in seats and pages.
 */
export function faultsOf({ seats: start }: SeatSchedule, found: Found): string[] {
  const seats = { ...start };
  const faults = found.log.flatMap((entry, at) => {
    const mayBe = isLegal(seats, entry, found.log[at - 1]);
    apply(seats, entry);
    return [
      ...(mayBe ? [] : [`entry ${at + 1}: ${entry.action} was not for ${entry.actor} to do`]),
      ...(hasOwner(seats) ? [] : [`entry ${at + 1}: no owner is left`]),
    ];
  });
  if (!isSame(seats, found.seats)) faults.push('the seats are not what the log leads to');
  if (!isSame(seats, found.pages)) faults.push('the pages are not what the log leads to');
  if (!found.isChainIntact) faults.push('the chain of the log is broken');
  return faults;
}

type Entry = Found['log'][number];

interface Moment {
  entry: Entry;
  last: Entry | undefined;
  role: Role | undefined; // the actor's, before the act
  targetRole: Role;
}

/** Written from the design's table and not from the plans: the capability, never an owner, never oneself upward. */
const LEGAL: Partial<Record<Entry['action'], (moment: Moment) => boolean>> = {
  'member.leave': ({ entry }) => entry.actor === entry.target,
  'owner.grant': (moment) => can(moment.role, 'owner.grant') && isOfAnother(moment),
  'member.remove': (moment) => can(moment.role, 'member.write') && isOfAnother(moment),
  'member.role': (moment) =>
    can(moment.role, 'member.write') &&
    roleAfter(moment.entry) !== 'owner' &&
    (isOfAnother(moment) || isOwnLowered(moment)),
};

function isLegal(seats: Seats, entry: Entry, last: Entry | undefined): boolean {
  const target = seats[entry.target];
  if (!target || !isSame({ it: entry.before }, { it: target })) return false;
  const moment = { entry, last, role: seats[entry.actor]?.role, targetRole: target.role };
  return LEGAL[entry.action]?.(moment) ?? false;
}

function isOfAnother({ entry, targetRole }: Moment): boolean {
  return entry.actor !== entry.target && targetRole !== 'owner';
}

/** Down by their own wish, or as the second half of handing the organization over. */
function isOwnLowered({ entry, last, targetRole }: Moment): boolean {
  const isHandingOver = last?.action === 'owner.grant' && last.actor === entry.actor;
  return entry.actor === entry.target && (isHandingOver || isLower(roleAfter(entry), targetRole));
}

function isLower(role: Role | undefined, than: Role): boolean {
  return role !== undefined && ROLES.indexOf(role) > ROLES.indexOf(than);
}

function roleAfter({ after }: Entry): Role | undefined {
  return ROLES.find((role) => role === after?.role);
}

function apply(seats: Seats, { target, after }: Entry): void {
  if (after) seats[target] = after as unknown as SeatView;
  else Reflect.deleteProperty(seats, target);
}

function hasOwner(seats: Seats): boolean {
  return Object.values(seats).some(({ role }) => role === 'owner');
}

function isSame(a: object, b: object): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.map(([key, inner]) => [key, sorted(inner)]);
}
