import type { Allowances, MonthlyUse, Use } from '@leadpulse/model';
import {
  accessSchema,
  allowancesOf,
  maySend,
  monthlyUseOf,
  orgSchema,
  planMonthlyUse,
} from '@leadpulse/model';
import type { DocumentSnapshot } from 'firebase-admin/firestore';
import { z } from 'zod';
import { hasChanged } from '../platform/firestore.js';
import { orgRef } from '../platform/refs.js';
import { countGrowing } from './countUse.js';

const { name, monthlyUse, deletion } = orgSchema.shape;
const access = accessSchema
  .pick({ status: true, planId: true, trialEndsAt: true, graceEndsAt: true })
  .strip();
const meteredSchema = z.object({ name, access, monthlyUse, deletion });

/** The fields of an organization that metering reads. */
export const METERED_FIELDS = Object.keys(meteredSchema.shape);

/** What metering found of an organization that may send. */
export interface Metered {
  readonly orgId: string;
  readonly orgName: string;
  readonly planId: string | null;
  readonly allowances: Allowances;
  readonly use: Pick<Use, 'contacts' | 'messages'>;
  readonly levels: MonthlyUse;
}

/** Somebody else writes the organization now and then; a count is not worth more. The next run counts anew. */
const TURNS = 3;

/** Counts an organization and keeps the levels where they changed; null: it may not send, so there is nothing to meter. */
export async function refreshUse(orgId: string, seen?: DocumentSnapshot): Promise<Metered | null> {
  for (let turn = 1; ; turn += 1) {
    const org = turn === 1 && seen ? seen : await orgRef(orgId).get();
    const metered = org.exists ? await meter(orgId, meteredSchema.parse(org.data())) : null;
    if (!metered?.change || (await wrote(org, metered.change)) || turn === TURNS) return metered;
  }
}

async function meter(
  orgId: string,
  org: z.infer<typeof meteredSchema>,
): Promise<(Metered & { change: MonthlyUse | null }) | null> {
  const nowMs = Date.now();
  if (org.deletion || !maySend(org.access, nowMs)) return null;
  const { planId } = org.access;
  const allowances = allowancesOf(planId);
  const use = await countGrowing(orgId, nowMs);
  const levels = monthlyUseOf(use, allowances, nowMs);
  const change = planMonthlyUse(org.monthlyUse, levels);
  return { orgId, orgName: org.name, planId, allowances, use, levels, change };
}

/** Only over the organization as it was seen: a count for an older plan, or an older count, does not win. */
async function wrote(org: DocumentSnapshot, change: MonthlyUse): Promise<boolean> {
  try {
    const condition = org.updateTime ? { lastUpdateTime: org.updateTime } : {};
    await org.ref.update({ monthlyUse: change }, condition);
    return true;
  } catch (error) {
    if (hasChanged(error)) return false;
    throw error;
  }
}
