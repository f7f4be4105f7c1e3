import { AS_SENT } from '@leadpulse/model';
import { expect } from 'chai';
import type { DocumentReference } from 'firebase-admin/firestore';
import type { SignedInClient } from '../../local/worldClient.js';
import { PICTURE } from '../../local/twilio/picture.js';
import { siteUrl } from '../../local/worldClient.js';
import { htmlMail } from '../mailHouse/hostileMail.js';
import type { MailHouse } from '../mailHouse/mailHouse.js';
import { openMailHouse } from '../mailHouse/mailHouse.js';
import { tokenOf } from './callAs.js';
import type { Box } from './mailbox.js';
import { connectMailbox, contactAt, messagesOf, syncNow } from './mailbox.js';
import { pointedHere } from './pointedHere.js';
import { mail } from './rawMail.js';
import type { Person, Tenant } from './tenant.js';
import { seedPerson, seedTenant, signIn, silentAddress } from './tenant.js';

describe('a mail as it was sent', function () {
  this.timeout(60_000);
  pointedHere();
  const HTML = '<p style="color:red">Is the <b>café</b> still free?</p>';
  let house: MailHouse;
  let tenant: Tenant;
  let admin: SignedInClient;
  let box: Box;
  let viewer: Person;
  before(async () => {
    house = await openMailHouse();
    tenant = await seedTenant();
    admin = await signIn(await seedPerson(tenant, { role: 'admin' }));
    viewer = await seedPerson(tenant, { role: 'viewer' });
    box = await connectMailbox(tenant, admin, house);
  });
  after(async () => {
    await admin.close();
    await house.stop();
  });

  /** Lays a mail into the mailbox, reads it, and tells what became of it. */
  async function took(raw: (lead: string) => string, folder: 'INBOX' | 'Sent' = 'INBOX') {
    const lead = silentAddress();
    await house.put(box.user, raw(lead), { folder });
    await syncNow(tenant, admin, box);
    return messageAt(lead);
  }
  async function messageAt(lead: string) {
    const contact = await contactAt(tenant, lead);
    const [message] = (await messagesOf(contact)).slice(-1);
    if (!contact || !message) throw new Error('The mail was not read.');
    return { contact, message, ref: contact.collection('messages').doc(message.id as string) };
  }
  const ask = (who: Person | null, { path }: DocumentReference) => {
    const [, , , contactId, , messageId] = path.split('/');
    return fetch(`${siteUrl()}/attachments/${tenant.orgId}/${contactId}/${messageId}/${AS_SENT}`, {
      headers: who ? { authorization: `Bearer ${tokenOf(who)}` } : {},
    });
  };
  const designed = (lead: string) => htmlMail(box, lead, { words: 'Is the café still free?', html: HTML });

  it('is brought from the mailbox word for word, as text that no browser runs, and kept nowhere', async () => {
    const { ref, message } = await took(designed);
    expect(message).to.include({ hasHtml: true, body: 'Is the café still free?' });
    const answer = await ask(viewer, ref);
    expect(answer.status).to.equal(200);
    expect(await answer.text()).to.equal(HTML);
    expect(answer.headers.get('content-type')).to.match(/^text\/plain/);
    expect(answer.headers.get('cache-control')).to.equal('private, no-store');
    expect(JSON.stringify((await ref.get()).data())).not.to.include('<b>');
  });

  it('brings the pictures inside it along, and nothing that only calls itself one', async () => {
    const html = '<p>Look</p><img src="cid:house"><img src="cid:drawing"><img src="cid:lost">';
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>';
    const inside = [
      { id: 'house', type: 'image/png', content: PICTURE },
      { id: 'drawing', type: 'image/png', content: svg },
    ];
    const { ref } = await took((lead) => htmlMail(box, lead, { words: 'Look', html, inside }));
    const url = `data:image/png;base64,${PICTURE.toString('base64')}`;
    expect((await (await ask(viewer, ref)).text()).trim()).to.equal(html.replace('cid:house', url));
  });

  it('is found in Sent, and where the whole mail is HTML', async () => {
    const only = (to: string, from: string) =>
      mail({ address: to }, from, HTML, { 'Content-Type': 'text/html; charset=utf-8' });
    const lead = silentAddress();
    await house.put(box.user, only(box.address, lead));
    await house.put(box.user, only(lead, box.address), { folder: 'Sent' });
    await syncNow(tenant, admin, box);
    const messages = await messagesOf(await contactAt(tenant, lead));
    expect(messages.map(({ direction }) => direction as string)).to.have.members(['in', 'out']);
    for (const { id } of messages) {
      const { contact } = await messageAt(lead);
      const answer = await ask(viewer, contact.collection('messages').doc(id as string));
      expect((await answer.text()).trim()).to.equal(HTML);
    }
  });

  it('is not offered, nor given, where a mail has words alone', async () => {
    const { ref, message } = await took((lead) => mail(box, lead, 'Hello'));
    expect(message).not.to.have.property('hasHtml');
    expect((await ask(viewer, ref)).status).to.equal(404);
  });

  it('is given to nobody who may not see the contact', async () => {
    const { ref } = await took(designed);
    const stranger = await seedPerson(await seedTenant(), { role: 'owner' });
    const narrow = await seedPerson(tenant, { role: 'agent', sees: 'assigned' });
    expect((await ask(null, ref)).status).to.equal(401);
    expect((await ask(stranger, ref)).status).to.equal(403);
    expect((await ask(narrow, ref)).status).to.equal(403);
  });

  it('is refused when it is too large, and said to be gone when the mailbox has it no more', async () => {
    const large = `<p>${'x'.repeat(1024 * 1024)}</p>`;
    const { ref } = await took((lead) => htmlMail(box, lead, { words: 'Large', html: large }));
    expect((await ask(viewer, ref)).status).to.equal(413);
    await ref.update({ providerId: '<deleted@mail.example>' });
    expect((await ask(viewer, ref)).status).to.equal(404);
  });
});
