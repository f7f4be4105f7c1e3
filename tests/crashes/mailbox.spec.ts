import { expect } from 'chai';
import { Timestamp } from 'firebase-admin/firestore';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SignedInClient } from '../../local/worldClient.js';
import { adminDb, eventually, fireSchedule } from '../../local/worldClient.js';
import type { Box } from '../functions/mailbox.js';
import { connectMailbox, contactAt, messagesOf, readBox, syncNow } from '../functions/mailbox.js';
import { messageFields, messageIdOf, untilState } from '../functions/outbox.js';
import { mail } from '../functions/rawMail.js';
import type { Tenant } from '../functions/tenant.js';
import { freshId, seedContact, seedPerson, seedTenant, signIn, silentAddress } from '../functions/tenant.js';
import type { MailHouse } from '../mailHouse/mailHouse.js';
import { openMailHouse } from '../mailHouse/mailHouse.js';
import { worldEnvironment } from '../proof/worldEnvironment.js';

describe('a process that dies at a mailbox', function () {
  this.timeout(120_000);
  const { faultsDir } = worldEnvironment();
  let house: MailHouse;
  let tenant: Tenant;
  let admin: SignedInClient;
  let box: Box;
  before(async () => {
    mkdirSync(faultsDir, { recursive: true });
    house = await openMailHouse();
    tenant = await seedTenant();
    admin = await signIn(await seedPerson(tenant, { role: 'admin' }));
    box = await connectMailbox(tenant, admin, house);
  });
  after(async () => {
    await admin.close();
    await house.stop();
  });

  const order = (fault: string): string => {
    const file = join(faultsDir, fault);
    writeFileSync(file, 'kill');
    return file;
  };
  const struck = (file: string): Promise<true> =>
    eventually(() => Promise.resolve(existsSync(file) ? undefined : true), 'Nobody came by', 60_000);

  it('right after the server took the mail, doubles nothing and claims nothing', async () => {
    const contact = await seedContact(tenant, { emails: [silentAddress()] });
    const message = contact.collection('messages').doc(freshId('m'));
    const file = order(`after-accept-${message.id}`);
    await message.create(messageFields(box, (await contact.get()).data() ?? {}));
    await struck(file);
    await message.update({ leaseUntil: Timestamp.fromMillis(Date.now() - 1000) });
    await fireSchedule('sweepMessages');
    await untilState(message, 'uncertain');
    await fireSchedule('sweepMessages');
    expect(house.smtp.mails.filter((each) => each.includes(messageIdOf(message)))).to.have.length(1);
  });

  it('between two mails, is followed by one that goes on there', async () => {
    await syncNow(tenant, admin, box);
    const { read = 0 } = (await readBox(tenant, box)).sync?.inbox ?? {};
    const leads = [silentAddress(), silentAddress(), silentAddress()];
    for (const lead of leads) await house.put(box.user, mail(box, lead, 'Hello'));
    const file = order(`mailbox-after-mail-${box.id}-${read + 2}`);
    await syncNow(tenant, admin, box).catch(() => undefined);
    await struck(file);
    await adminDb()
      .doc(`orgs/${tenant.orgId}/accounts/${box.id}`)
      .update({ 'sync.leaseUntil': Timestamp.fromMillis(0) });
    await syncNow(tenant, admin, box);
    for (const lead of leads) expect(await messagesOf(await contactAt(tenant, lead))).to.have.length(1);
  });
});
