import { z } from 'zod';
import { contract } from './contract.js';
import { Refusal } from './refusal.js';
import type { User } from './user.js';

/** Going on accepts a new policy: opening LeadPulse so long after its notice was seen, or the notice's button. */
export const GOING_ON_AFTER_MS = 24 * 60 * 60_000;

/** What a browser tells of the notice: it was shown; its button was pressed; the person came back later and went on. */
export const POLICY_STEPS = ['seen', 'accepted', 'went-on'] as const;
export type PolicyStep = (typeof POLICY_STEPS)[number];

/** Twice is once: each step of a version is recorded one time. */
export const acceptPolicyContract = contract('acceptPolicy', {
  input: z.strictObject({ version: z.string().max(20), step: z.enum(POLICY_STEPS) }),
  output: z.strictObject({}),
});

type Page = Pick<User, 'acceptedPolicy' | 'seenPolicy'>;

/** Versions are days: a later one is greater. A person who accepted one of today's is not asked by a page of yesterday. */
export function isPolicyNews({ acceptedPolicy }: Page, current: string): boolean {
  return acceptedPolicy.version < current;
}

/** Whether opening LeadPulse now is going on. */
export function hasGoneOn({ seenPolicy }: Page, current: string, nowMs: number): boolean {
  return seenPolicy?.version === current && nowMs - seenPolicy.at.toMillis() >= GOING_ON_AFTER_MS;
}

/** What is to be recorded; null: it is on record already. */
export function planPolicyStep(
  page: Page,
  { version, step }: { version: string; step: PolicyStep },
  { current, nowMs }: { current: string; nowMs: number },
): 'seen' | 'accepted' | null {
  if (version !== current) {
    throw new Refusal('failed-precondition', 'policy-version-old', { field: 'version', allowed: current });
  }
  if (!isPolicyNews(page, current)) return null;
  if (step === 'seen') return page.seenPolicy?.version === current ? null : 'seen';
  if (step === 'went-on' && !hasGoneOn(page, current, nowMs)) {
    throw new Refusal('failed-precondition', 'policy-not-seen', {
      field: 'step',
      allowed: 'a day after the notice was seen',
    });
  }
  return 'accepted';
}
