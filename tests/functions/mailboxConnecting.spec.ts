import type { MailboxSettings, Refusal } from '@leadpulse/model';
import { connectAccountContract, disconnectAccountContract, syncNowContract } from '@leadpulse/model';
import { expect } from 'chai';
import { connectImap } from '../../functions/src/messaging/connecting/imap.js';
import { HOST } from '../../local/ports.js';
import type { SignedInClient } from '../../local/worldClient.js';
import { adminDb } from '../../local/worldClient.js';
import { MAILBOX_PASSWORD } from '../mailHouse/dovecot.js';
import { imapStub } from '../mailHouse/imapStub.js';
import type { MailHouse } from '../mailHouse/mailHouse.js';
import { openMailHouse } from '../mailHouse/mailHouse.js';
import { connectMailbox, readBox, syncNow } from './mailbox.js';
import { pointedHere } from './pointedHere.js';
import { refusalOf } from './refusals.js';
import { smtpStub } from './smtpStub.js';
import type { Tenant } from './tenant.js';
import { freshId, seedPerson, seedTenant, signIn } from './tenant.js';

describe('a mailbox', function () {
  this.timeout(60_000);
  let house: MailHouse;
  let tenant: Tenant;
  let admin: SignedInClient;
  before(async () => {
    house = await openMailHouse();
    tenant = await seedTenant();
    admin = await signIn(await seedPerson(tenant, { role: 'admin' }));
  });
  after(async () => {
    await admin.close();
    await house.stop();
  });

  const connect = (mailbox: MailboxSettings, client = admin) =>
    client.call(connectAccountContract, {
      orgId: tenant.orgId,
      account: {
        kind: 'imap',
        displayName: 'Sales',
        address: `${freshId('sales')}@harbor.example`,
        mailbox,
      },
    });
  const given = (fields: Partial<MailboxSettings> = {}): MailboxSettings => ({
    ...house.settings(freshId('sales')),
    ...fields,
  });
  const imapAt = (fields: Partial<MailboxSettings['imap']>): MailboxSettings =>
    given({ imap: { ...given().imap, ...fields } });

  it('is connected when both servers take its password, which lies sealed', async () => {
    const box = await connectMailbox(tenant, admin, house);
    const account = await readBox(tenant, box);
    expect(account).to.include({ kind: 'imap', channel: 'email', state: 'active', address: box.address });
    const { docs } = await adminDb().collection(`orgs/${tenant.orgId}/accounts/${box.id}/secrets`).get();
    expect(docs.map(({ id }) => id)).to.deep.equal(['imap']);
    const everything = JSON.stringify([account, docs.map((doc) => doc.data())]);
    expect(everything).to.not.include(MAILBOX_PASSWORD).and.to.not.include('127.0.0.1');
  });

  it('is not connected with a wrong password, and the password is named', async () => {
    const refusal = await refusalOf(connect(given({ password: 'not this one' })));
    expect(refusal).to.include({ reason: 'imap-auth-failed', field: 'account.mailbox.password' });
    expect(JSON.stringify(refusal)).to.not.include('not this one');
  });

  it('is not connected to a port where nothing listens, and the port is named', async () => {
    const refusal = await refusalOf(connect(imapAt({ port: 1 })));
    expect(refusal).to.include({ reason: 'imap-refused', field: 'account.mailbox.imap.port' });
  });

  it('is not connected to a host that does not exist, and the host is named', async () => {
    const refusal = await refusalOf(connect(imapAt({ host: 'imap.nowhere.invalid' })));
    expect(refusal).to.include({ reason: 'imap-host-not-found', field: 'account.mailbox.imap.host' });
  });

  it('is not connected to a port where something else answers', async () => {
    const refusal = await refusalOf(connect(imapAt({ port: house.smtp.port })));
    expect(refusal).to.include({ reason: 'imap-not-a-mail-server', field: 'account.mailbox.imap.port' });
  });

  it('is not connected to a server whose certificate nobody vouches for', async () => {
    const refusal = await refusalOf(connect(imapAt({ port: house.imap.tlsPort, secure: true })));
    expect(refusal).to.include({ reason: 'imap-tls-failed', field: 'account.mailbox.imap.secure' });
  });

  it('is not connected by TLS to a port that begins without', async () => {
    const refusal = await refusalOf(connect(imapAt({ secure: true })));
    expect(refusal).to.include({ reason: 'imap-tls-failed', field: 'account.mailbox.imap.secure' });
  });

  it('is not connected to a server that says nothing', async () => {
    const silent = await imapStub({ signIn: null });
    const refusal = await refusalOf(connect(imapAt({ port: silent.port })));
    expect(refusal).to.include({ reason: 'imap-timeout', field: 'account.mailbox.imap.port' });
    silent.close();
  });

  it('is not connected if it can be read but not sent from', async () => {
    const refused = await refusalOf(connect(given({ smtp: { host: HOST, port: 1, secure: false } })));
    expect(refused).to.include({ reason: 'smtp-refused', field: 'account.mailbox.smtp.port' });
    const stub = await smtpStub({ auth: '535 5.7.8 bad credentials' });
    const smtp = { host: HOST, port: stub.port, secure: false };
    const refusal = await refusalOf(connect(given({ smtp })));
    expect(refusal).to.include({ reason: 'smtp-auth-failed', field: 'account.mailbox.password' });
    stub.close();
  });

  it('forgets its password and how far it was read when it is disconnected, and can be connected again', async () => {
    const box = await connectMailbox(tenant, admin, house);
    await syncNow(tenant, admin, box);
    const place = { orgId: tenant.orgId, accountId: box.id };
    expect((await readBox(tenant, box)).health.syncedTo).not.to.equal(null);
    await admin.call(disconnectAccountContract, place);
    const account = await readBox(tenant, box);
    expect(account.state).to.equal('disconnected');
    expect(account.sync).to.equal(undefined);
    const { size } = await adminDb().collection(`orgs/${tenant.orgId}/accounts/${box.id}/secrets`).get();
    expect(size).to.equal(0);
    expect((await refusalOf(admin.call(syncNowContract, place))).reason).to.equal('account-disconnected');
    expect((await connectMailbox(tenant, admin, house, box.user)).id).to.equal(box.id);
  });

  it('is not read for an owner of another organization', async () => {
    const box = await connectMailbox(tenant, admin, house);
    const stranger = await signIn(await seedPerson(await seedTenant(), { role: 'owner' }));
    const refusal = await refusalOf(
      stranger.call(syncNowContract, { orgId: tenant.orgId, accountId: box.id }),
    );
    expect(refusal.code).to.equal('permission-denied');
    await stranger.close();
  });

  for (const role of ['agent', 'viewer'] as const) {
    it(`cannot be connected or read anew by ${role === 'agent' ? 'an agent' : 'a viewer'}`, async () => {
      const client = await signIn(await seedPerson(tenant, { role }));
      const place = { orgId: tenant.orgId, accountId: tenant.smtp.id };
      const refusals = [
        await refusalOf(connect(given(), client)),
        await refusalOf(client.call(syncNowContract, place)),
      ];
      expect(refusals.map(({ code }) => code)).to.deep.equal(['permission-denied', 'permission-denied']);
      await client.close();
    });
  }
});

describe('a mailbox whose server is not on the public internet', () => {
  pointedHere();
  let kept: string | undefined;
  before(() => {
    kept = process.env.FUNCTIONS_EMULATOR;
    delete process.env.FUNCTIONS_EMULATOR; // as deployed
  });
  after(() => {
    if (kept !== undefined) process.env.FUNCTIONS_EMULATOR = kept;
  });

  const server = (host: string) => ({ host, port: 993, secure: true });
  const PRIVATE = ['127.0.0.1', 'localhost', '10.0.0.5', '192.168.1.10', '169.254.169.254', '::1', '0.0.0.0'];

  for (const host of PRIVATE) {
    it(`is not asked at ${host}`, async () => {
      const mailbox = { user: 'sales', password: 'secret', imap: server(host), smtp: server(host) };
      const wanted = {
        kind: 'imap' as const,
        displayName: 'Sales',
        address: 'sales@harbor.example',
        mailbox,
      };
      const refusal = await connectImap(wanted).then(
        () => null,
        (error: unknown) => error as Refusal,
      );
      expect(refusal?.reason).to.equal('imap-host-not-public');
    });
  }
});
