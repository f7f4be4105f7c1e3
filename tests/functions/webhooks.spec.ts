import { expect } from 'chai';
import { signatureOf } from '../../local/sandbox/signature.js';
import { siteUrl } from '../../local/worldClient.js';
import { LOCAL_SECRETS } from '../../local/world/environment.js';
import type { Tenant } from './tenant.js';
import { freshId, seedTenant, silentNumber } from './tenant.js';
import { plant } from './outbox.js';
import { seedContact } from './tenant.js';

const HOOKS = {
  sandbox: { secret: LOCAL_SECRETS.SANDBOX_SECRET, type: 'application/json' },
  mail: { secret: LOCAL_SECRETS.MAIL_WEBHOOK_SECRET, type: 'message/rfc822' },
} as const;
type Hook = keyof typeof HOOKS;

const post = (hook: Hook, body: string, signature?: string) =>
  fetch(`${siteUrl()}/hooks/${hook}`, {
    method: 'POST',
    headers: { 'content-type': HOOKS[hook].type, ...(signature && { [`x-${hook}-signature`]: signature }) },
    body,
  });

describe('webhooks', function () {
  this.timeout(30_000);
  let tenant: Tenant;
  before(async () => {
    tenant = await seedTenant();
  });

  const bodyOf = (hook: Hook): string =>
    hook === 'mail'
      ? `From: a@example.com\r\nTo: ${tenant.smtp.address}\r\nMessage-ID: <${freshId('m')}@x>\r\n\r\nHello\r\n`
      : JSON.stringify({
          type: 'message.received',
          id: freshId('sb_'),
          channel: 'sms',
          from: silentNumber(),
          to: tenant.sms.address,
          body: 'Hello',
          receivedAt: new Date().toISOString(),
        });
  const contacts = async () => (await tenant.org.collection('contacts').count().get()).data().count;

  for (const hook of ['sandbox', 'mail'] as const) {
    const { secret } = HOOKS[hook];
    const forgeries: [string, (body: string) => string | undefined][] = [
      ['without a signature', () => undefined],
      ['signed with another key', (body) => signatureOf('another key', body, Date.now())],
      ['signed for another body', () => signatureOf(secret, 'another body', Date.now())],
      ['signed six minutes ago', (body) => signatureOf(secret, body, Date.now() - 360_000)],
      ['signed six minutes ahead', (body) => signatureOf(secret, body, Date.now() + 360_000)],
      ['with a broken signature', (body) => signatureOf(secret, body, Date.now()).slice(0, -2)],
    ];
    for (const [what, sign] of forgeries) {
      it(`refuse a ${hook} event ${what} and write nothing`, async () => {
        const body = bodyOf(hook);
        expect((await post(hook, body, sign(body))).status).to.equal(401);
        expect(await contacts()).to.equal(0);
      });
    }

    it(`refuse a ${hook} event that was cut off on the way`, async () => {
      const body = bodyOf(hook);
      const signature = signatureOf(secret, body, Date.now());
      expect((await post(hook, body.slice(0, -20), signature)).status).to.be.oneOf([400, 401]);
      expect(await contacts()).to.equal(0);
    });

    it(`cannot read a ${hook} event that was signed in pieces, and say so`, async () => {
      const piece = hook === 'mail' ? 'no mail at all' : bodyOf(hook).slice(0, 40);
      const answer = await post(hook, piece, signatureOf(secret, piece, Date.now()));
      expect(answer.status).to.equal(400);
      expect(await contacts()).to.equal(0);
    });

    it(`take a ${hook} event by POST only`, async () => {
      expect((await fetch(`${siteUrl()}/hooks/${hook}`)).status).to.equal(405);
    });
  }

  const tell = (event: Record<string, unknown>) => {
    const body = JSON.stringify({ type: 'message.status', ...event });
    return post('sandbox', body, signatureOf(HOOKS.sandbox.secret, body, Date.now()));
  };

  it('take a status that comes before we have noted the acceptance, and an older one no more', async () => {
    const contact = await seedContact(tenant);
    const message = await plant(tenant.sms, contact, { state: 'sending', attempts: 1 });
    const clientRef = `${tenant.orgId}/${contact.id}/${message.id}`;
    await tell({ id: 'sb_x', clientRef, status: 'delivered' });
    expect((await message.get()).data()).to.include({ state: 'delivered', providerId: 'sb_x' });
    await tell({ id: 'sb_x', clientRef, status: 'failed' });
    await tell({ id: 'sb_y', clientRef, status: 'failed' });
    expect((await message.get()).get('state')).to.equal('delivered');
  });

  it('refuse a status whose reference leads elsewhere', async () => {
    const answer = await tell({ id: 'sb_x', clientRef: `${tenant.orgId}/a/b/c`, status: 'delivered' });
    expect(answer.status).to.equal(400);
  });
});
