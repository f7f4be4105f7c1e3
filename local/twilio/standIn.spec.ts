import { expect } from 'chai';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isSignedByTwilio } from '../../functions/src/messaging/channels/twilio/signature.js';
import { bodyOf } from '../stripe/wire/http.js';
import type { FreshAccount, TwilioControl } from './control/client.js';
import { twilioControlOf } from './control/client.js';
import type { TwilioStandIn } from './standIn.js';
import { startTwilio } from './standIn.js';

interface Heard {
  params: URLSearchParams;
  isSigned: boolean;
}

describe('the stand-in for Twilio', () => {
  let twilio: TwilioStandIn;
  let control: TwilioControl;
  let account: FreshAccount;
  let product: Server;
  let hook: string;
  let heard: Heard[] = [];

  before(async () => {
    twilio = await startTwilio({});
    control = twilioControlOf(twilio.url);
    product = createServer((request, response) => {
      void bodyOf(request).then((body) => {
        const params = new URLSearchParams(body);
        const signature = String(request.headers['x-twilio-signature']);
        const { authToken } = account;
        const url = `${hook}${request.url ?? ''}`;
        heard.push({ params, isSigned: isSignedByTwilio(signature, { authToken, url, params }) });
        response.end();
      });
    });
    await new Promise<void>((resolve) => product.listen(0, '127.0.0.1', resolve));
    hook = `http://127.0.0.1:${(product.address() as AddressInfo).port}`;
  });
  beforeEach(async () => {
    account = await control.newAccount();
    heard = [];
  });
  after(async () => {
    product.close();
    await twilio.stop();
  });

  const call = async (
    method: string,
    path: string,
    form?: Record<string, string>,
    token = account.authToken,
  ) => {
    const response = await fetch(`${twilio.url}/2010-04-01/Accounts/${account.accountSid}${path}`, {
      method,
      headers: { authorization: `Basic ${btoa(`${account.accountSid}:${token}`)}` },
      ...(form && { body: new URLSearchParams(form) }),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  const send = (to: string, more: Record<string, string> = {}) =>
    call('POST', '/Messages.json', { To: to, From: account.number, Body: 'Hello', ...more });
  const told = async (count: number): Promise<string[]> => {
    for (let turns = 0; heard.length < count && turns < 40; turns += 1)
      await new Promise((go) => setTimeout(go, 50));
    return heard.map(({ params }) => params.get('MessageStatus') ?? '');
  };

  it('lets nobody in with another token', async () => {
    const answer = await call('GET', '.json', undefined, 'x');
    expect(answer).to.deep.include({ status: 401 });
    expect(answer.body.code).to.equal(20003);
  });

  it('takes a text, tells how it fares in signed callbacks, and lists it', async () => {
    const { status, body } = await send('+12025550123', { StatusCallback: `${hook}/o/a/c/m` });
    expect(status).to.equal(201);
    expect(body.status).to.equal('queued');
    expect(await told(2)).to.deep.equal(['sent', 'delivered']);
    expect(heard.every(({ isSigned }) => isSigned)).to.equal(true);
    const list = await call('GET', `/Messages.json?To=${encodeURIComponent('+12025550123')}`);
    expect((list.body.messages as { sid: string }[])[0]?.sid).to.equal(body.sid);
  });

  it('tells twice and in no order where it is asked to', async () => {
    await control.change({ accountSid: account.accountSid, callbacks: 'disorderly' });
    await send('+12025550124', { StatusCallback: hook });
    expect(await told(4)).to.deep.equal(['delivered', 'sent', 'delivered', 'sent']);
  });

  it('holds what it would tell until it is asked, and tells it as often as asked', async () => {
    await control.change({ accountSid: account.accountSid, callbacks: 'held' });
    await send('+12025550127', { StatusCallback: hook });
    const held = async () =>
      (await control.held(account.accountSid)).map(({ id, status }) => ({ id, status }));
    for (let turns = 0; (await held()).length < 2 && turns < 40; turns += 1)
      await new Promise((go) => setTimeout(go, 50));
    const [sent, delivered] = await held();
    expect(await told(0)).to.deep.equal([]);
    for (const { id } of [delivered!, sent!, delivered!])
      expect(await control.deliver({ id, way: 'first' })).to.deep.equal({ isTaken: true });
    expect(await told(3)).to.deep.equal(['delivered', 'sent', 'delivered']);
    expect(await control.deliver({ id: sent!.id, way: 'second' })).to.deep.equal({ isTaken: false });
  });

  it('does not deliver where a registration is missing', async () => {
    await send('+15005553034', { StatusCallback: hook });
    expect(await told(2)).to.deep.equal(['sent', 'undelivered']);
    expect(heard[1]?.params.get('ErrorCode')).to.equal('30034');
  });

  it('brings what a phone writes, heeds STOP by itself and takes no more texts to it', async () => {
    const { body } = await call(
      'GET',
      `/IncomingPhoneNumbers.json?PhoneNumber=${encodeURIComponent(account.number)}`,
    );
    const [number] = body.incoming_phone_numbers as { sid: string }[];
    await call('POST', `/IncomingPhoneNumbers/${number?.sid}.json`, { SmsUrl: `${hook}/in` });
    const text = { from: '+12025550125', to: account.number };
    expect(await control.text({ ...text, body: ' stop ' })).to.include({ outcome: 'taken' });
    expect(heard[0]?.params.get('Body')).to.equal(' stop ');
    expect(heard[0]?.isSigned).to.equal(true);
    expect((await send('+12025550125')).body.code).to.equal(21610);
    await control.text({ ...text, body: 'START' });
    expect((await send('+12025550125')).status).to.equal(201);
  });

  it('fails after it has taken a text, where a test asks for that', async () => {
    await control.failNext({ method: 'POST', path: '/Messages.json', when: 'after', to: '+12025550126' });
    expect((await send('+12025550126')).status).to.equal(500);
    expect(await control.messages('+12025550126')).to.have.length(1);
  });
});
