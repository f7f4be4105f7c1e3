import { expect } from 'chai';
import type { DocumentReference } from 'firebase-admin/firestore';
import { Timestamp } from 'firebase-admin/firestore';
import type { SignedInClient } from '../../local/worldClient.js';
import { fireSchedule } from '../../local/worldClient.js';
import type { ConnectedGmail } from './gmail.js';
import { connectGmail, google, ROOMY } from './gmail.js';
import { compose, messageIdOf, plant, untilState } from './outbox.js';
import type { Tenant } from './tenant.js';
import { seedContact, seedPerson, seedTenant, signIn } from './tenant.js';

describe('a mail of which a crash left open whether Gmail has it', function () {
  this.timeout(60_000);
  let tenant: Tenant;
  let admin: SignedInClient;
  before(async () => {
    tenant = await seedTenant(ROOMY);
    admin = await signIn(await seedPerson(tenant, { role: 'admin' }));
  });
  after(() => admin.close());

  const leftOpen = async ({ account }: ConnectedGmail): Promise<DocumentReference> =>
    plant(account, await seedContact(tenant), {
      state: 'sending',
      attempts: 1,
      leaseUntil: Timestamp.fromMillis(Date.now() - 1000),
    });
  const handedOver = async ({ mailbox }: ConnectedGmail, message: DocumentReference) =>
    (await google().mails(mailbox)).filter(({ ownId }) => ownId === messageIdOf(message)).length;

  /** Sent and then forgotten by us, as by a sender that died before it could note it. */
  const forgotten = async (gmail: ConnectedGmail): Promise<DocumentReference> => {
    const message = await compose(gmail.account, await seedContact(tenant));
    await untilState(message, 'sent');
    await message.update({ state: 'sending', leaseUntil: Timestamp.fromMillis(Date.now() - 1000) });
    return message;
  };

  for (const putsOwnIds of [false, true]) {
    it(`is sent if the mailbox has it${putsOwnIds ? ', under a Message-ID of Gmail’s own' : ''}`, async () => {
      const gmail = await connectGmail(tenant, admin, { withSync: true });
      await google().change({ mailbox: gmail.mailbox, putsOwnIds });
      const message = await forgotten(gmail);
      await fireSchedule('sweepMessages');
      await untilState(message, 'sent');
      expect(await handedOver(gmail, message)).to.equal(1);
    });
  }

  it('goes out, once, if the mailbox has it not', async () => {
    const gmail = await connectGmail(tenant, admin, { withSync: true });
    const message = await leftOpen(gmail);
    await Promise.all([fireSchedule('sweepMessages'), fireSchedule('sweepMessages')]);
    await untilState(message, 'sent');
    expect(await handedOver(gmail, message)).to.equal(1);
  });

  it('is uncertain, and not sent again, where we may not read the mailbox', async () => {
    const gmail = await connectGmail(tenant, admin);
    const message = await forgotten(gmail);
    await fireSchedule('sweepMessages');
    await untilState(message, 'uncertain');
    expect(await handedOver(gmail, message)).to.equal(1);
  });
});
