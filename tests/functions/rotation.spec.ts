import { expect } from 'chai';
import { resealCredentials } from '../../functions/src/messaging/resealCredentials.js';
import { newestKeyId, seal, unseal } from '../../functions/src/platform/seal.js';
import { adminDb } from '../../local/worldClient.js';
import { LOCAL_SECRETS } from '../../local/world/environment.js';
import { freshId, seedTenant } from './tenant.js';
import { pointedHere } from './pointedHere.js';

const OLD = Buffer.alloc(32, 'old').toString('base64');

/** Only what is sealed with a key of this test is touched: the world's own credentials have the newest key. */
describe('the rotation of sealed credentials', () => {
  pointedHere();

  it('seals anew what has an older key, leaves the rest, and is done when it is run again', async () => {
    const { orgId } = await seedTenant();
    const path = `orgs/${orgId}/accounts/${freshId('acc')}/secrets/smtp`;
    process.env.SEALING_KEY = OLD;
    await adminDb().doc(path).set(seal('the password', path));
    const consent = `orgs/${orgId}/accounts/${freshId('acc')}/secrets/gmail`;
    await adminDb().doc(consent).set(seal('the refresh token', consent));
    process.env.SEALING_KEY = LOCAL_SECRETS.SEALING_KEY;
    const newer = `orgs/${orgId}/accounts/${freshId('acc')}/secrets/smtp`;
    await adminDb().doc(newer).set(seal('a password', newer));
    process.env.SEALING_KEY = `${LOCAL_SECRETS.SEALING_KEY},${OLD}`;
    const first = await resealCredentials(() => undefined);
    expect(first.sealed).to.be.at.least(2);
    expect(first.already).to.be.at.least(1);
    const sealed = (await adminDb().doc(path).get()).data() as Parameters<typeof unseal>[0];
    expect(sealed.keyId).to.equal(newestKeyId());
    process.env.SEALING_KEY = LOCAL_SECRETS.SEALING_KEY;
    expect(unseal(sealed, path)).to.equal('the password');
    const anew = (await adminDb().doc(consent).get()).data() as Parameters<typeof unseal>[0];
    expect(unseal(anew, consent)).to.equal('the refresh token');
    expect((await resealCredentials(() => undefined)).sealed).to.equal(0);
  });

  it('counts what no key opens, and leaves it as it is', async () => {
    const { orgId } = await seedTenant();
    const path = `orgs/${orgId}/accounts/${freshId('acc')}/secrets/smtp`;
    process.env.SEALING_KEY = OLD;
    const sealed = seal('the password', path);
    await adminDb().doc(path).set(sealed);
    process.env.SEALING_KEY = LOCAL_SECRETS.SEALING_KEY;
    expect((await resealCredentials(() => undefined)).unreadable).to.be.at.least(1);
    expect((await adminDb().doc(path).get()).data()).to.deep.equal(sealed);
    await adminDb().doc(path).delete();
  });
});
