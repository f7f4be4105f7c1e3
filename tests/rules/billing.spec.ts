import type { DocumentData } from 'firebase/firestore';
import {
  collection,
  collectionGroup,
  deleteDoc,
  doc,
  getCountFromServer,
  getDoc,
  getDocs,
  limit,
  query,
  runTransaction,
  setDoc,
  where,
} from 'firebase/firestore';
import { expect } from 'chai';
import { change } from './actions.js';
import { billingDocument, orgDocument } from './documents.js';
import type { Who } from './people.js';
import { called, everybody, orgOf } from './people.js';
import { seatDocument } from './seed.js';
import { allowed, as, backstage, denied, inFreshWorld } from './world.js';

const PAGE = 'billing/stripe';
const READERS: readonly Who[] = ['owner', 'narrowOwner', 'pausedOwner'];

const pageOf = (who: Who, org: string = orgOf(who)) => doc(as(who), `orgs/${org}/${PAGE}`);
const pagesOf = (who: Who) => collection(as(who), `orgs/${orgOf(who)}/billing`);

inFreshWorld('the billing page', () => {
  for (const who of everybody) {
    if (READERS.includes(who)) {
      it(`${called(who)} reads it, alone and in a transaction`, async () => {
        expect((await allowed(getDoc(pageOf(who)))).data()).to.deep.equal(billingDocument());
        await allowed(runTransaction(as(who), (tx) => tx.get(pageOf(who))));
      });
    } else {
      it(`${called(who)} cannot read it, neither alone nor in a transaction`, async () => {
        await denied(getDoc(pageOf(who)));
        await denied(runTransaction(as(who), (tx) => tx.get(pageOf(who))));
      });
    }

    it(`${called(who)} cannot list, count or find it`, async () => {
      await denied(getDocs(query(pagesOf(who), limit(1))));
      await denied(getCountFromServer(query(pagesOf(who), limit(1))));
      await denied(getDocs(query(pagesOf(who), where('customerId', '==', 'cus_1'), limit(1))));
      await denied(getDocs(query(collectionGroup(as(who), 'billing'), limit(1))));
    });

    it(`${called(who)} cannot write it or take it away`, async () => {
      const path = `orgs/${orgOf(who)}/${PAGE}`;
      await denied(change(who, path, { 'access.status': 'active' }));
      await denied(change(who, path, { customerId: 'cus_2' }));
      await denied(setDoc(pageOf(who), billingDocument()));
      await denied(setDoc(doc(as(who), `orgs/${orgOf(who)}/billing/other`), billingDocument()));
      await denied(deleteDoc(pageOf(who)));
    });
  }

  for (const org of ['beta', 'paused', 'closed']) {
    it(`an owner cannot read that of the organization ‘${org}’`, () => denied(getDoc(pageOf('owner', org))));
  }

  for (const [what, fields] of Object.entries<DocumentData>({
    'seat became an admin’s': { role: 'admin' },
    'organization was deleted': { isClosed: true },
    'role is none that there is': { role: 'Owner' },
  })) {
    it(`an owner whose ${what} reads it no more`, async () => {
      await allowed(getDoc(pageOf('owner')));
      await backstage({ 'orgs/alpha/members/owner': { ...seatDocument('owner'), ...fields } });
      await denied(getDoc(pageOf('owner')));
    });
  }

  it('an owner who was removed reads it no more', async () => {
    await backstage({ 'orgs/alpha/members/owner': null });
    await denied(getDoc(pageOf('owner')));
  });

  it('an owner reads it whatever the organization pays, and hears that there is none yet', async () => {
    for (const status of ['trialing', 'active', 'past_due', 'paused', 'canceled']) {
      await backstage({ 'orgs/alpha': orgDocument('alpha', { status }) });
      await allowed(getDoc(pageOf('owner')));
    }
    await backstage({ [`orgs/alpha/${PAGE}`]: null });
    expect((await allowed(getDoc(pageOf('owner')))).exists()).to.be.false;
  });
});
