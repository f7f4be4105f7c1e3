import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { Acts } from '../../standIn/control.js';
import { answerActs } from '../../standIn/control.js';
import type { Backstage } from '../api/answer.js';
import { addFreshAccount, addNumber, addService } from '../demo.js';
import { textFromPhone } from '../phone.js';

const accountSid = z.string();
const failureSchema = z.object({
  method: z.string(),
  path: z.string(),
  status: z.number().default(500),
  times: z.number().default(1),
  when: z.enum(['before', 'after']),
  how: z.enum(['answer', 'reset', 'hang']).default('answer'),
  to: z.string().optional(), // only texts to this number
});
const numberSchema = z.object({ accountSid, number: z.string(), canText: z.boolean().default(true) });
const serviceSchema = z.object({
  accountSid,
  name: z.string(),
  number: z.string(),
  inboundUrl: z.string().default(''),
  hasAdvancedOptOut: z.boolean().default(false),
});
const changeSchema = z.object({
  accountSid,
  status: z.enum(['active', 'suspended']).optional(),
  authToken: z.string().optional(),
  callbacks: z.enum(['plain', 'disorderly', 'lost', 'held']).optional(),
});
const deliverySchema = z.object({ id: z.string(), way: z.enum(['both', 'first', 'second']).default('both') });
const textSchema = z.object({
  from: z.string(),
  to: z.string(),
  body: z.string(),
  pictures: z.number().default(0),
});

/** What tests do with the stand-in, by method and path below `/_control`. */
const ACTS: Acts<Backstage> = {
  'POST /account': ({ store }) => addFreshAccount(store),
  'POST /change': ({ store }, body) => {
    const { accountSid: id, status, authToken, callbacks } = changeSchema.parse(body);
    const account = store.get('account', id);
    if (!account) throw new Error('There is no such account.');
    return store.put('account', {
      ...account,
      ...(status && { status }),
      ...(authToken && { authToken }),
      ...(callbacks && { callbacks }),
    });
  },
  'POST /number': ({ store }, body) => {
    const { accountSid: id, number, canText } = numberSchema.parse(body);
    return { sid: addNumber(store, id, number, { canText }) };
  },
  'POST /release': ({ store }, body) => {
    const { number } = z.object({ number: z.string() }).parse(body);
    for (const { id } of store.all('number').filter((each) => each.number === number))
      store.remove('number', id);
    return {};
  },
  'POST /service': ({ store }, body) => {
    const { accountSid: id, number, ...wish } = serviceSchema.parse(body);
    const numbers = store.all('number').filter((each) => each.number === number);
    return { sid: addService(store, id, { ...wish, numbers: numbers.map((each) => each.id) }) };
  },
  'POST /text': ({ store, network }, body) => textFromPhone(store, network, textSchema.parse(body)),
  'POST /deliver': async ({ network }, body) => {
    const { id, way } = deliverySchema.parse(body);
    return { isTaken: await network.deliver(id, way) };
  },
  'POST /fail': ({ weather }, body) => {
    const { to: customer, ...failure } = failureSchema.parse(body);
    weather.failNext({ ...failure, customer });
    return {};
  },
  'GET /messages': ({ store }, _, query) =>
    store.all('message').filter(({ to, from }) => [to, from].includes(query.get('phone') ?? '')),
  'GET /all-messages': ({ store }) => store.all('message'),
  'GET /held': ({ network }, _, query) => network.held(query.get('accountSid') ?? ''),
  'GET /numbers': ({ store }, _, query) =>
    store.all('number').filter((each) => each.accountSid === query.get('accountSid')),
  'GET /services': ({ store }, _, query) =>
    store.all('service').filter((each) => each.accountSid === query.get('accountSid')),
};

export function answerControl(
  stage: Backstage,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  return answerActs(ACTS, stage, request, response);
}
