import { postMail, postSandboxEvent, siteUrl } from '../../../local/worldClient.js';
import { LOCAL_SECRETS } from '../../../local/world/environment.js';
import { freshId } from '../../functions/tenant.js';
import type { House } from './house.js';
import type { Lead } from './inside.js';
import { createHmac } from 'node:crypto';

const TEXTS = 3;
const MAILS = 2;
const OPT_OUTS = 2;
const TRIES = 5;

/** Everything that comes in: texts, mails with files, opt-outs, bounces, and what is not signed or not readable. */
export async function comeFromOutside(house: House, leads: readonly Lead[]): Promise<void> {
  for (let n = 0; n < TEXTS; n += 1) await textFromStranger(house);
  for (let n = 0; n < MAILS; n += 1) await mailFromStranger(house);
  for (const lead of leads.slice(0, OPT_OUTS)) await optOut(house, lead);
  await bounce(house);
  await beForged(house);
  await stripeTells(house);
}

function text({ sms }: House, from: string, body: string): Delivery {
  const event = {
    type: 'message.received',
    id: freshId('sb_'),
    channel: 'sms',
    from,
    to: sms.address,
    body,
    receivedAt: new Date().toISOString(),
  };
  return () => postSandboxEvent(event);
}

async function textFromStranger(house: House): Promise<void> {
  const { taints } = house;
  const [from, body] = [taints.number('a text from outside'), taints.words('a text from outside')];
  await taken(text(house, from, body));
}

async function optOut(house: House, { phone }: Lead): Promise<void> {
  await taken(text(house, phone, `Stop texting me. ${house.taints.words('an opt-out')}`));
}

/** Plain words, HTML and a file, as mail programs send them. */
async function mailFromStranger({ mail, taints }: House): Promise<void> {
  const where = 'a mail from outside';
  const file = Buffer.from(taints.file('a file from outside')).toString('base64');
  const lines = [
    `From: "${taints.name(where)}" <${taints.address(where)}>`,
    `To: ${mail.address}`,
    `Subject: ${taints.words(where)}`,
    `Date: ${new Date().toUTCString()}`,
    `Message-ID: <${freshId('lead')}@mail.example>`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=edge',
    '',
    '--edge',
    'Content-Type: text/plain; charset=utf-8',
    '',
    taints.words(where),
    '--edge',
    `Content-Type: text/csv; name="${taints.word('the name of a file', false)}.csv"`,
    'Content-Transfer-Encoding: base64',
    `Content-Disposition: attachment; filename="${taints.word('the name of a file', false)}.csv"`,
    '',
    file,
    '--edge--',
    '',
  ];
  await taken(() => postMail(lines.join('\r\n')));
}

/** A provider that tells of a message of ours that it could not deliver, in words of its own. */
async function bounce({ orgId, taints }: House): Promise<void> {
  const message = taints.words('a provider’s failure', false);
  const clientRef = `${orgId}/nobody/nothing`;
  const event = { type: 'message.status', id: freshId('sb_'), clientRef, status: 'failed' };
  await taken(() => postSandboxEvent({ ...event, error: { code: '30003', message } }));
}

async function beForged({ taints }: House): Promise<void> {
  const where = 'a forged webhook';
  const unreadable = [
    postSandboxEvent({ type: taints.word(where, false), body: taints.words(where, false) }),
  ];
  const unsigned = ['sandbox', 'mail', 'stripe'].map((hook) =>
    fetch(`${siteUrl()}/hooks/${hook}`, { method: 'POST', body: taints.words(where, false) }),
  );
  for (const response of await Promise.all([...unreadable, ...unsigned])) {
    if (response.ok) throw new Error(`A forged webhook was taken: ${response.url}`);
  }
}

/** A signed event of a customer that is not ours, with everything Stripe knows of them. */
async function stripeTells({ taints }: House): Promise<void> {
  const where = 'an event of Stripe’s';
  const object = {
    id: `cus_${freshId('')}`,
    object: 'customer',
    name: taints.name(where, false),
    email: taints.address(where, false),
    phone: taints.number(where, false),
    metadata: {},
  };
  const now = Math.floor(Date.now() / 1000);
  const event = {
    ...{
      id: `evt_${freshId('')}`,
      object: 'event',
      api_version: '2026-10-28',
      created: now,
      livemode: false,
    },
    ...{ type: 'customer.updated', pending_webhooks: 1, request: null, data: { object } },
  };
  const body = JSON.stringify(event);
  const secret = LOCAL_SECRETS.STRIPE_WEBHOOK_SECRETS.split(',')[0] ?? '';
  const signature = createHmac('sha256', secret).update(`${now}.${body}`).digest('hex');
  await fetch(`${siteUrl()}/hooks/stripe`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'stripe-signature': `t=${now},v1=${signature}` },
    body,
  });
}

type Delivery = () => Promise<Response>;

/** Delivers as a provider does: once more where something of ours failed, as two at once on a busy machine may. */
async function taken(deliver: Delivery): Promise<void> {
  let response = await deliver();
  for (let tries = 1; response.status >= 500 && tries < TRIES; tries += 1) response = await deliver();
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
}
