import { expect } from 'chai';
import { chooseOrg, homePath, safeNext, signInPath } from './redirects.js';

describe('the way through the sign-in', () => {
  it('comes back to the place that was wanted', () => {
    const next = new URL(signInPath('/o/o1/inbox/all/c1?x=1'), 'https://leadpulse.test').searchParams.get(
      'next',
    );
    expect(safeNext(next)).to.equal('/o/o1/inbox/all/c1?x=1');
    expect(safeNext('/new-organization')).to.equal('/new-organization');
    expect(safeNext('/o')).to.equal('/o');
    expect(safeNext('/invite/o1/i1')).to.equal('/invite/o1/i1');
  });

  it('never leads to another site or a public page', () => {
    const others = [
      'https://evil.test',
      '//evil.test',
      '/o//evil.test',
      '/o/\\evil.test',
      '/other',
      '/sign-in',
      '',
      null,
    ];
    for (const next of others) expect(safeNext(next), String(next)).to.equal(null);
  });

  it('opens the organization that was open last', () => {
    expect(homePath('o1')).to.equal('/o/o1/inbox');
    expect(homePath(null)).to.equal('/o');
  });

  it('chooses the first organization by name where the last one is gone', () => {
    const orgs = { o2: { name: 'Zebra' }, o3: { name: 'Acme' } };
    expect(chooseOrg(orgs, 'o2')).to.equal('o2');
    expect(chooseOrg(orgs, 'o1')).to.equal('o3');
    expect(chooseOrg({}, 'o1')).to.equal(null);
  });

  it('opens a deleted organization only where the person has no other', () => {
    const orgs = { o2: { name: 'Zebra' }, o3: { name: 'Acme', purgeAt: new Date() } };
    expect(chooseOrg(orgs, 'o3')).to.equal('o2');
    expect(chooseOrg({ o3: orgs.o3 }, null)).to.equal('o3');
    expect(chooseOrg({ o3: { name: 'Acme', purgeAt: null } }, 'o3')).to.equal('o3');
  });
});
