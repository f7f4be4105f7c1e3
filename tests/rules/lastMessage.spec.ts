import type { DocumentData } from 'firebase/firestore';
import { deleteField, serverTimestamp, Timestamp } from 'firebase/firestore';
import { ALPHA_CONTACT, cancel, compose, send, takeBack, work } from './actions.js';
import {
  CANCELED_ID,
  CONFIRMATION_ID,
  contactDocument,
  lastMessageOf,
  NEW_ID,
  RECEIVED_ID,
  REQUESTED_ID,
  SCHEDULED_ID,
  SENT_ID,
  SOME_DAY,
  textRequest,
  threadDocuments,
} from './documents.js';
import { allowed, backstage, denied, inFreshWorld } from './world.js';

const thread = threadDocuments();
const naming = (id: string, change: DocumentData = {}) => ({ ...lastMessageOf(id, thread[id]!), ...change });
const composed = (change: DocumentData = {}) => ({
  ...lastMessageOf(NEW_ID, textRequest('agent')),
  ...change,
});

function without(key: string, map: DocumentData): DocumentData {
  return Object.fromEntries(Object.entries(map).filter(([name]) => name !== key));
}

inFreshWorld('the last message of a contact', () => {
  it('an agent sends and moves it on in one batch', () => allowed(compose('agent')));

  it('the first message of a contact moves it on as well', async () => {
    await backstage({ [ALPHA_CONTACT]: { ...contactDocument(null), lastMessage: null } });
    await allowed(compose('agent'));
  });

  it('sending ends the wait of a lead', async () => {
    await backstage({ [ALPHA_CONTACT]: { ...contactDocument(null), waitingSince: SOME_DAY } });
    await denied(compose('agent', {}, { waitingSince: SOME_DAY }));
    await denied(compose('agent', {}, { waitingSince: serverTimestamp() }));
    await denied(compose('agent', {}, { waitingSince: deleteField() }));
    await allowed(compose('agent'));
  });

  it('a viewer can neither send nor move it on', () => denied(compose('viewer')));

  for (const [field, value] of Object.entries({
    optOut: { sms: true, email: true },
    optOutQuestion: {}, // nobody answers it by writing
    consentHead: { sequence: 9, hash: 'made up' },
    name: 'Somebody else',
  })) {
    it(`${field} cannot change along with it`, () => denied(compose('agent', {}, { [field]: value })));
  }

  for (const [what, change] of Object.entries({
    'another time': { at: Timestamp.now() },
    'another channel': { channel: 'email' },
    'another direction': { direction: 'in' },
    'no message': { messageId: 'nobody' },
    'no id': { messageId: '' },
    'a path as its id': { messageId: `${NEW_ID}/x` },
    'a number as its id': { messageId: 1 },
    'a further key': { unread: true },
    'no preview': { preview: null },
    'a number as preview': { preview: 1 },
  })) {
    it(`it cannot name a new message with ${what}`, () =>
      denied(compose('agent', {}, { lastMessage: composed(change) })));
  }

  for (const key of ['messageId', 'at', 'channel', 'direction', 'preview']) {
    it(`it cannot lack ${key}`, () =>
      denied(compose('agent', {}, { lastMessage: without(key, composed()) })));
  }

  for (const lastMessage of ['Hello', [], 5, {}]) {
    it(`it cannot be ${JSON.stringify(lastMessage)}`, () => denied(compose('agent', {}, { lastMessage })));
  }

  it('it cannot be dropped', () => denied(work('agent', { lastMessage: deleteField() })));

  it('it cannot go back while the message it names stands', async () => {
    await denied(work('agent', { lastMessage: naming(SENT_ID), waitingSince: null }));
    await denied(work('agent', { lastMessage: null, waitingSince: null }));
  });

  it('it cannot move on to a message of yesterday', () =>
    denied(work('agent', { lastMessage: naming(SCHEDULED_ID), waitingSince: null })));

  it('the wait alone cannot be changed', async () => {
    await denied(work('agent', { waitingSince: SOME_DAY }));
    await backstage({ [ALPHA_CONTACT]: { ...contactDocument(null), waitingSince: SOME_DAY } });
    await denied(work('agent', { waitingSince: null }));
  });
});

