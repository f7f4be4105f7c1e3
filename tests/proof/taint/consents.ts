import {
  changeMyNameContract,
  connectAccountContract,
  contactSchema,
  decideOptOutContract,
  recordOptInContract,
  recordOptOutContract,
} from '@leadpulse/model';
import { adminDb, eventually, postSandboxEvent } from '../../../local/worldClient.js';
import { freshId } from '../../functions/tenant.js';
import { twilio } from '../../functions/twilio.js';
import type { House } from './house.js';
import type { Lead } from './inside.js';
import { send } from './inside.js';

/** What members note of calls and decide, and the name they correct. */
export async function noteConsents(house: House, [told, agreed, unsure]: readonly Lead[]): Promise<void> {
  const { owner, orgId, taints } = house;
  if (!told || !agreed || !unsure) throw new Error('Three leads are needed.');
  const stop = { orgId, contactId: told.contactId, channels: ['sms', 'email'] as ('sms' | 'email')[] };
  await owner.call(recordOptOutContract, {
    ...stop,
    toldBy: 'call',
    words: taints.words('a noted opt-out'),
  });
  await owner.call(recordOptInContract, {
    ...{ orgId, contactId: agreed.contactId, channels: ['sms'] },
    ...{ toldBy: 'call', words: taints.words('a noted consent') },
  });
  await decide(house, unsure);
  await owner.call(changeMyNameContract, { displayName: taints.name('one’s own name') });
}

/** A lead leaves a doubt; a member reads it. */
async function decide({ owner, orgId, sms, taints }: House, { contactId, phone }: Lead): Promise<void> {
  const body = `Not interested. ${taints.words('an unclear text')}`;
  const event = {
    type: 'message.received',
    id: freshId('sb_'),
    channel: 'sms',
    from: phone,
    to: sms.address,
  };
  await postSandboxEvent({ ...event, body, receivedAt: new Date().toISOString() });
  const contact = adminDb().doc(`orgs/${orgId}/contacts/${contactId}`);
  const messageId = await eventually(async () => {
    const open = contactSchema.shape.optOutQuestion.parse((await contact.get()).get('optOutQuestion'));
    return open?.sms?.messageId;
  }, 'Nobody was asked what the lead meant');
  await owner.call(decideOptOutContract, { orgId, contactId, channel: 'sms', messageId, isOptOut: false });
}

/** A Twilio number of the house: a text each way, a picture, and a refusal in the provider's words. */
export async function textByTwilio(house: House, lead: Lead): Promise<void> {
  const { owner, orgId, taints } = house;
  const keys = await twilio().newAccount();
  taints.given('secret', 'accounts', keys.authToken);
  const { accountId } = await owner.call(connectAccountContract, {
    orgId,
    account: {
      kind: 'twilio',
      displayName: taints.name('accounts'),
      number: keys.number,
      twilio: { accountSid: keys.accountSid, authToken: keys.authToken },
    },
  });
  const from = { accountId, address: keys.number };
  await send(house, lead, 'sms', { accountId, from: from.address });
  const arriving = { from: taints.number('a text by Twilio'), to: keys.number };
  await twilio().text({ ...arriving, body: taints.words('a text by Twilio'), pictures: 1 });
}
