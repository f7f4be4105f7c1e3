export const ROLES = ['owner', 'admin', 'agent', 'viewer'] as const;
export type Role = (typeof ROLES)[number];

export const SEES = ['everything', 'assigned'] as const;
export type Sees = (typeof SEES)[number];

/** What a member may do, by role. Rules, functions, screens and tests follow this table. */
const CAPABILITIES = {
  'org.read': ['owner', 'admin', 'agent', 'viewer'],
  'contact.read': ['owner', 'admin', 'agent', 'viewer'],
  'contact.write': ['owner', 'admin', 'agent'],
  'message.send': ['owner', 'admin', 'agent'],
  'note.write': ['owner', 'admin', 'agent'],
  'contact.delete': ['owner', 'admin'],
  'contact.merge': ['owner', 'admin'],
  'contact.import': ['owner', 'admin'],
  'contact.export': ['owner', 'admin'],
  'consent.grant': ['owner', 'admin'],
  'template.write': ['owner', 'admin'],
  'campaign.write': ['owner', 'admin'],
  'account.write': ['owner', 'admin'],
  'org.write': ['owner', 'admin'],
  'audit.read': ['owner', 'admin'],
  'usage.read': ['owner', 'admin'],
  'member.write': ['owner', 'admin'],
  'billing.write': ['owner'],
  'owner.grant': ['owner'],
  'org.delete': ['owner'],
} as const satisfies Record<string, readonly Role[]>;

export type Capability = keyof typeof CAPABILITIES;

/** Every capability, in the order of the table. */
export const ALL_CAPABILITIES = Object.keys(CAPABILITIES) as Capability[];

/** Whether a role grants a capability; `undefined` (no seat in this organization) grants nothing. */
export function can(role: Role | undefined, capability: Capability): boolean {
  return role !== undefined && (CAPABILITIES[capability] as readonly Role[]).includes(role);
}

/** Owner and admin always see everything, whatever their seat says. */
export function effectiveSees(seat: { role: Role; sees: Sees }): Sees {
  return seat.role === 'owner' || seat.role === 'admin' ? 'everything' : seat.sees;
}
