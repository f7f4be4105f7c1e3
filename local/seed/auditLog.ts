import type { AuditEntry, AuditHead, AuditNote, AuditOrigin } from '@leadpulse/model';
import { DEFAULT_SETTINGS, EMPTY_AUDIT_HEAD, nextEntry } from '@leadpulse/model';
import { Timestamp } from 'firebase-admin/firestore';
import { sha256 } from '../../functions/src/platform/audit.js';
import { DAY, HOUR, MINUTE } from './begin.js';
import type { PlannedOrg } from './organizations.js';
import { HARBOR_ORG_ID } from './plan.js';

export type AuditStory = AuditNote[];

const NORA: [actor: string, origin: AuditOrigin] = [
  'demo-nora',
  { network: '203.0.113.0/24', browser: 'Safari' },
];
const MARCUS: typeof NORA = ['demo-marcus', { network: '198.51.100.0/24', browser: 'Chrome' }];
const VERA: typeof NORA = ['demo-vera', { network: '2001:db8:4a::/48', browser: 'Firefox' }];

const agent = { role: 'agent', sees: 'everything' };
const assigned = { role: 'agent', sees: 'assigned' };
const viewer = { role: 'viewer', sees: 'everything' };
const admin = { role: 'admin', sees: 'everything' };

/** What the people of Harbor Realty did to their organization, oldest first; it ends as the seats and invites are. */
export function harborStory(now: Date): AuditStory {
  const noteAt = (
    ago: number,
    [actor, origin]: typeof NORA,
    note: Pick<AuditNote, 'action' | 'target'> & Partial<AuditNote>,
  ): AuditNote => ({
    actor,
    origin,
    at: Timestamp.fromMillis(now.getTime() - ago),
    before: null,
    after: null,
    ...note,
  });
  const quiet = (endMinute: number) => ({
    settings: { ...DEFAULT_SETTINGS, quietHours: { ...DEFAULT_SETTINGS.quietHours, endMinute } },
  });
  return [
    noteAt(38 * DAY, NORA, { action: 'member.role', target: MARCUS[0], before: agent, after: admin }),
    noteAt(30 * DAY, NORA, {
      action: 'org.update',
      target: HARBOR_ORG_ID,
      origin: null,
      before: quiet(1200),
      after: quiet(1260),
    }),
    noteAt(25 * DAY, NORA, { action: 'invite.create', target: 'invite-vera', after: viewer }),
    noteAt(25 * DAY - 2 * HOUR, VERA, {
      action: 'member.join',
      target: VERA[0],
      after: { ...viewer, inviteId: 'invite-vera' },
    }),
    noteAt(20 * DAY, MARCUS, { action: 'member.role', target: 'demo-tomas', before: agent, after: assigned }),
    noteAt(12 * DAY, NORA, { action: 'invite.create', target: 'invite-jonas', after: assigned }),
    noteAt(9 * DAY, MARCUS, { action: 'invite.create', target: 'invite-billing', after: viewer }),
    noteAt(9 * DAY - 20 * MINUTE, MARCUS, {
      action: 'invite.revoke',
      target: 'invite-billing',
      before: viewer,
    }),
    noteAt(4 * DAY, MARCUS, { action: 'member.remove', target: 'demo-former', before: agent }),
    noteAt(2 * DAY, MARCUS, { action: 'invite.create', target: 'invite-amara', after: agent }),
    noteAt(3 * HOUR, NORA, { action: 'invite.create', target: 'invite-typo', after: assigned }),
  ];
}

/** The audit log of an organization as a chain: how it began, then its story. */
export function auditOf({ orgId, org, people, accounts, story }: PlannedOrg): AuditEntry[] {
  const about = { actor: people[0]?.uid ?? '', at: org.createdAt, origin: null, before: null };
  const after = { timeZone: org.timeZone, defaultCountry: org.defaultCountry };
  const notes: AuditNote[] = [
    { ...about, action: 'org.create', target: orgId, after },
    ...[...accounts].map(([target, { kind, channel }]): AuditNote => ({
      ...about,
      action: 'account.connect',
      target,
      after: { kind, channel },
    })),
    ...story,
  ];
  let head: Pick<AuditHead, 'sequence' | 'hash'> = EMPTY_AUDIT_HEAD;
  return notes.map((note) => {
    const entry = nextEntry(head, note, sha256);
    head = entry;
    return entry;
  });
}
