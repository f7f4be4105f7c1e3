import { expect } from 'chai';
import { placeOf } from './placeOf.js';

describe('the place in an organization', () => {
  it('is a screen, or one contact on it', () => {
    expect(placeOf('/o/o1')).to.deep.equal({ screen: '', isDetail: false });
    expect(placeOf('/o/o1/inbox')).to.deep.equal({ screen: 'inbox', isDetail: false });
    expect(placeOf('/o/o1/inbox/all')).to.deep.equal({ screen: 'inbox', isDetail: false });
    expect(placeOf('/o/o1/inbox/all/c1')).to.deep.equal({ screen: 'inbox', isDetail: true });
    expect(placeOf('/o/o1/contacts/c1')).to.deep.equal({ screen: 'contacts', isDetail: true });
    expect(placeOf('/o/o1/settings')).to.deep.equal({ screen: 'settings', isDetail: false });
  });
});
