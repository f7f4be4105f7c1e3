import { createOrgContract } from '@leadpulse/model';
import { POLICY_VERSION } from '@leadpulse/policy';
import { callContract } from '../../lib/call.js';
import { countryOf } from './countryOf.js';

interface Wanted {
  orgName: string;
  displayName: string;
  promotionalEmails: boolean;
}

/** Makes the organization with the time zone and country of this browser; both can be changed in its settings. */
export async function createOrganization({
  orgName,
  displayName,
  promotionalEmails,
}: Wanted): Promise<string> {
  const { orgId } = await callContract(createOrgContract, {
    orgName,
    displayName,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    defaultCountry: countryOf(navigator.language),
    acceptedPolicyVersion: POLICY_VERSION,
    promotionalEmails,
  });
  return orgId;
}
