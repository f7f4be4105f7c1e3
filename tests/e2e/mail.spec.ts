import { expect } from 'chai';
import { adminDb, eventually, mailbox, siteUrl } from '../../local/worldClient.js';
import { newLetter, sendNews } from '../functions/letters.js';
import { ledgerOf, said } from '../functions/readers.js';
import type { Practice } from './people.js';
import { foundPractice, signIn } from './people.js';
import { becomes, sees } from './sights.js';
import { PHONE, stage } from './stage.js';

describe('mail from us [P9]', function () {
  this.timeout(120_000);
  const { visitor } = stage();
  let practice: Practice;
  before(async () => {
    practice = await foundPractice('Letter House');
  });
  after(() => practice.client.close());

  const wants = async () =>
    (await adminDb().doc(`users/${practice.owner.uid}`).get()).get('preferences.productEmails') as boolean;
  const ledger = async () =>
    said(await ledgerOf(practice.owner.uid)).filter((line) => line.startsWith('product-emails'));

  /** Sends a letter by the command and reads what came to the owner. */
  async function receive(): Promise<{ oneClick: string; link: string }> {
    const { file, word } = newLetter();
    const { code, said: words } = await sendNews(file, 'product').ended;
    expect(code, words).to.equal(0);
    const mail = await mailbox().find(
      ({ subject, to }) =>
        subject.includes(word) && to.some(({ address }) => address === practice.owner.email),
    );
    const source = (await mailbox().source(mail.id)).replace(/\r?\n[ \t]+/g, ' ');
    const [, oneClick = ''] = /^List-Unsubscribe: <(\S+)>/im.exec(source) ?? [];
    const [link = ''] = /http\S+mail-preferences#\S+/.exec(mail.text) ?? [];
    return { oneClick, link };
  }

  it('begins with a yes on the privacy screen, and ends by one click in the mail, without a sign-in', async () => {
    const { page } = await visitor();
    await signIn(page, practice.owner);
    await page.goto(`/o/${practice.orgId}/privacy`);
    const news = page.getByRole('switch', { name: 'Product news' });
    expect(await news.isChecked()).to.equal(false);
    await news.check();
    await sees(page.getByText(/^On since /));
    const { oneClick } = await receive();

    const answer = await fetch(oneClick, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    });
    expect(answer.status).to.equal(200);
    await eventually(async () => !(await news.isChecked()) || undefined, 'The switch did not go off');
    expect(await wants()).to.equal(false);
    expect(await ledger()).to.deep.equal([
      'product-emails no by sign-up',
      'product-emails yes by preferences',
      'product-emails no by unsubscribe-link',
    ]);
  });

  it('can be stopped and had again on the page that the link in the mail opens, by keyboard, on a phone', async () => {
    await adminDb().doc(`users/${practice.owner.uid}`).update({ 'preferences.productEmails': true });
    await eventually(async () => (await ledger()).length === 4 || undefined, 'The ledger did not tell of it');
    const { oneClick, link } = await receive();
    const { page } = await visitor({ viewport: PHONE });
    await page.goto(oneClick); // what a link checker does
    expect(page.url()).to.match(new RegExp(`^${siteUrl()}/mail-preferences#1[.]`));
    await sees(page.getByRole('button', { name: 'Stop product news' }));
    expect(await wants()).to.equal(true);

    await page.goto('about:blank');
    await page.goto(link);
    await sees(page.getByRole('heading', { name: 'Offers' }), page.getByText('Confirm your address'));
    await page.getByRole('button', { name: 'Stop product news' }).focus();
    await page.keyboard.press('Enter');
    const again = page.getByRole('button', { name: 'Send me product news' });
    await sees(again, page.getByText(/^Off since .*Nothing of this list is sent to you/));
    expect(await wants()).to.equal(false);
    await becomes(page, `document.activeElement?.textContent === 'Send me product news'`);
    await page.keyboard.press('Enter');
    await sees(page.getByRole('button', { name: 'Stop product news' }));
    expect((await ledger()).slice(-2)).to.deep.equal([
      'product-emails no by unsubscribe-link',
      'product-emails yes by unsubscribe-link',
    ]);
  });

  it('says so when a link was altered, and changes nothing', async () => {
    const visited = await visitor();
    visited.watch.expect(/\b403\b/);
    await visited.page.goto(`/mail-preferences#1.00000000.all.${practice.owner.uid}.forged`);
    await sees(
      visited.page.getByText('This link does not work.'),
      visited.page.getByRole('link', { name: 'sign in' }),
    );
    expect(await wants()).to.equal(true);
  });
});
