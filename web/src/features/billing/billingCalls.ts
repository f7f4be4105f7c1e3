import {
  cancelPlanContract,
  changePlanContract,
  countUsageContract,
  openBillingPortalContract,
  previewPlanContract,
  refreshBillingContract,
  resumePlanContract,
  startCheckoutContract,
} from '@leadpulse/model';
import type { z } from 'zod';
import { callContract } from '../../lib/call.js';

export const startCheckout = async (input: z.input<typeof startCheckoutContract.input>): Promise<string> =>
  (await callContract(startCheckoutContract, input)).url;
export const openBillingPortal = async (orgId: string): Promise<string> =>
  (await callContract(openBillingPortalContract, { orgId })).url;
export const previewPlan = (input: z.input<typeof previewPlanContract.input>) =>
  callContract(previewPlanContract, input);
export const changePlan = (input: z.input<typeof changePlanContract.input>) =>
  callContract(changePlanContract, input);
export const cancelPlan = (orgId: string) => callContract(cancelPlanContract, { orgId });
export const resumePlan = (orgId: string) => callContract(resumePlanContract, { orgId });
export const countUsage = (orgId: string) => callContract(countUsageContract, { orgId });
export const refreshBilling = async (orgId: string): Promise<string[]> =>
  (await callContract(refreshBillingContract, { orgId })).drift;
