import {
  collection,
  deleteDoc,
  doc,
  getDoc,
  getDocs,
  limit,
  query,
  setDoc,
  updateDoc,
  where,
} from 'firebase/firestore';
import { called, everybody, people } from './people.js';
import { allowed, as, denied, inFreshWorld, refused } from './world.js';

const own = (who: 'viewer' | 'owner', most: number) =>
  query(collection(as(who), 'privacyRequests'), where('subjectUid', '==', who), limit(most));

inFreshWorld('what a person asked for about their data', () => {
  for (const who of everybody) {
    const isTheirs = people[who].uid === 'viewer';
    it(`${called(who)} ${isTheirs ? 'reads' : 'cannot read'} the request of a viewer`, () =>
      (isTheirs ? allowed : denied)(getDoc(doc(as(who), 'privacyRequests/viewer'))));
    it(`${called(who)} ${isTheirs ? 'lists' : 'cannot list'} the requests of a viewer`, () => {
      const folder = collection(as(who), 'privacyRequests');
      const asked = getDocs(query(folder, where('subjectUid', '==', 'viewer'), limit(100)));
      return isTheirs ? allowed(asked) : refused(asked);
    });
  }

  it('a person lists a page at a time', async () => {
    await allowed(getDocs(own('viewer', 100)));
    await denied(getDocs(own('viewer', 101)));
  });

  it('an admin lists the requests about leads a page at a time', async () => {
    const page = (most: number) =>
      getDocs(query(collection(as('admin'), 'orgs/alpha/privacyRequests'), limit(most)));
    await allowed(page(100));
    await denied(page(101));
  });

  it('a person cannot list the exports that they asked for', () =>
    denied(getDocs(query(collection(as('viewer'), 'exports'), where('uid', '==', 'viewer'), limit(1)))));

  it('nobody reads a request or an export that there is not', async () => {
    await denied(getDoc(doc(as('viewer'), 'privacyRequests/nothing')));
    await denied(getDoc(doc(as('viewer'), 'exports/nothing')));
  });

  it('a person cannot list the requests that nobody can read any more', () =>
    refused(
      getDocs(query(collection(as('viewer'), 'privacyRequests'), where('subjectUid', '==', null), limit(1))),
    ));

  it('a person cannot make, answer or take back a request by themselves', async () => {
    const request = doc(as('viewer'), 'privacyRequests/viewer');
    await denied(setDoc(doc(as('viewer'), 'privacyRequests/new'), { subjectUid: 'viewer', state: 'done' }));
    await denied(updateDoc(request, { state: 'done' }));
    await denied(deleteDoc(request));
  });
});
