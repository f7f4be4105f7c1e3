import { acceptPolicyContract } from '@leadpulse/model';
import type { PolicyStep } from '@leadpulse/model';
import { POLICY_VERSION } from '@leadpulse/policy';
import { callContract } from '../../../lib/call.js';

export async function tellPolicyStep(step: PolicyStep): Promise<void> {
  await callContract(acceptPolicyContract, { version: POLICY_VERSION, step });
}
