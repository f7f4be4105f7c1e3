import { expect } from 'chai';
import type { Invite } from './invite.js';
import {
  acceptInviteContract,
  inviteMemberContract,
  inviteStateAt,
  insistOnOpen,
  planAcceptance,
} from './invite.js';
import { Refusal } from './refusal.js';

const NOW_MS = 1_800_000_000_000;
const at = (ms: number) => ({ toMillis: () => ms });
const OPEN: Pick<Invite, 'email' | 'state' | 'expiresAt'> = {
  email: 'kim@example.com',
  state: 'open',
  expiresAt: at(NOW_MS + 1),
};
const KIM = { email: 'kim@example.com', isEmailVerified: true };

type Acceptance = Parameters<typeof planAcceptance>[0];

function reasonFor(change: Partial<Acceptance>): string {
  try {
    planAcceptance({ invite: OPEN, isTokenRight: true, person: KIM, nowMs: NOW_MS, ...change });
  } catch (error) {
    if (error instanceof Refusal) return error.reason;
    throw error;
  }
  return 'accepted';
}

describe('an invite', () => {
  it('lets the invited person in, however they write their address', () => {
    expect(reasonFor({})).to.equal('accepted');
    expect(reasonFor({ person: { ...KIM, email: 'Kim@Example.COM' } })).to.equal('accepted');
  });

  const strangers: [string, string][] = [
    ['another address', 'tim@example.com'],
    ['an address with a tag', 'kim+1@example.com'],
    ['no address', ''],
    ['an address with the Kelvin sign in place of the k', '\u212Aim@example.com'],
    ['an address with a space behind', 'kim@example.com '],
  ];
  for (const [what, email] of strangers) {
    it(`lets nobody in with ${what}`, () => {
      expect(reasonFor({ person: { email, isEmailVerified: true } })).to.equal('invite-other-address');
    });
  }

  it('lets nobody in whose address is not proven', () => {
    expect(reasonFor({ person: { ...KIM, isEmailVerified: false } })).to.equal('email-not-verified');
  });

  it('ends at the very moment it says', () => {
    const ending = (ms: number) => ({ ...OPEN, expiresAt: at(ms) });
    expect(reasonFor({ invite: ending(NOW_MS + 1) })).to.equal('accepted');
    expect(reasonFor({ invite: ending(NOW_MS) })).to.equal('invite-expired');
  });

  it('is used once, and not after it was revoked', () => {
    expect(reasonFor({ invite: { ...OPEN, state: 'accepted' } })).to.equal('invite-used');
    expect(reasonFor({ invite: { ...OPEN, state: 'revoked' } })).to.equal('invite-revoked');
  });

  it('tells nothing of itself without the right token', () => {
    const invites: Acceptance['invite'][] = [
      null,
      OPEN,
      { ...OPEN, state: 'revoked' },
      { ...OPEN, state: 'accepted' },
      { ...OPEN, expiresAt: at(0) },
      { ...OPEN, email: 'tim@example.com' },
    ];
    const reasons = invites.map((invite) => reasonFor({ invite, isTokenRight: false }));
    expect(new Set(reasons)).to.deep.equal(new Set(['invite-not-found']));
    expect(reasonFor({ invite: null, isTokenRight: true })).to.equal('invite-not-found');
  });

  it('that is used or revoked does not become expired', () => {
    for (const state of ['accepted', 'revoked'] as const) {
      expect(inviteStateAt({ state, expiresAt: at(0) }, NOW_MS)).to.equal(state);
    }
    expect(inviteStateAt({ state: 'open', expiresAt: at(0) }, NOW_MS)).to.equal('expired');
  });
});

describe('an invite to be sent again', () => {
  const reasonOf = (state: Invite['state']): string | undefined => {
    try {
      insistOnOpen({ state });
    } catch (error) {
      return (error as Refusal).reason;
    }
    return undefined;
  };

  it('is one that nobody has used or revoked', () => {
    expect(reasonOf('open')).to.be.undefined;
    expect(reasonOf('revoked')).to.equal('invite-revoked');
    expect(reasonOf('accepted')).to.equal('invite-used');
  });
});

describe('the contracts of invites', () => {
  const invite = { orgId: 'o1', email: 'kim@example.com', role: 'agent', sees: 'assigned' };
  const accept = { orgId: 'o1', inviteId: 'i1', token: 't', newcomer: null };

  it('take what they name', () => {
    expect(inviteMemberContract.input.safeParse(invite).success).to.be.true;
    expect(acceptInviteContract.input.safeParse(accept).success).to.be.true;
  });

  const faults: [string, unknown][] = [
    ['the role of an owner', { ...invite, role: 'owner' }],
    ['a role that is none', { ...invite, role: 'boss' }],
    ['a list of roles', { ...invite, role: ['agent'] }],
    ['a state', { ...invite, state: 'accepted' }],
    ['an address that is too long', { ...invite, email: `${'k'.repeat(250)}@example.com` }],
    ['an address that is a map', { ...invite, email: { at: 'example.com' } }],
    ['no organization', { ...invite, orgId: '' }],
  ];
  for (const [what, input] of faults) {
    it(`take no invite with ${what}`, () => {
      expect(inviteMemberContract.input.safeParse(input).success).to.be.false;
    });
  }

  const wrongs: [string, unknown][] = [
    ['an empty token', { ...accept, token: '' }],
    ['a token of a megabyte', { ...accept, token: 'x'.repeat(1_000_000) }],
    ['a role of its own', { ...accept, role: 'admin' }],
    ['a newcomer without a name', { ...accept, newcomer: { displayName: ' ', acceptedPolicyVersion: '1' } }],
  ];
  for (const [what, input] of wrongs) {
    it(`take no acceptance with ${what}`, () => {
      expect(acceptInviteContract.input.safeParse(input).success).to.be.false;
    });
  }
});
