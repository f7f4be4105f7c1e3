import { connectAccountContract, createOrgContract } from '@leadpulse/model';
import { POLICY_VERSION } from '@leadpulse/policy';
import { doc, updateDoc } from 'firebase/firestore';
import { HOST } from '../../../local/ports.js';
import type { SignedInClient } from '../../../local/worldClient.js';
import { adminAuth, adminDb, signedInClient } from '../../../local/worldClient.js';
import type { SmtpStub } from '../../functions/smtpStub.js';
import { smtpStub } from '../../functions/smtpStub.js';
import { Taints } from './taints.js';

const PASSWORD = 'harbor-lights-9';
const TRIES = 4;

interface Sender {
  accountId: string;
  address: string;
}

/** An organization all of whose words are taints, and its owner at a browser, under the rules. */
export interface House {
  taints: Taints;
  orgId: string;
  owner: SignedInClient;
  email: string;
  /** What the policy says that Stripe gets. */
  stripeMayHave: string[];
  sms: Sender;
  mail: Sender; // at a mail server of this test
  server: SmtpStub;
  close: () => Promise<void>;
}

/** Signs somebody up, opens an organization, renames it and connects a mailbox: every field is a taint. */
export async function openHouse(): Promise<House> {
  const taints = new Taints();
  const email = taints.address('sign-up');
  const displayName = taints.name('sign-up', false); // corrected later
  await adminAuth().createUser({ email, password: PASSWORD, displayName, emailVerified: true });
  const owner = patient(await signedInClient(email, PASSWORD));
  const { orgId } = await owner.call(createOrgContract, {
    orgName: taints.name('sign-up', false), // replaced below
    displayName,
    timeZone: 'America/New_York',
    defaultCountry: 'US',
    acceptedPolicyVersion: POLICY_VERSION,
    promotionalEmails: true,
  });
  await allowCounting(owner);
  const name = taints.name('settings');
  await updateDoc(doc(owner.db, `orgs/${orgId}`), { name, postalAddress: taints.words('settings') });
  const server = await smtpStub({});
  const mail = await connectMailbox({ owner, orgId, taints }, server);
  const sms = await practiceNumber(orgId);
  const close = async (): Promise<void> => {
    server.close();
    await owner.close();
  };
  return { taints, orgId, owner, email, stripeMayHave: [email, name], sms, mail, server, close };
}

/** Presses again where something of ours failed, as people do: on a busy machine a transaction may wait until it expires. */
function patient(client: SignedInClient): SignedInClient {
  const call: SignedInClient['call'] = async (contract, input) => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await client.call(contract, input);
      } catch (error) {
        if ((error as { code?: unknown }).code !== 'functions/internal' || tries === TRIES) throw error;
      }
    }
  };
  return { ...client, call };
}

/** The person's yes to usage counts, so that there is something to look through. */
function allowCounting({ db, uid }: SignedInClient): Promise<void> {
  return updateDoc(doc(db, 'users', uid), { 'preferences.cookies': 'all', 'preferences.telemetry': true });
}

async function connectMailbox(
  { owner, orgId, taints }: Pick<House, 'owner' | 'orgId' | 'taints'>,
  { port }: SmtpStub,
): Promise<Sender> {
  const address = taints.address('accounts');
  const credentials = { user: taints.secret('accounts'), password: taints.secret('accounts') };
  const { accountId } = await owner.call(connectAccountContract, {
    orgId,
    account: {
      kind: 'smtp',
      displayName: taints.name('accounts'),
      address,
      smtp: { host: HOST, port, secure: false, ...credentials },
    },
  });
  return { accountId, address };
}

async function practiceNumber(orgId: string): Promise<Sender> {
  const { docs } = await adminDb().collection(`orgs/${orgId}/accounts`).where('channel', '==', 'sms').get();
  const [account] = docs;
  if (!account) throw new Error('The organization has no number.');
  return { accountId: account.id, address: String(account.get('address')) };
}
