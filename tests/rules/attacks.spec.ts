import type { Firestore, QuerySnapshot } from 'firebase/firestore';
import {
  collection,
  collectionGroup,
  doc,
  documentId,
  getCountFromServer,
  getDoc,
  getDocs,
  increment,
  limit,
  onSnapshot,
  or,
  orderBy,
  query,
  runTransaction,
  serverTimestamp,
  setDoc,
  Timestamp,
  updateDoc,
  where,
  writeBatch,
} from 'firebase/firestore';
import { ALPHA_CONTACT, change, compose, note, send, work } from './actions.js';
import {
  contactDocument,
  emailRequest,
  NEW_ID,
  orgDocument,
  RECEIVED_ID,
  REQUESTED_ID,
  SOME_DAY,
  textRequest,
} from './documents.js';
import { called } from './people.js';
import { placesOf } from './places.js';
import { seatDocument } from './seed.js';
import { allowed, as, backstage, denied, freshWorld, inFreshWorld, RULES, unproven } from './world.js';

const contacts = (db: Firestore, org = 'alpha') => collection(db, `orgs/${org}/contacts`);

inFreshWorld('who sees only assigned contacts [P11]', () => {
  const mine = where('assigneeUid', '==', 'narrowAgent');

  for (const [queue, constraints] of Object.entries({
    'their open queue': [where('inbox.status', '==', 'open'), orderBy('lastMessage.at', 'desc')],
    'who waits for them': [where('waitingSince', '>', SOME_DAY), orderBy('waitingSince')],
    'their list': [orderBy('nameKey')],
    'their search': [where('search', 'array-contains', 'lee'), orderBy('nameKey')],
    'their hot ones': [where('tags', 'array-contains', 'warm'), where('stage', '==', 'new')],
  })) {
    it(`lists ${queue}, and not everybody’s`, async () => {
      await allowed(getDocs(query(contacts(as('narrowAgent')), mine, ...constraints, limit(50))));
      await unproven(getDocs(query(contacts(as('narrowAgent')), ...constraints, limit(50))));
    });
  }

  for (const [what, constraint] of Object.entries({
    'a colleague’s': where('assigneeUid', '==', 'agent'),
    'unassigned ones': where('assigneeUid', '==', null),
    'their own among others': where('assigneeUid', 'in', ['narrowAgent', 'agent']),
    'those of a range': where('assigneeUid', '>=', 'narrowAgent'),
    'all but a colleague’s': where('assigneeUid', '!=', 'agent'),
    'those by id': where(documentId(), 'in', ['cold', 'narrowAgents']),
    'all but none': where('assigneeUid', 'not-in', ['nobody']),
    'all that have an assignee': where('assigneeUid', '!=', null),
    'what a word of a list finds': where('tags', 'array-contains-any', ['warm', 'narrowAgent']),
  })) {
    it(`cannot list ${what}`, () =>
      unproven(getDocs(query(contacts(as('narrowAgent')), constraint, limit(50)))));
    it(`cannot count ${what}`, () =>
      unproven(getCountFromServer(query(contacts(as('narrowAgent')), constraint, limit(50)))));
  }

  it('cannot list their own or others by an alternative', () =>
    unproven(getDocs(query(contacts(as('narrowAgent')), or(mine, where('stage', '==', 'new')), limit(50)))));

  it('cannot listen to everybody’s', () =>
    unproven(
      new Promise((resolve, reject) => {
        const heard = (list: QuerySnapshot) => list.metadata.fromCache || resolve(list);
        onSnapshot(
          query(contacts(as('narrowAgent')), limit(50)),
          { includeMetadataChanges: true },
          heard,
          reject,
        );
      }),
    ));

  it('cannot list the messages, notes or consents of another’s thread, their own words among them', async () => {
    for (const [folder, field] of Object.entries({
      messages: 'requestedBy',
      notes: 'authorUid',
      consents: 'channel',
    })) {
      const thread = collection(as('narrowAgent'), `${ALPHA_CONTACT}/${folder}`);
      await denied(getDocs(query(thread, where(field, '==', 'narrowAgent'), limit(10))));
      await denied(getDocs(query(thread, where(field, 'in', ['narrowAgent', 'sms']), limit(10))));
      await denied(getCountFromServer(query(thread, limit(10))));
    }
  });

  it('loses sight of a thread when the contact is given away', async () => {
    const messages = query(
      collection(as('narrowAgent'), 'orgs/alpha/contacts/narrowAgents/messages'),
      limit(50),
    );
    await allowed(getDocs(messages));
    await backstage({ 'orgs/alpha/contacts/narrowAgents': contactDocument('agent') });
    await denied(getDocs(messages));
  });
});

