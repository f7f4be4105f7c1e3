import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { Acts } from '../../standIn/control.js';
import { answerActs } from '../../standIn/control.js';
import type { Backstage } from '../api/answer.js';
import { bring } from '../bring.js';
import { addMailbox, newId } from '../demo.js';
import { headerOf, mailsOf, rawOf, received, relayed, sendDraft } from '../mails.js';
import { consented } from '../oauth/consent.js';
import { endGrants } from '../oauth/tokens.js';
import type { KeptMail } from '../store.js';

const failureSchema = z.object({
  method: z.string(),
  path: z.string(),
  status: z.number().default(500),
  times: z.number().default(1),
  when: z.enum(['before', 'after']),
  how: z.enum(['answer', 'reset', 'hang']).default('answer'),
  mailbox: z.string().optional(),
});
const changeSchema = z.object({
  mailbox: z.string(),
  pushes: z.enum(['plain', 'disorderly', 'lost']).optional(),
  putsOwnIds: z.boolean().optional(),
  forgets: z.boolean().optional(), // everything up to now: the next history is 404
  revokes: z.boolean().optional(), // the person takes their consent back at Google
  tokensEnd: z.boolean().optional(), // access tokens end before their time
});
const mailSchema = z.object({
  mailbox: z.string(),
  from: z.string(),
  to: z.string().optional(), // of a mail that is written in Gmail itself
  subject: z.string().default('About the flat'),
  body: z.string(),
  headers: z.record(z.string(), z.string()).default({}),
  labels: z.array(z.string()).optional(),
  isQuiet: z.boolean().default(false), // nobody is told
});
const textSchema = z.object({
  mailbox: z.string(),
  from: z.string(),
  number: z.string(),
  body: z.string(),
  isForged: z.boolean().default(false),
});
const consentSchema = z.object({
  url: z.url(),
  mailbox: z.string(),
  leaves: z.array(z.string()).default([]),
  act: z.string().default('allow'),
});
const pushSchema = z.object({ topicName: z.string(), notice: z.looseObject({}) });

/** What tests do with the stand-in, by method and path below `/_control`. */
const ACTS: Acts<Backstage> = {
  'POST /mailbox': ({ store }) => {
    const { id } = addMailbox(store, `box-${newId(6)}@gmail.example`, 'Test mailbox');
    return { address: id };
  },
  'POST /change': ({ store }, body) => {
    const { mailbox: id, forgets, revokes, tokensEnd, ...changes } = changeSchema.parse(body);
    const mailbox = store.get('mailbox', id);
    if (!mailbox) throw new Error('There is no such mailbox.');
    if (revokes) endGrants(store, id);
    if (tokensEnd) for (const token of store.all('token')) store.put('token', { ...token, endsAtMs: 0 });
    const { pushes = mailbox.pushes, putsOwnIds = mailbox.putsOwnIds } = changes;
    const forgottenTo = forgets ? mailbox.historyId : mailbox.forgottenTo;
    return store.put('mailbox', { ...mailbox, pushes, putsOwnIds, forgottenTo });
  },
  'POST /mail': (stage, body) => {
    const { mailbox, labels, isQuiet, ...mail } = mailSchema.parse(body);
    const pusher = isQuiet ? { tell: () => Promise.resolve() } : stage.pusher;
    const raw = received({ ...mail, to: mail.to ?? mailbox });
    return bring({ store: stage.store, pusher: pusher as typeof stage.pusher }, mailbox, raw, labels);
  },
  'POST /send-draft': async ({ store, pusher }, body) => {
    const { mailbox, id } = z.object({ mailbox: z.string(), id: z.string() }).parse(body);
    sendDraft(store, mailbox, id);
    await pusher.tell(mailbox);
    return {};
  },
  'POST /text': (stage, body) => {
    const { mailbox, isForged, ...text } = textSchema.parse(body);
    return bring(stage, mailbox, relayed({ ...text, to: mailbox }, isForged));
  },
  'POST /consent': ({ store }, body) => {
    const { url, mailbox, leaves, act } = consentSchema.parse(body);
    const form = new URLSearchParams(new URL(url).search);
    form.set('mailbox', mailbox);
    form.set('act', act);
    for (const scope of (form.get('scope') ?? '').split(' '))
      if (!leaves.includes(scope)) form.append('granted', scope);
    return { back: consented(store, form) };
  },
  'POST /push': async ({ pusher }, body) => {
    const { topicName, notice } = pushSchema.parse(body);
    return { isTaken: await pusher.publish(topicName, notice) };
  },
  'POST /fail': ({ weather }, body) => {
    const { mailbox: customer, ...failure } = failureSchema.parse(body);
    weather.failNext({ ...failure, customer });
    return {};
  },
  'GET /mails': ({ store }, _, query) => mailsOf(store, query.get('mailbox') ?? '').map(shown),
  'GET /all-mails': ({ store }) => store.all('mail').map(shown),
  'GET /grants': ({ store }, _, query) =>
    store.all('grant').filter((each) => each.mailbox === query.get('mailbox')),
  'GET /mailbox': ({ store }, _, query) => store.get('mailbox', query.get('mailbox') ?? '') ?? {},
};

function shown(mail: KeptMail): object {
  const raw = rawOf(mail);
  const header = (name: string): string => headerOf(raw, name);
  const { id, threadId, labels, messageId } = mail;
  return {
    id,
    threadId,
    labels,
    messageId,
    raw,
    to: header('To'),
    from: header('From'),
    subject: header('Subject'),
    references: header('References'),
    ownId: header('X-LeadPulse-Id'),
  };
}

export function answerControl(
  stage: Backstage,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  return answerActs(ACTS, stage, request, response);
}
