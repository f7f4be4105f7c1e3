import { expect } from 'chai';
import { createHash } from 'node:crypto';
import type { GoogleControl } from './control/client.js';
import { googleControlOf } from './control/client.js';
import { DEMO_CLIENT } from './demo.js';
import type { GoogleStandIn } from './standIn.js';
import { startGoogle } from './standIn.js';

const SEND = 'https://www.googleapis.com/auth/gmail.send';
const READ = 'https://www.googleapis.com/auth/gmail.readonly';
const BACK = 'http://127.0.0.1:5300/connect/google';
const VERIFIER = 'a'.repeat(43);

interface Answer {
  status: number;
  body: Record<string, unknown>;
}

describe('the stand-in for Google', () => {
  let google: GoogleStandIn;
  let control: GoogleControl;
  let mailbox: string;
  before(async () => {
    google = await startGoogle({});
    control = googleControlOf(google.url);
    mailbox = (await control.newMailbox()).address;
  });
  after(() => google.stop());

  const pageUrl = (scopes: string[], more: Record<string, string> = {}): string => {
    const query = new URLSearchParams({
      client_id: DEMO_CLIENT.id,
      redirect_uri: BACK,
      response_type: 'code',
      scope: ['openid', 'email', ...scopes].join(' '),
      state: 's',
      nonce: 'n',
      code_challenge: createHash('sha256').update(VERIFIER).digest('base64url'),
      code_challenge_method: 'S256',
      ...more,
    });
    return `${google.url}/o/oauth2/v2/auth?${query.toString()}`;
  };
  const token = async (form: Record<string, string>): Promise<Answer> => {
    const client = { client_id: DEMO_CLIENT.id, client_secret: DEMO_CLIENT.secret };
    const response = await fetch(`${google.url}/token`, {
      method: 'POST',
      body: new URLSearchParams({ ...client, ...form }),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  const codeFor = async (scopes: string[], leaves: string[] = []): Promise<string> => {
    const { back } = await control.consent({ url: pageUrl(scopes), mailbox, leaves });
    return new URL(back).searchParams.get('code') ?? '';
  };
  const trade = (code: string, verifier = VERIFIER) =>
    token({ grant_type: 'authorization_code', code, code_verifier: verifier, redirect_uri: BACK });
  const accessFor = async (scopes: string[]): Promise<string> =>
    String((await trade(await codeFor(scopes))).body.access_token);
  const ask = async (access: string, path: string, body?: object): Promise<Answer> => {
    const response = await fetch(`${google.url}/gmail/v1/users/me${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { authorization: `Bearer ${access}` },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };

  it('shows a page with a box for each thing that is asked, and none for another client', async () => {
    const page = await (await fetch(pageUrl([SEND, READ]))).text();
    expect(page).to.include('Send email on your behalf').and.include('View your email messages');
    expect(await (await fetch(pageUrl([SEND], { client_id: 'x' }))).text()).to.include('invalid_client');
  });

  it('trades a code once, for who has its secret', async () => {
    const code = await codeFor([SEND]);
    expect((await trade(code, 'b'.repeat(43))).body).to.include({ error: 'invalid_grant' });
    const { status, body } = await trade(code);
    expect(status).to.equal(200);
    expect(body.refresh_token).to.match(/^1\/\//);
    expect((await trade(code)).body).to.include({ error: 'invalid_grant' });
  });

  it('gives what was ticked, and refuses the rest', async () => {
    const { body } = await trade(await codeFor([SEND, READ], [READ]));
    expect(body.scope).to.include(SEND).and.not.include(READ);
    expect((await ask(String(body.access_token), '/messages')).status).to.equal(403);
  });

  it('sends into a mailbox, and finds the mail by its Message-ID', async () => {
    const access = await accessFor([SEND, READ]);
    const raw = Buffer.from('From: a@b.example\r\nTo: c@d.example\r\nMessage-ID: <m1@x>\r\n\r\nHi').toString(
      'base64url',
    );
    const sent = await ask(access, '/messages/send', { raw });
    expect(sent.status).to.equal(200);
    const found = await ask(access, `/messages?q=${encodeURIComponent('rfc822msgid:m1@x in:sent')}`);
    expect(found.body.messages).to.deep.equal([{ id: sent.body.id, threadId: sent.body.threadId }]);
  });

  it('lists a draft that goes out as a label that it got, to who asks for labels', async () => {
    const access = await accessFor([READ]);
    const draft = await control.mail({ mailbox, from: mailbox, body: 'Not yet', labels: ['DRAFT'] });
    const { historyId } = (await ask(access, '/profile')).body;
    await control.sendDraft({ mailbox, id: draft.id });
    const path = `/history?startHistoryId=${String(historyId)}&historyTypes=`;
    expect((await ask(access, `${path}messageAdded`)).body).not.to.have.property('history');
    expect(JSON.stringify((await ask(access, `${path}labelAdded`)).body)).to.include(draft.id);
  });

  it('lists what was added, and forgets where somebody asks for that', async () => {
    const access = await accessFor([READ]);
    const { historyId } = (await ask(access, '/profile')).body;
    const { id } = await control.mail({ mailbox, from: 'jo@lead.example', body: 'Hello' });
    const history = (await ask(access, `/history?startHistoryId=${String(historyId)}`)).body;
    expect(JSON.stringify(history)).to.include(id);
    await control.change({ mailbox, forgets: true });
    expect((await ask(access, `/history?startHistoryId=${String(historyId)}`)).status).to.equal(404);
  });

  it('fails before or after it is done, where a test asks for that', async () => {
    const access = await accessFor([SEND, READ]);
    const raw = Buffer.from('From: a@b.example\r\nTo: c@d.example\r\nMessage-ID: <m2@x>\r\n\r\nHi').toString(
      'base64url',
    );
    const count = async () =>
      (await control.mails(mailbox)).filter(({ messageId }) => messageId === '<m2@x>').length;
    await control.failNext({ method: 'POST', path: '/messages/send', when: 'before', status: 429, mailbox });
    expect((await ask(access, '/messages/send', { raw })).status).to.equal(429);
    expect(await count()).to.equal(0);
    await control.failNext({ method: 'POST', path: '/messages/send', when: 'after', mailbox });
    expect((await ask(access, '/messages/send', { raw })).status).to.equal(500);
    expect(await count()).to.equal(1);
  });

  it('ends every token of a mailbox with one that is revoked', async () => {
    const access = await accessFor([READ]);
    await control.change({ mailbox, revokes: true });
    expect((await ask(access, '/profile')).status).to.equal(401);
  });
});
