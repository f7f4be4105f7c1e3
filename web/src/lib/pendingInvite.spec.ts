import { expect } from 'chai';
import type { PendingInvite } from './pendingInvite.js';
import { invitePath, readInvite } from './pendingInvite.js';

const newcomer = { displayName: 'Ada', acceptedPolicyVersion: '1', promotionalEmails: false };
const invite: PendingInvite = { orgId: 'o1', inviteId: 'i1', token: 't', newcomer };

describe('an invite that waits in the browser', () => {
  it('comes back as it was kept', () => {
    expect(readInvite(JSON.stringify(invite))).to.deep.equal(invite);
    expect(readInvite(JSON.stringify({ ...invite, newcomer: null }))).to.deep.equal({
      ...invite,
      newcomer: null,
    });
  });

  it('is none where something else stands', () => {
    for (const text of [null, '', 'x{', 'null', '7', '[]', '{"orgId":"o1","inviteId":3,"token":"t"}']) {
      expect(readInvite(text), String(text)).to.equal(null);
    }
  });

  it('drops what a newcomer gave where it is not whole', () => {
    const torn = { ...invite, newcomer: { displayName: 'Ada' } };
    expect(readInvite(JSON.stringify(torn))).to.deep.equal({ ...invite, newcomer: null });
  });

  it('has an address without the token', () => {
    expect(invitePath(invite)).to.equal('/invite/o1/i1');
    expect(invitePath({ orgId: 'a/b', inviteId: '?' })).to.equal('/invite/a%2Fb/%3F');
  });
});