inFreshWorld('a seat that changes [P11]', () => {
  it('a removed member loses everything at the next request', async () => {
    await allowed(getDoc(doc(as('owner'), ALPHA_CONTACT)));
    await backstage({ 'orgs/alpha/members/owner': null });
    await denied(getDoc(doc(as('owner'), ALPHA_CONTACT)));
    await denied(getDoc(doc(as('owner'), 'orgs/alpha')));
    await denied(getDocs(query(contacts(as('owner')), limit(50))));
    await denied(send('owner'));
  });

  it('an agent who becomes a viewer writes nothing at the next request', async () => {
    await allowed(work('agent', { stage: 'won' }));
    await backstage({ 'orgs/alpha/members/agent': { role: 'viewer', sees: 'everything' } });
    await denied(work('agent', { stage: 'lost' }));
    await denied(send('agent'));
  });

  for (const seat of [
    { role: 'root', sees: 'everything' },
    { role: 'none', sees: 'everything' },
  ]) {
    it(`a seat with the role '${seat.role}' grants nothing`, async () => {
      await backstage({ 'orgs/alpha/members/agent': seat });
      await denied(getDoc(doc(as('agent'), 'orgs/alpha')));
      await denied(getDoc(doc(as('agent'), ALPHA_CONTACT)));
      await denied(send('agent'));
    });
  }

  it('a seat that sees an unknown word sees only what is assigned', async () => {
    await backstage({ 'orgs/alpha/members/agent': { role: 'agent', sees: 'all' } });
    await denied(getDoc(doc(as('agent'), ALPHA_CONTACT)));
    await allowed(getDoc(doc(as('agent'), 'orgs/alpha/contacts/colleagues')));
  });
});

inFreshWorld('mixing organizations [P10]', () => {
  it('a batch that touches another organization changes nothing in one’s own', async () => {
    const batch = writeBatch(as('stranger'));
    batch.update(doc(as('stranger'), 'orgs/beta/contacts/cold'), { stage: 'won' });
    batch.update(doc(as('stranger'), ALPHA_CONTACT), { stage: 'won' });
    await denied(batch.commit());
  });

  it('a transaction cannot carry a contact over', async () => {
    const db = as('stranger');
    await denied(
      runTransaction(db, async (tx) => {
        await tx.get(doc(db, ALPHA_CONTACT));
      }),
    );
    await denied(
      runTransaction(db, async (tx) => {
        const own = await tx.get(doc(db, 'orgs/beta/contacts/cold'));
        tx.set(doc(db, 'orgs/alpha/contacts/new'), own.data()!);
      }),
    );
  });

  it('a message cannot leave from an account of another organization', async () => {
    await denied(send('agent', { accountId: 'only-beta', from: '+15005550009' }));
    await allowed(send('agent', { accountId: 'only-alpha', from: '+15005550009' }));
  });

  it('a contact cannot be assigned to a member of another organization', () =>
    denied(work('owner', { assigneeUid: 'stranger' })));

  it('a last message cannot be one of another contact', async () => {
    const batch = writeBatch(as('agent'));
    const message = textRequest('agent');
    batch.set(doc(as('agent'), `orgs/alpha/contacts/colleagues/messages/${NEW_ID}`), message);
    const { at, channel, direction } = message as Record<string, unknown>;
    const lastMessage = { messageId: NEW_ID, at, channel, direction, preview: 'Hello' };
    batch.update(doc(as('agent'), ALPHA_CONTACT), { lastMessage, waitingSince: null });
    await denied(batch.commit());
  });

  const groups = placesOf(RULES).map(({ path }) => path.split('/').at(-2)!);
  for (const group of new Set(groups)) {
    it(`no query reaches every ${group} of the world`, async () => {
      await denied(getDocs(query(collectionGroup(as('owner'), group), limit(1))));
      await denied(
        getDocs(query(collectionGroup(as('owner'), group), where('assigneeUid', '==', 'owner'), limit(1))),
      );
      await denied(getCountFromServer(query(collectionGroup(as('owner'), group), limit(1))));
    });
  }
});

inFreshWorld('under an organization that is gone', () => {
  it('nothing is created when it was deleted and can come back', async () => {
    await denied(send('closedOwner', {}, 'orgs/closed/contacts/cold'));
    await denied(note('closedOwner', {}, 'orgs/closed/contacts/cold'));
    await denied(work('closedOwner', { stage: 'won' }, 'orgs/closed/contacts/cold'));
  });

  it('nothing is created, nor made again, when it was purged', async () => {
    const orphan = 'orgs/purged/contacts/cold';
    await backstage({ [orphan]: contactDocument(null) });
    await denied(send('owner', {}, orphan));
    await denied(note('owner', {}, orphan));
    await denied(work('owner', { stage: 'won' }, orphan));
    await denied(getDoc(doc(as('owner'), orphan)));
    await denied(setDoc(doc(as('owner'), 'orgs/purged'), orgDocument('purged')));
    await denied(setDoc(doc(as('owner'), 'orgs/purged/members/owner'), seatDocument('owner')!));
    await backstage({ [orphan]: null });
  });
});

