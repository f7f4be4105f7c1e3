import type { MailChoicesAnswer, MailScope } from '@leadpulse/model';
import { MAIL_CHOICE_RATE } from '@leadpulse/model';
import { expect } from 'chai';
import { mailToken } from '../../functions/src/news/mailLink.js';
import { LOCAL_SECRETS } from '../../local/world/environment.js';
import { adminDb, siteUrl } from '../../local/worldClient.js';
import { ledgerOf, said, seedReader } from './readers.js';
import type { Person } from './tenant.js';

const ONE_CLICK = 'List-Unsubscribe=One-Click';
const FORM = 'application/x-www-form-urlencoded';

describe('unsubscribing [P9]', function () {
  this.timeout(40_000);
  let person: Person;
  before(() => {
    process.env.MAIL_LINK_KEYS = LOCAL_SECRETS.MAIL_LINK_KEYS;
  });
  beforeEach(async () => {
    person = await seedReader({ productEmails: true, promotionalEmails: true });
  });

  const tokenFor = (scope: MailScope) => mailToken({ uid: person.uid, scope });
  const wants = async () => {
    const page = await adminDb().doc(`users/${person.uid}`).get();
    const { productEmails, promotionalEmails } = page.get('preferences') as Record<string, boolean>;
    return { productEmails, promotionalEmails };
  };
  const click = (token: string, init: RequestInit = { method: 'POST', body: ONE_CLICK }) =>
    fetch(`${siteUrl()}/hooks/unsubscribe/${token}`, {
      headers: { 'content-type': FORM },
      redirect: 'manual',
      ...init,
    });
  const outcomeOf = async (response: Response) => [
    response.status,
    ((await response.json()) as { outcome: string }).outcome,
  ];
  const untouched = async () => {
    expect(await wants()).to.deep.equal({ productEmails: true, promotionalEmails: true });
    expect(await ledgerOf(person.uid)).to.have.length(2);
  };

  describe('by one click', () => {
    it('switches off the list of the mail and no other, twice as well as once, with one entry', async () => {
      const first = await click(tokenFor('product'));
      expect(first.headers.get('cache-control')).to.equal('no-store');
      expect(await outcomeOf(first)).to.deep.equal([200, 'unsubscribed']);
      expect(await outcomeOf(await click(tokenFor('product')))).to.deep.equal([200, 'unsubscribed']);
      expect(await wants()).to.deep.equal({ productEmails: false, promotionalEmails: true });
      expect(said(await ledgerOf(person.uid)).slice(2)).to.deep.equal([
        'product-emails no by unsubscribe-link',
      ]);
    });

    it('works when it is pressed five times at once', async () => {
      const answers = await Promise.all(Array.from({ length: 5 }, () => click(tokenFor('promotions'))));
      expect(answers.map(({ status }) => status)).to.deep.equal([200, 200, 200, 200, 200]);
      expect(await ledgerOf(person.uid)).to.have.length(3);
    });

    it('takes the form in parts, as RFC 8058 shows it', async () => {
      const body = new FormData();
      body.set('List-Unsubscribe', 'One-Click');
      expect(
        await outcomeOf(await click(tokenFor('product'), { method: 'POST', body, headers: {} })),
      ).to.deep.equal([200, 'unsubscribed']);
      expect((await wants()).productEmails).to.equal(false);
    });

    for (const method of ['GET', 'HEAD']) {
      it(`shows the page to a ${method} and changes nothing`, async () => {
        const token = tokenFor('product');
        const answer = await click(token, { method });
        expect(answer.status).to.equal(303);
        expect(answer.headers.get('location')).to.equal(`${siteUrl()}/mail-preferences#${token}`);
        await untouched();
      });
    }

    const strange: [string, (token: string) => string, RequestInit, [number, string]][] = [
      [
        'an altered token',
        (token) => `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`,
        {},
        [403, 'link-invalid'],
      ],
      ['another list’s signature', (token) => token.replace('.product.', '.all.'), {}, [403, 'link-invalid']],
      ['no token', () => 'x', {}, [403, 'link-invalid']],
      ['an overlong token', (token) => token + 'A'.repeat(400), {}, [403, 'link-invalid']],
      ['nothing in the body', (token) => token, { body: '' }, [400, 'not-one-click']],
      ['another word', (token) => token, { body: 'List-Unsubscribe=Yes' }, [400, 'not-one-click']],
      [
        'a broken form',
        (token) => token,
        { headers: { 'content-type': 'multipart/form-data' } },
        [400, 'not-one-click'],
      ],
      ['a body of a megabyte', (token) => token, { body: 'x'.repeat(1_000_000) }, [413, 'too-large']],
      ['another method', (token) => token, { method: 'PUT' }, [405, 'post-only']],
    ];
    for (const [what, alter, init, expected] of strange) {
      it(`refuses ${what} and writes nothing`, async () => {
        const request = { method: 'POST', body: ONE_CLICK, ...init };
        expect(await outcomeOf(await click(alter(tokenFor('product')), request))).to.deep.equal(expected);
        await untouched();
      });
    }

    it('says that the account is gone, and makes nothing of it', async () => {
      const token = tokenFor('product');
      await adminDb().recursiveDelete(adminDb().doc(`users/${person.uid}`));
      expect(await outcomeOf(await click(token))).to.deep.equal([200, 'gone']);
      expect((await adminDb().doc(`users/${person.uid}`).get()).exists).to.equal(false);
    });
  });

  describe('by the page', () => {
    const ask = (body: unknown, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
      fetch(`${siteUrl()}/hooks/mail-choices`, { method: 'POST', headers, body: JSON.stringify(body) });
    const choose = (scope: MailScope, list: string, given: boolean) =>
      ask({ token: tokenFor(scope), change: { list, given } });
    const choicesIn = async (response: Response) => {
      const answer = (await response.json()) as MailChoicesAnswer;
      return answer.outcome === 'known'
        ? answer.choices.map(({ list, given }) => [list, given])
        : answer.outcome;
    };

    it('shows the lists that the link is for and changes nothing by looking', async () => {
      const all = await ask({ token: tokenFor('all'), change: null });
      expect(await choicesIn(all)).to.deep.equal([
        ['product', true],
        ['promotions', true],
      ]);
      expect(await choicesIn(await ask({ token: tokenFor('product'), change: null }))).to.deep.equal([
        ['product', true],
      ]);
      await untouched();
    });

    it('switches each list off and on, and the ledger says when and by what', async () => {
      await choose('all', 'promotions', false);
      expect(await choicesIn(await choose('all', 'promotions', true))).to.deep.equal([
        ['product', true],
        ['promotions', true],
      ]);
      const answer = (await (await choose('all', 'product', false)).json()) as MailChoicesAnswer;
      const [product] = answer.outcome === 'known' ? answer.choices : [];
      expect(product?.sinceMs).to.be.within(Date.now() - 20_000, Date.now() + 5_000);
      expect(said(await ledgerOf(person.uid)).slice(2)).to.deep.equal([
        'promotional-emails no by unsubscribe-link',
        'promotional-emails yes by unsubscribe-link',
        'product-emails no by unsubscribe-link',
      ]);
    });

    it('cannot be switched on again and again, but always off', async () => {
      let last = 0;
      for (let turn = 0; turn <= MAIL_CHOICE_RATE.most; turn += 1) {
        expect((await choose('all', 'product', false)).status).to.equal(200);
        last = (await choose('all', 'product', true)).status;
      }
      expect(last).to.equal(429);
      expect((await wants()).productEmails).to.equal(false);
    });

    it('tells that the account is gone', async () => {
      await adminDb().recursiveDelete(adminDb().doc(`users/${person.uid}`));
      expect(await choicesIn(await ask({ token: tokenFor('all'), change: null }))).to.equal('gone');
    });

    for (const [what, body, status] of [
      ['a list that the link is not for', { change: { list: 'promotions', given: false } }, 403],
      ['an unknown list', { change: { list: 'telemetry', given: true } }, 400],
      ['a further key', { change: null, uid: 'somebody' }, 400],
      ['no choice', { change: { list: 'product' } }, 400],
      ['a forged token', { token: '1.00000000.all.somebody.x', change: null }, 403],
    ] as [string, object, number][]) {
      it(`refuses ${what} and writes nothing`, async () => {
        expect((await ask({ token: tokenFor('product'), ...body })).status).to.equal(status);
        await untouched();
      });
    }

    it('takes JSON that says so only: no form of another site', async () => {
      const body = { token: tokenFor('all'), change: { list: 'product', given: false } };
      expect((await ask(body, { 'content-type': 'text/plain' })).status).to.equal(400);
      expect((await ask(body, { 'content-type': FORM })).status).to.equal(400);
      await untouched();
    });
  });
});
