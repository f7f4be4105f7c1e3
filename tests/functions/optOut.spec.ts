import { mailOptOutSchema } from '@leadpulse/model';
import { expect } from 'chai';
import { mailOptOutId } from '../../functions/src/platform/keyedHash.js';
import { LOCAL_SECRETS } from '../../local/world/environment.js';
import { adminDb } from '../../local/worldClient.js';
import { runStaffCommand } from './letters.js';
import { ledgerOf, said, seedReader } from './readers.js';
import { freshId } from './tenant.js';

describe('an opt-out that came to support [P9]', function () {
  this.timeout(40_000);
  before(() => {
    process.env.SUPPRESSION_KEY = LOCAL_SECRETS.SUPPRESSION_KEY;
  });
  const optOut = (email: string, list: string, note = 'By phone, ticket 812') =>
    runStaffCommand('optOut', ['--email', email, '--list', list, '--note', note]).ended;

  it('switches the lists off for the account and says so in its ledger, once', async () => {
    const { uid, email } = await seedReader({ productEmails: true, promotionalEmails: true });
    const first = await optOut(` ${email.toUpperCase()} `, 'all');
    expect(first.said).to.include('Done: product and promotions is off for this account');
    const second = await optOut(email, 'all');
    expect(second.said).to.include('Nothing to do');
    expect([first.code, second.code]).to.deep.equal([0, 0]);
    const page = await adminDb().doc(`users/${uid}`).get();
    expect(page.get('preferences')).to.include({ productEmails: false, promotionalEmails: false });
    const ledger = (await ledgerOf(uid)).slice(2);
    expect(said(ledger)).to.have.members([
      'product-emails no by support',
      'promotional-emails no by support',
    ]);
    expect(ledger[0]?.note).to.equal('By phone, ticket 812');
  });

  it('is kept for an address that has no account, as a keyed hash, and says that there is none', async () => {
    const email = `${freshId('nobody')}@people.example`;
    const { said: words, code } = await optOut(email, 'promotions');
    expect(code).to.equal(0);
    expect(words).to.include('No account has this address').and.include('promotions will not go to it');
    const kept = await adminDb()
      .doc(`mailOptOuts/${mailOptOutId(email)}`)
      .get();
    const { product, promotions } = mailOptOutSchema.parse(kept.data());
    expect(product).to.equal(null);
    expect(promotions?.toMillis()).to.be.within(Date.now() - 30_000, Date.now() + 5_000);
    expect((await optOut(email, 'promotions')).said).to.include('recorded before');
    expect(JSON.stringify(kept.data()) + kept.id).not.to.include(email);
  });

  for (const [what, args] of [
    ['an unknown list', ['a@people.example', 'everything', 'x']],
    ['no address', ['not an address', 'all', 'x']],
    ['no note', ['a@people.example', 'all', '']],
  ] as [string, [string, string, string]][]) {
    it(`refuses ${what} and tells how it is used`, async () => {
      const { code, said: words } = await optOut(...args);
      expect(code).to.equal(1);
      expect(words).to.include('npm run optout -- --email');
    });
  }
});
