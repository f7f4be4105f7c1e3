import { serverTimestamp, Timestamp } from 'firebase/firestore';
import { note } from './actions.js';
import { noteDocument, SOME_DAY } from './documents.js';
import { allowed, denied, inFreshWorld, refused } from './world.js';

inFreshWorld('leaving a note', () => {
  for (const mentions of [[], ['owner'], ['owner', 'nobody-yet']]) {
    it(`a note may mention ${JSON.stringify(mentions)}`, () => allowed(note('agent', { mentions })));
  }

  for (const name of Object.keys(noteDocument('agent'))) {
    it(`a note cannot lack ${name}`, () => denied(note('agent', { [name]: undefined })));
  }

  for (const [name, values] of Object.entries({
    body: ['', null, 5, ['Hm'], { text: 'Hm' }],
    authorUid: ['owner', '', null],
    at: [Timestamp.now(), SOME_DAY, Date.now(), null],
    mentions: [null, 'owner', { owner: true }, [1], [null], [''], ['a b'], ['a/b'], ['owner', 2]],
    pinned: [true],
    editedAt: [serverTimestamp()],
  })) {
    for (const value of values) {
      it(`a note cannot have ${JSON.stringify(value)} as ${name}`, () =>
        denied(note('agent', { [name]: value })));
    }
  }

  it('a note cannot mention a map', () => refused(note('agent', { mentions: [{ uid: 'owner' }] })));

  it('a note cannot be left on a contact that is missing', () =>
    denied(note('agent', {}, 'orgs/alpha/contacts/nobody')));
});
