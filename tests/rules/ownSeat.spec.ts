import { LIMITS } from '@leadpulse/model';
import type { DocumentData } from 'firebase/firestore';
import { deleteDoc, deleteField, doc, getDoc, getDocs, query, serverTimestamp } from 'firebase/firestore';
import { collection, limit, setDoc, Timestamp, updateDoc } from 'firebase/firestore';
import { cancel, send, work } from './actions.js';
import { SOME_DAY } from './documents.js';
import type { Who } from './people.js';
import { called, everybody, orgOf, people, seatOf } from './people.js';
import { seatDocument } from './seed.js';
import { allowed, as, backstage, denied, inFreshWorld } from './world.js';

const NOW = { lastActiveAt: serverTimestamp() };

/** Writes into the seat that the organization at this person's door has for `uid`. */
const mark = (who: Who, fields: DocumentData, uid: string | null = people[who].uid) =>
  updateDoc(doc(as(who), `orgs/${orgOf(who)}/members/${uid ?? 'owner'}`), fields);

const secondsAgo = (seconds: number) => Timestamp.fromMillis(Date.now() - seconds * 1000);

inFreshWorld('saying that one is here', () => {
  for (const who of everybody) {
    const may = seatOf(who) !== undefined;
    it(`${called(who)} ${may ? 'says' : 'cannot say'} so on the own seat`, () =>
      (may ? allowed : denied)(mark(who, NOW)));
    if (who !== 'owner' && orgOf(who) === 'alpha') {
      it(`${called(who)} cannot say so for an owner`, () => denied(mark(who, NOW, 'owner')));
    }
  }

  it('an owner cannot say so for anybody else', () => denied(mark('owner', NOW, 'agent')));

  it('nobody says so twice within the pause', async () => {
    await allowed(mark('agent', NOW));
    await denied(mark('agent', NOW));
  });

  for (const [what, seconds, may] of [
    ['just before the pause is over', LIMITS.lastActiveMinutes * 60 - 20, false],
    ['once the pause is over', LIMITS.lastActiveMinutes * 60 + 1, true],
  ] as const) {
    it(`a member ${may ? 'says' : 'cannot say'} so again ${what}`, async () => {
      const lastActiveAt = secondsAgo(seconds);
      await backstage({ 'orgs/alpha/members/agent': { ...seatDocument('agent'), lastActiveAt } });
      await (may ? allowed : denied)(mark('agent', NOW));
    });
  }

  it('a seat that was never marked may hold nothing there', async () => {
    await backstage({ 'orgs/alpha/members/agent': { ...seatDocument('agent'), lastActiveAt: null } });
    await allowed(mark('agent', NOW));
  });

  for (const lastActiveAt of [
    Timestamp.now(),
    secondsAgo(-60),
    SOME_DAY,
    Date.now(),
    'now',
    null,
    true,
    {},
  ]) {
    it(`a member cannot say ${JSON.stringify(lastActiveAt)} as the time`, () =>
      denied(mark('agent', { lastActiveAt })));
  }

  it('a member cannot take the time back', async () => {
    const lastActiveAt = secondsAgo(3600);
    await backstage({ 'orgs/alpha/members/agent': { ...seatDocument('agent'), lastActiveAt } });
    await denied(mark('agent', { lastActiveAt: deleteField() }));
  });
});

inFreshWorld('what a member cannot do to seats', () => {
  for (const [name, values] of Object.entries({
    role: ['owner', 'admin', 'viewer', null, deleteField()],
    sees: ['assigned', 'everything ', null, deleteField()],
    displayName: ['Somebody else', '', deleteField()],
    email: ['somebody@else.test', deleteField()],
    joinedAt: [Timestamp.fromMillis(0), serverTimestamp(), deleteField()],
    isClosed: [false, true],
    capabilities: [['billing.write']],
  })) {
    it(`neither an owner nor an agent writes ${name} of their own seat`, async () => {
      for (const value of values) {
        await denied(mark('agent', { [name]: value, ...NOW }));
        if (name !== 'role' || value !== 'owner') await denied(mark('owner', { [name]: value, ...NOW }));
      }
    });
    it(`an owner does not write ${name} of a colleague’s seat`, async () => {
      for (const value of values) await denied(mark('owner', { [name]: value }, 'agent'));
    });
  }

  it('a person without a seat takes none', async () => {
    for (const who of ['invited', 'removed', 'stranger'] as const) {
      const seat = { ...seatDocument('owner'), ...NOW };
      await denied(setDoc(doc(as(who), `orgs/alpha/members/${who}`), seat));
      await denied(setDoc(doc(as(who), `orgs/alpha/members/${who}`), NOW));
    }
  });

  it('a member does not replace or delete a seat, the own neither', async () => {
    for (const uid of ['agent', 'owner']) {
      await denied(deleteDoc(doc(as('owner'), `orgs/alpha/members/${uid}`)));
      await denied(
        setDoc(doc(as('owner'), `orgs/alpha/members/${uid}`), { role: 'owner', sees: 'everything' }),
      );
    }
  });
});

inFreshWorld('a deleted organization', () => {
  it('grants nothing from the next request on, and everything again when it is restored', async () => {
    const seat = seatDocument('agent')!;
    await allowed(work('agent', { stage: 'won' }));
    await backstage({ 'orgs/alpha/members/agent': { ...seat, isClosed: true } });
    await denied(work('agent', { stage: 'lost' }));
    await denied(send('agent'));
    await denied(cancel('agent'));
    await denied(mark('agent', NOW));
    await denied(getDoc(doc(as('agent'), 'orgs/alpha')));
    await denied(getDoc(doc(as('agent'), 'orgs/alpha/members/agent')));
    await denied(getDocs(query(collection(as('agent'), 'orgs/alpha/contacts'), limit(10))));
    await backstage({ 'orgs/alpha/members/agent': { ...seat, isClosed: false } });
    await allowed(work('agent', { stage: 'lost' }));
  });

  for (const isClosed of [true, null, 'no', 0]) {
    it(`a seat with ${JSON.stringify(isClosed)} as isClosed is closed`, async () => {
      await backstage({ 'orgs/alpha/members/owner': { ...seatDocument('owner'), isClosed } });
      await denied(getDoc(doc(as('owner'), 'orgs/alpha')));
    });
  }

  it('its owner does not reopen it by hand', async () => {
    const db = as('closedOwner');
    await denied(updateDoc(doc(db, 'orgs/closed'), { deletion: null }));
    await denied(updateDoc(doc(db, 'orgs/closed/members/closedOwner'), { isClosed: false }));
    await denied(updateDoc(doc(db, 'orgs/closed/members/closedOwner'), { isClosed: false, ...NOW }));
    await denied(updateDoc(doc(as('owner'), 'orgs/alpha'), { deletion: { requestedBy: 'owner' } }));
  });
});
