import type { AccountKind } from '@leadpulse/model';
import {
  connectAccountContract,
  createOrgContract,
  finishGoogleContract,
  startGoogleContract,
} from '@leadpulse/model';
import { POLICY_VERSION } from '@leadpulse/policy';
import type { GoogleControl } from '../../local/google/control/client.js';
import { googleControlOf } from '../../local/google/control/client.js';
import { HOST } from '../../local/ports.js';
import type { FreshAccount, TwilioControl } from '../../local/twilio/control/client.js';
import { twilioControlOf } from '../../local/twilio/control/client.js';
import type { SignedInClient } from '../../local/worldClient.js';
import { adminAuth, adminDb, signedInClient, worldPorts } from '../../local/worldClient.js';

export const CHANNELS = ['sandbox', 'smtp', 'twilio', 'gmail'] as const;
export type ProofChannel = (typeof CHANNELS)[number];

/** The stand-in for Twilio of the world under test. */
export function standIn(): TwilioControl {
  return twilioControlOf(`http://${HOST}:${worldPorts().twilio}`);
}

/** The stand-in for Google of the world under test. */
export function mailboxes(): GoogleControl {
  return googleControlOf(`http://${HOST}:${worldPorts().google}`);
}

export interface Sender {
  accountId: string;
  address: string;
}

/** An organization made by the product's own callables, with a simulated number, a real mailbox and a number at Twilio's stand-in. */
export interface Practice {
  orgId: string;
  uid: string;
  email: string;
  password: string;
  senders: Record<ProofChannel, Sender>;
  twilioKeys: FreshAccount;
}

/** Signs a person up and gives them an organization, its sandbox accounts and an SMTP account on the mail sink. */
export async function foundPractice(name: string): Promise<Practice> {
  const stamp = Date.now();
  const email = `${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}-${stamp}@leadpulse.test`;
  const password = 'proof-proof';
  await adminAuth().createUser({ email, password, emailVerified: true });
  const person = await signedInClient(email, password);
  const { orgId } = await person.call(createOrgContract, {
    orgName: `${name} ${stamp}`,
    displayName: 'Proof Owner',
    timeZone: 'America/New_York',
    defaultCountry: 'US',
    acceptedPolicyVersion: POLICY_VERSION,
    promotionalEmails: false,
  });
  await person.call(connectAccountContract, {
    orgId,
    account: {
      kind: 'smtp',
      displayName: 'Real mailbox',
      address: `mailbox-${stamp}@leadpulse.test`,
      smtp: { host: HOST, port: worldPorts().smtp, secure: false, user: '', password: '' },
    },
  });
  const twilioKeys = await standIn().newAccount();
  const { accountSid, authToken, number } = twilioKeys;
  await person.call(connectAccountContract, {
    orgId,
    account: { kind: 'twilio', displayName: 'Texts', number, twilio: { accountSid, authToken } },
  });
  await connectGmail(person, orgId);
  await person.close();
  return { orgId, uid: person.uid, email, password, senders: await sendersOf(orgId), twilioKeys };
}

/** As a person does it on Google's page; it may be read too, or nobody could tell after a crash what was sent. */
async function connectGmail(person: SignedInClient, orgId: string): Promise<void> {
  const { address } = await mailboxes().newMailbox();
  const wish = { orgId, accountId: null, displayName: 'Gmail', withSync: true };
  const { url } = await person.call(startGoogleContract, wish);
  const { searchParams } = new URL((await mailboxes().consent({ url, mailbox: address })).back);
  await person.call(finishGoogleContract, {
    state: searchParams.get('state') ?? '',
    code: searchParams.get('code'),
    error: null,
  });
}

async function sendersOf(orgId: string): Promise<Record<ProofChannel, Sender>> {
  const { docs } = await adminDb().collection(`orgs/${orgId}/accounts`).get();
  const find = (kind: AccountKind, channel: string): Sender => {
    const found = docs.find((each) => each.get('kind') === kind && each.get('channel') === channel);
    if (!found) throw new Error(`The organization has no ${kind} account for ${channel}.`);
    return { accountId: found.id, address: String(found.get('address')) };
  };
  return {
    sandbox: find('sandbox', 'sms'),
    smtp: find('smtp', 'email'),
    twilio: find('twilio', 'sms'),
    gmail: find('gmail', 'email'),
  };
}
