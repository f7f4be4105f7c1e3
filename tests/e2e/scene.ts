import { createOrgContract } from '@leadpulse/model';
import { POLICY_VERSION } from '@leadpulse/policy';
import { mailToken } from '../../functions/src/news/mailLink.js';
import { LOCAL_SECRETS } from '../../local/world/environment.js';
import { addToLog, oneOfEach } from './auditStory.js';
import { tellBilling } from './billingStory.js';
import type { Practice } from './people.js';
import { foundPractice, takeSeat, unique } from './people.js';
import { tellStory, waitingLead } from './richThread.js';
import type { Scene } from './screenList.js';
import { closedOrg, writeInvites } from './teamStory.js';
import { tellUsage } from './usageStory.js';

process.env.MAIL_LINK_KEYS = LOCAL_SECRETS.MAIL_LINK_KEYS;

/** An organization with something on every screen, and an empty one of the same person. */
export async function setScene(): Promise<{ practice: Practice; scene: Scene }> {
  const practice = await foundPractice('Quayside Homes', 'Olivia Grant');
  const { orgId: emptyOrgId } = await practice.client.call(createOrgContract, {
    orgName: `Empty ${unique()}`,
    displayName: practice.owner.name,
    timeZone: 'America/New_York',
    defaultCountry: 'US',
    acceptedPolicyVersion: POLICY_VERSION,
    promotionalEmails: false,
  });
  const closedOrgId = await closedOrg(practice);
  const ben = await takeSeat(practice, 'Ben Okri', 'agent');
  await takeSeat(practice, 'Ines Alba', 'agent', 'assigned');
  await takeSeat(practice, 'Vera Cole', 'viewer');
  await writeInvites(practice);
  await waitingLead(practice, 'Wolfgang Pauli', 12, 'Is the flat still free? I could come by tomorrow.');
  await waitingLead(practice, 'Lise Meitner', 200, 'Thank you!');
  await addToLog(practice, oneOfEach(practice.orgId, ben.uid));
  const contactId = await tellStory(practice, 'Rosa Luxemburg');
  await tellUsage(practice);
  const billing = await tellBilling(practice);
  const ids = { ownerUid: practice.owner.uid, orgId: practice.orgId, emptyOrgId, closedOrgId, contactId };
  const mailLink = `/mail-preferences#${mailToken({ uid: practice.owner.uid, scope: 'all' })}`;
  const scene = { ...ids, foreignOrgId: 'ofnobodyknows', mailLink, billing };
  return { practice, scene };
}
