import type { DocumentData } from 'firebase/firestore';
import {
  collection,
  deleteDoc,
  deleteField,
  doc,
  getDoc,
  getDocs,
  limit,
  query,
  setDoc,
  updateDoc,
} from 'firebase/firestore';
import { SOME_DAY, userDocument } from './documents.js';
import { called, everybody, people } from './people.js';
import { allowed, as, backstage, denied, inFreshWorld, refused } from './world.js';

const CHOSEN = { productEmails: false, promotionalEmails: true, telemetry: true, cookies: 'all' };
const change = (fields: DocumentData) => updateDoc(doc(as('viewer'), 'users/viewer'), fields);

inFreshWorld('a person’s own page', () => {
  for (const who of everybody) {
    const own = people[who].uid === 'viewer';
    it(`${called(who)} ${own ? 'reads' : 'cannot read'} the page of a viewer`, () =>
      (own ? allowed : denied)(getDoc(doc(as(who), 'users/viewer'))));
    it(`${called(who)} ${own ? 'reads' : 'cannot read'} what a viewer consented to`, async () => {
      const folder = collection(as(who), 'users/viewer/consents');
      await (own ? allowed : denied)(getDoc(doc(folder, 'first')));
      await (own ? allowed : denied)(getDocs(query(folder, limit(100))));
    });
    it(`${called(who)} ${own ? 'chooses' : 'cannot choose'} the preferences of a viewer`, () =>
      (own ? allowed : denied)(updateDoc(doc(as(who), 'users/viewer'), { preferences: CHOSEN })));
  }

  it('a person cannot list people', () => denied(getDocs(query(collection(as('owner'), 'users'), limit(1)))));

  it('a person cannot list consents without a limit', () =>
    denied(getDocs(collection(as('viewer'), 'users/viewer/consents'))));

  it('a person without a page is told that it is missing', async () => {
    await backstage({ 'users/viewer': null });
    await allowed(getDoc(doc(as('viewer'), 'users/viewer')));
  });

  it('a person cannot make their own page', async () => {
    await backstage({ 'users/viewer': null });
    await denied(setDoc(doc(as('viewer'), 'users/viewer'), userDocument('viewer', {})));
    await refused(change({ preferences: CHOSEN })); // there is nothing to compare with
  });

  it('a person cannot delete their own page', () => denied(deleteDoc(doc(as('viewer'), 'users/viewer'))));

  it('a person cannot write a consent', async () => {
    const consent = doc(as('viewer'), 'users/viewer/consents/first');
    await denied(
      setDoc(doc(as('viewer'), 'users/viewer/consents/new'), { what: 'privacy-policy', given: true }),
    );
    await denied(updateDoc(consent, { given: false }));
    await denied(deleteDoc(consent));
  });

  for (const [name, value] of Object.entries({
    displayName: 'Somebody else',
    email: 'somebody@else.test',
    acceptedPolicy: { version: '99', at: SOME_DAY },
    seenPolicy: { version: '99', at: SOME_DAY },
    orgs: { beta: { name: 'Beta', role: 'owner', sees: 'everything', timeZone: 'UTC' } },
    isStaff: true,
  })) {
    it(`a person cannot write ${name} of their page`, async () => {
      await denied(change({ [name]: value }));
      await denied(change({ [name]: value, preferences: CHOSEN }));
    });
  }

  it('a person cannot drop a field of their page', async () => {
    await denied(change({ orgs: deleteField() }));
    await denied(change({ preferences: deleteField() }));
  });

  for (const cookies of ['unasked', 'necessary', 'all']) {
    it(`cookies may be '${cookies}'`, () => allowed(change({ 'preferences.cookies': cookies })));
  }

  for (const [what, preferences] of Object.entries({
    'a text': 'all',
    'a list': ['all'],
    nothing: null,
    'an empty map': {},
    'a further key': { ...CHOSEN, sms: true },
    'a text as productEmails': { ...CHOSEN, productEmails: 'yes' },
    'a number as promotionalEmails': { ...CHOSEN, promotionalEmails: 1 },
    'nothing as telemetry': { ...CHOSEN, telemetry: null },
    'an unknown word as cookies': { ...CHOSEN, cookies: 'some' },
    'a map as cookies': { ...CHOSEN, cookies: { all: true } },
  })) {
    it(`preferences cannot be ${what}`, () => denied(change({ preferences })));
  }

  for (const name of Object.keys(CHOSEN)) {
    it(`preferences cannot lack ${name}`, () => denied(change({ [`preferences.${name}`]: deleteField() })));
  }
});
