import type { Invite } from '@leadpulse/model';
import { Timestamp } from 'firebase-admin/firestore';
import { adminDb } from '../../local/worldClient.js';
import type { Practice } from './people.js';
import { unique } from './people.js';

const HOUR_MS = 60 * 60_000;

/** One invite in every state. */
export async function writeInvites({ orgId, owner }: Practice): Promise<void> {
  const at = (hours: number): Timestamp => Timestamp.fromMillis(Date.now() + hours * HOUR_MS);
  const invite = (email: string, state: Invite['state'], of: Partial<Invite> = {}): Invite => ({
    ...{ email, state, role: 'agent', sees: 'everything', tokenHash: '0'.repeat(64), invitedBy: owner.uid },
    ...{ createdAt: at(-2), expiresAt: at(166), mail: 'sent', acceptedBy: null, ...of },
  });
  const invites = [
    invite('clara.waits@example.com', 'open'),
    invite('dora.unmailed@example.com', 'open', { role: 'admin', mail: 'failed' }),
    invite('edgar.late-and-with-a-long-address@example.com', 'open', {
      ...{ role: 'viewer', sees: 'assigned', createdAt: at(-200), expiresAt: at(-32) },
    }),
    invite('frida.came@example.com', 'accepted', { acceptedBy: 'somebody', createdAt: at(-90) }),
    invite('gustav.not@example.com', 'revoked', { createdAt: at(-100) }),
  ];
  for (const each of invites) await adminDb().collection(`orgs/${orgId}/invites`).add(each);
}

/** The screens go by the projection; the organization behind it is not needed for that. */
export async function closedOrg({ owner }: Practice): Promise<string> {
  const orgId = `closed${unique()}`;
  const purgeAt = Timestamp.fromMillis(Date.now() + 6 * 24 * HOUR_MS);
  const seat = { name: 'Dockside Homes', role: 'owner', sees: 'everything', timeZone: 'UTC', purgeAt };
  await adminDb()
    .doc(`users/${owner.uid}`)
    .update({ [`orgs.${orgId}`]: seat });
  return orgId;
}
