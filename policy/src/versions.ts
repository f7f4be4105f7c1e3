import type { PolicyVersion } from './clause.js';
import { v20261125 } from './versions/v20261125.js';
import { v20261126 } from './versions/v20261126.js';

/** The policy in force; `POLICY_VERSION` names it. */
export const CURRENT_POLICY: PolicyVersion = v20261126;

/** Every version there was, the newest first. */
export const POLICY_VERSIONS: readonly PolicyVersion[] = [CURRENT_POLICY, v20261125];

export function policyOf(version: string): PolicyVersion | null {
  return POLICY_VERSIONS.find((each) => each.version === version) ?? null;
}
