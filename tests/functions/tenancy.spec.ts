import {
  connectAccountContract,
  disconnectAccountContract,
  retryMessageContract,
  saveContactContract,
} from '@leadpulse/model';
import { expect } from 'chai';
import type { DocumentReference } from 'firebase-admin/firestore';
import type { SignedInClient } from '../../local/worldClient.js';
import { worldPorts } from '../../local/worldClient.js';
import { HOST, PROJECT_ID, REGION } from '../../local/ports.js';
import { plant } from './outbox.js';
import { refusalOf } from './refusals.js';
import type { Tenant } from './tenant.js';
import { freshId, seedContact, seedPerson, seedTenant, signIn } from './tenant.js';

describe("another organization's ids [P10]", function () {
  this.timeout(40_000);
  let theirs: Tenant;
  let ours: Tenant;
  let contact: DocumentReference;
  let message: DocumentReference;
  let stranger: SignedInClient; // owns an organization of their own

  before(async () => {
    [theirs, ours] = await Promise.all([seedTenant(), seedTenant()]);
    contact = await seedContact(theirs);
    message = await plant(theirs.sms, contact, { state: 'failed' });
    stranger = await signIn(await seedPerson(ours, { role: 'owner' }));
  });
  after(() => stranger.close());

  const fields = {
    name: 'Stolen',
    company: '',
    emails: [],
    phones: [],
    tags: [],
    stage: 'new' as const,
    assigneeUid: null,
  };
  const requestId = freshId('r');
  const smtp = { host: HOST, port: worldPorts().smtp, secure: false, user: '', password: '' };
  const address = `${freshId('x')}@evil.example`;
  const calls: [string, (client: SignedInClient, orgId: string) => Promise<unknown>][] = [
    [
      'saveContact, making one',
      (client, orgId) => client.call(saveContactContract, { orgId, contactId: null, requestId, fields }),
    ],
    [
      'saveContact, editing one',
      (client, orgId) =>
        client.call(saveContactContract, { orgId, contactId: contact.id, requestId, fields }),
    ],
    [
      'connectAccount',
      (client, orgId) =>
        client.call(connectAccountContract, {
          orgId,
          account: { kind: 'smtp', displayName: 'Evil', address, smtp },
        }),
    ],
    [
      'disconnectAccount',
      (client, orgId) => client.call(disconnectAccountContract, { orgId, accountId: theirs.sms.id }),
    ],
    [
      'retryMessage',
      (client, orgId) =>
        client.call(retryMessageContract, {
          orgId,
          contactId: contact.id,
          messageId: message.id,
          evenIfUncertain: true,
        }),
    ],
  ];

  const everything = async () => {
    const [contacts, accounts, handles, sent] = await Promise.all([
      theirs.org.collection('contacts').get(),
      theirs.org.collection('accounts').get(),
      theirs.org.collection('handles').get(),
      contact.collection('messages').get(),
    ]);
    return [contacts, accounts, handles, sent].map(({ docs }) =>
      docs.map((doc) => [doc.ref.path, doc.updateTime.toMillis()]),
    );
  };

  for (const [name, call] of calls) {
    it(`are refused by ${name} to the owner of another one, and nothing changes`, async () => {
      const before = await everything();
      const refusal = await refusalOf(call(stranger, theirs.orgId));
      expect(refusal).to.include({ code: 'permission-denied', reason: 'not-a-member' });
      expect(await everything()).to.deep.equal(before);
    });
  }

  it("are not found under the stranger's own organization", async () => {
    const refusals = [
      await refusalOf(calls[1]?.[1](stranger, ours.orgId) ?? Promise.resolve()),
      await refusalOf(calls[3]?.[1](stranger, ours.orgId) ?? Promise.resolve()),
      await refusalOf(calls[4]?.[1](stranger, ours.orgId) ?? Promise.resolve()),
    ];
    expect(refusals.map(({ code }) => code)).to.deep.equal(['not-found', 'not-found', 'not-found']);
  });

  it('lead nowhere when they are made into a path', async () => {
    const orgId = `${ours.orgId}/contacts/x/../../../${theirs.orgId}`;
    const refusals = await Promise.all(calls.map(([, call]) => refusalOf(call(stranger, orgId))));
    expect(new Set(refusals.map(({ code }) => code))).to.deep.equal(new Set(['invalid-argument']));
  });

  for (const name of ['saveContact', 'connectAccount', 'disconnectAccount', 'retryMessage']) {
    it(`are refused by ${name} to a visitor who has not signed in`, async () => {
      const answer = await fetch(`http://${HOST}:${worldPorts().functions}/${PROJECT_ID}/${REGION}/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ data: { orgId: theirs.orgId } }),
      });
      expect(answer.status).to.equal(401);
    });
  }
});