inFreshWorld('who was invited and has not accepted', () => {
  const invites = (who: 'invited' | 'agent') => collection(as(who), 'orgs/alpha/invites');

  for (const who of ['invited', 'agent'] as const) {
    it(`${called(who)} cannot look for an invite by address, state or token`, async () => {
      await denied(getDoc(doc(invites(who), 'open')));
      for (const constraint of [
        where('email', '==', 'invited@example.test'),
        where('state', '==', 'open'),
        where('tokenHash', '==', '0'.repeat(64)),
        where(documentId(), '==', 'open'),
      ]) {
        await denied(getDocs(query(invites(who), constraint, limit(1))));
        await denied(getCountFromServer(query(invites(who), constraint, limit(1))));
      }
    });
  }

  it('nobody accepts, or makes out, an invite by hand', async () => {
    for (const who of ['invited', 'owner', 'agent'] as const) {
      const invite = doc(as(who), 'orgs/alpha/invites/open');
      await denied(updateDoc(invite, { state: 'accepted', acceptedBy: who }));
      await denied(updateDoc(invite, { role: 'admin', sees: 'everything' }));
      await denied(setDoc(doc(as(who), `orgs/alpha/invites/${NEW_ID}`), { email: 'invited@example.test' }));
    }
  });
});

inFreshWorld('tricks with paths, clocks and transforms', () => {
  for (const path of [
    'orgs/alpha/contacts/cold/messages/x/deeper/y',
    'orgs/alpha/contacts/cold/drafts/x',
    'orgs/alpha/members/owner/private/x',
    'orgs/alpha/accounts/texts/secrets/key',
    'orgs/alpha/handles/key',
    'orgs/alpha/suppressions/hash',
    'users/owner/orgs/alpha',
    'contacts/cold',
    'members/owner',
    'stripeEvents/x',
    'usageAggregates/2025-06-02',
    'privacyRequests/x',
    'admin/config',
  ]) {
    it(`an owner finds no way to ${path}`, async () => {
      await denied(getDoc(doc(as('owner'), path)));
      await denied(setDoc(doc(as('owner'), path), { role: 'owner' }));
    });
  }

  it('an agent’s clock is not believed', async () => {
    for (const at of [Timestamp.now(), new Date(Date.now() + 3_600_000), SOME_DAY]) {
      await denied(send('agent', { at }));
      await denied(send('agent', { requestedAt: at }));
      await denied(change('agent', `${ALPHA_CONTACT}/messages/${REQUESTED_ID}`, canceledAt(at)));
    }
  });

  it('a message is not taken over by setting it again', () =>
    denied(setDoc(doc(as('agent'), `${ALPHA_CONTACT}/messages/${RECEIVED_ID}`), textRequest('agent'))));

  it('a message is not changed by merging into it', () =>
    denied(
      setDoc(doc(as('agent'), `${ALPHA_CONTACT}/messages/${REQUESTED_ID}`), { body: 'x' }, { merge: true }),
    ));

  it('unread is not counted up by a transform', () =>
    denied(work('agent', { 'inbox.unread': increment(5) })));

  it('a stage is not a server time', () => denied(work('agent', { stage: serverTimestamp() })));

  it('somebody else’s message is not sent in one’s name, nor one’s own in theirs', async () => {
    await denied(send('agent', { requestedBy: 'owner' }));
    await denied(compose('agent', { requestedBy: 'owner' }));
    await denied(send('owner', textRequest('agent')));
  });

  it('a batch of many messages is held to the same rules, one by one', async () => {
    const batch = writeBatch(as('agent'));
    for (const contact of ['cold', 'colleagues', 'narrowAgents']) {
      batch.set(doc(as('agent'), `orgs/alpha/contacts/${contact}/messages/${NEW_ID}`), emailRequest('agent'));
    }
    await allowed(batch.commit());
    await freshWorld();
    const forged = writeBatch(as('agent'));
    forged.set(doc(as('agent'), `${ALPHA_CONTACT}/messages/${NEW_ID}`), textRequest('agent'));
    forged.set(doc(as('agent'), `orgs/alpha/contacts/colleagues/messages/${NEW_ID}`), textRequest('owner'));
    await denied(forged.commit());
  });
});

function canceledAt(at: unknown): Record<string, unknown> {
  return { state: 'canceled', canceledAt: at, canceledBy: 'agent' };
}