inFreshWorld('taking a message back', () => {
  for (const id of [REQUESTED_ID, SCHEDULED_ID]) {
    it(`an agent cancels a message that is ${thread[id]!.state}`, () => allowed(cancel('agent', id)));
    it(`a colleague cancels a message that is ${thread[id]!.state}`, () => allowed(cancel('owner', id)));
  }
  for (const id of [SENT_ID, CANCELED_ID, RECEIVED_ID, CONFIRMATION_ID]) {
    it(`nobody cancels ${id}`, () => denied(cancel('owner', id)));
  }
  for (const state of ['sending', 'sent', 'delivered', 'failed', 'blocked', 'uncertain']) {
    it(`nobody cancels a message that is ${state}`, async () => {
      await backstage({ [`${ALPHA_CONTACT}/messages/${NEW_ID}`]: { ...thread[REQUESTED_ID]!, state } });
      await denied(cancel('agent', NEW_ID));
    });
  }

  for (const [name, value] of Object.entries({
    state: 'failed',
    canceledAt: SOME_DAY,
    canceledBy: 'owner',
    body: 'Changed',
    to: '+15005550199',
    requestedBy: 'owner',
    sendAt: null,
    decision: null,
    providerId: 'p1',
    purpose: 'help',
  })) {
    it(`canceling cannot write ${name}`, () => denied(cancel('agent', REQUESTED_ID, { [name]: value })));
  }
  for (const name of ['canceledAt', 'canceledBy', 'state', 'requestedAt']) {
    it(`canceling cannot leave out ${name}`, () =>
      denied(cancel('agent', REQUESTED_ID, { [name]: deleteField() })));
  }

  it('the contact names the earlier message out again', () =>
    allowed(takeBack('agent', { lastMessage: naming(SENT_ID), waitingSince: null })));

  it('the contact waits again when the earlier message came in', async () => {
    const lastMessage = naming(RECEIVED_ID);
    await denied(takeBack('agent', { lastMessage, waitingSince: null }));
    await denied(takeBack('agent', { lastMessage, waitingSince: Timestamp.now() }));
    await denied(takeBack('agent', { lastMessage: naming(SENT_ID), waitingSince: SOME_DAY }));
    await allowed(takeBack('agent', { lastMessage, waitingSince: lastMessage.at as Timestamp }));
  });

  it('the contact names nothing when there was nothing before', async () => {
    await denied(takeBack('agent', { lastMessage: null, waitingSince: SOME_DAY }));
    await allowed(takeBack('agent', { lastMessage: null, waitingSince: null }));
  });

  it('the contact can catch up after the message was canceled', async () => {
    await allowed(cancel('agent'));
    await allowed(work('agent', { lastMessage: naming(SENT_ID), waitingSince: null }));
  });

  it('the contact cannot go back to a canceled message, nor to one that is missing', async () => {
    await denied(takeBack('agent', { lastMessage: naming(CANCELED_ID), waitingSince: null }));
    await denied(
      takeBack('agent', { lastMessage: naming(REQUESTED_ID, { preview: 'Hi' }), waitingSince: null }),
    );
    await denied(
      takeBack('agent', { lastMessage: naming(SENT_ID, { messageId: 'nobody' }), waitingSince: null }),
    );
  });

  it('the contact stays as it is when a reply came in between', async () => {
    await backstage({ [ALPHA_CONTACT]: { ...contactDocument(null), lastMessage: naming(RECEIVED_ID) } });
    await denied(takeBack('agent', { lastMessage: naming(SENT_ID), waitingSince: null }));
    await denied(takeBack('agent', { lastMessage: null, waitingSince: null }));
    await allowed(cancel('agent'));
  });

  it('a contact that never had a message is given none', async () => {
    await backstage({
      [ALPHA_CONTACT]: { ...contactDocument(null), lastMessage: null, waitingSince: SOME_DAY },
    });
    await denied(work('agent', { lastMessage: naming(SENT_ID), waitingSince: null }));
    await denied(work('agent', { waitingSince: null }));
  });

  it('a message that is sent alone moves nothing on later', async () => {
    await allowed(send('agent'));
    await denied(work('agent', { lastMessage: composed(), waitingSince: null }));
  });

  it('a viewer cannot take a message back', () => denied(cancel('viewer')));
});
