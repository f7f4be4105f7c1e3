import { exportContactContract, exportMyDataContract, exportOrgContract } from '@leadpulse/model';
import { expect } from 'chai';
import { strFromU8, unzipSync } from 'fflate';
import { Timestamp } from 'firebase-admin/firestore';
import { adminDb, siteUrl } from '../../local/worldClient.js';
import { contactScene, personScene } from '../proof/privacy/scenes.js';
import { tracesOf } from '../proof/privacy/wholeDatabase.js';
import { callAs, signOutAll } from './callAs.js';
import { refusalOf } from './refusals.js';
import { seedMember } from './team.js';
import type { Person } from './tenant.js';
import { freshId, seedContact, seedTenant } from './tenant.js';

interface Entry {
  path: string;
  fields: Record<string, unknown>;
}

const get = (path: string): Promise<Response> => fetch(`${siteUrl()}${path}`);

/** The files of a downloaded zip, as text. */
async function download(path: string): Promise<Record<string, string>> {
  const response = await get(path);
  expect(response.status).to.equal(200);
  expect(response.headers.get('content-type')).to.equal('application/zip');
  expect(response.headers.get('cache-control')).to.include('no-store');
  const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

function entriesOf(files: Record<string, string>): Entry[] {
  return Object.entries(files)
    .filter(([name]) => name.endsWith('.json'))
    .flatMap(([, text]) => JSON.parse(text) as Entry[]);
}

/** Where the search that checks erasures finds these words, but for the index of addresses and other people's pages. */
async function found(words: string[]): Promise<string[]> {
  const traces = await tracesOf(words);
  const paths = traces.map((trace) => trace.split(': ')[0] ?? '');
  return [...new Set(paths)].filter((path) => !path.startsWith('auth/'));
}

describe('an export [P20]', function () {
  this.timeout(120_000);
  after(signOutAll);

  it('of a person holds every document that names them, and nothing of others', async () => {
    const scene = await personScene();
    const { path, exportId } = await scene.client.call(exportMyDataContract, {});
    const files = await download(path);
    const paths = entriesOf(files).map((entry) => entry.path);
    const own = [scene.person.uid, scene.person.email];
    const missing = (await found(own)).filter((each) => !paths.includes(each));
    expect(missing).to.deep.equal([]);
    const text = Object.values(files).join('\n');
    expect(text).not.to.include(scene.colleague.uid);
    expect(text).not.to.include(scene.colleague.email);
    expect(text).not.to.match(/Does Tuesday suit you|Some Lead|See this\?/);
    expect(text).not.to.match(/tokenHash|passwordHash|0{64}/);
    const stand = (await adminDb().doc(`exports/${exportId}`).get()).data();
    expect(stand).to.include({ state: 'done' });
    await scene.client.close();
  });

  it('of a contact is complete, and names nobody of the team', async () => {
    const { team, contact, admin, words } = await contactScene(6);
    const asked = { orgId: team.orgId, contactId: contact.id };
    const { path } = await callAs(admin, exportContactContract, asked);
    const files = await download(path);
    const paths = entriesOf(files).map((entry) => entry.path);
    expect((await found(words)).filter((each) => !paths.includes(each))).to.deep.equal([]);
    expect(Object.values(files).join('\n')).not.to.include(admin.uid);
    expect(files['messages.csv']?.split('\r\n').length).to.be.greaterThan(7);
  });

  it('of an organization is complete, without secrets', async () => {
    const { team, words } = await contactScene(6);
    const owner = await seedMember(team, 'owner');
    const { path } = await callAs(owner, exportOrgContract, { orgId: team.orgId });
    const files = await download(path);
    const paths = entriesOf(files).map((entry) => entry.path);
    expect((await found(words)).filter((each) => !paths.includes(each))).to.deep.equal([]);
    const text = Object.values(files).join('\n');
    expect(paths.filter((each) => each.includes('/secrets/'))).to.deep.equal([]);
    expect(text).not.to.match(/tokenHash|keyId/);
    expect(text).to.include(owner.email);
  });

  it('opens in a spreadsheet without running what a lead calls themselves', async () => {
    const team = await seedTenant();
    const admin = await seedMember(team, 'admin');
    const contact = await seedContact(team, { name: '=HYPERLINK("http://evil.example")' });
    const note = { body: '=1+1', authorUid: admin.uid, at: Timestamp.now(), mentions: [] };
    await contact.collection('notes').doc('n').set(note);
    const { path } = await callAs(admin, exportOrgContract, { orgId: team.orgId });
    const files = await download(path);
    expect(files['contacts.csv']).to.include(`"'=HYPERLINK(""http://evil.example"")"`);
    expect(files['notes.csv']).to.include(`"'=1+1"`);
  });

  describe('by its link', () => {
    let owner: Person;
    let orgId: string;
    let path: string;
    let exportId: string;
    before(async () => {
      const team = await seedTenant();
      orgId = team.orgId;
      owner = await seedMember(team, 'owner');
      ({ path, exportId } = await callAs(owner, exportOrgContract, { orgId }));
    });

    it('is given only to who has the whole link', async () => {
      expect((await get(`${path.slice(0, -1)}${path.endsWith('A') ? 'B' : 'A'}`)).status).to.equal(404);
      expect((await get(path.replace(exportId, freshId('x')))).status).to.equal(404);
      expect((await get(`/exports/${exportId}`)).status).to.equal(404);
      expect((await fetch(siteUrl() + path, { method: 'POST' })).status).to.equal(404);
    });

    it('is given no more when the one who asked may not have it any more', async () => {
      const seat = adminDb().doc(`orgs/${orgId}/members/${owner.uid}`);
      await seat.update({ role: 'agent' });
      expect((await get(path)).status).to.equal(404);
      await seat.update({ role: 'owner' });
      expect((await get(path)).status).to.equal(200);
    });

    it('is given no more when its time is over', async () => {
      await adminDb().doc(`exports/${exportId}`).update({ expireAt: Timestamp.now() });
      expect((await get(path)).status).to.equal(404);
    });
  });

  for (const role of ['agent', 'viewer'] as const) {
    it(`of a contact or of the organization is refused to the role ${role}`, async () => {
      const team = await seedTenant();
      const member = await seedMember(team, role);
      const contact = await seedContact(team);
      const { orgId } = team;
      const asked = { orgId, contactId: contact.id };
      for (const call of [
        callAs(member, exportContactContract, asked),
        callAs(member, exportOrgContract, { orgId }),
      ]) {
        expect((await refusalOf(call)).reason).to.equal('role-does-not-allow');
      }
    });
  }

  it('of another organization is refused to its stranger', async () => {
    const [team, other] = await Promise.all([seedTenant(), seedTenant()]);
    const stranger = await seedMember(other, 'owner');
    const { orgId } = team;
    expect((await refusalOf(callAs(stranger, exportOrgContract, { orgId }))).reason).to.equal('not-a-member');
  });
});
