import { expect } from 'chai';
import { Timestamp } from 'firebase-admin/firestore';
import type { Page } from 'playwright-core';
import { adminDb } from '../../local/worldClient.js';
import { composer, openThread } from './inboxScreen.js';
import type { Practice } from './people.js';
import { addLead, foundPractice, phoneOf, signIn, takeSeat, unique } from './people.js';
import { mark, misses, sees } from './sights.js';
import { answerAge } from './signUpScreen.js';
import type { Visitor } from './stage.js';
import { stage } from './stage.js';
import {
  choose,
  confirm,
  CONFIRM_LINK,
  goneWithin,
  invite,
  INVITE_LINK,
  inviteRow,
  linkTo,
  memberRow,
  openTeam,
  SOON_MS,
  within,
} from './teamScreen.js';

describe('inviting people', function () {
  this.timeout(120_000);
  const { visitor } = stage();
  let practice: Practice; // Olivia's, who invites
  let own: Practice; // Emil's, who has an organization of his own
  let olivia: Visitor;
  let emil: Visitor;
  let leadId: string;
  const newcomer = {
    name: 'Nora Bayes',
    email: `nora-${unique()}@newcomer.test`,
    password: 'shine-on-harvest',
  };

  before(async () => {
    practice = await foundPractice(`Harbor ${unique()}`);
    own = await foundPractice(`Emil’s ${unique()}`, 'Emil Nolde');
    leadId = await addLead(practice, { name: 'Anna Freud', phones: [phoneOf('05')] });
    await addLead(own, { name: 'Own Lead', phones: [phoneOf('05')] });
    olivia = await visitor();
    await signIn(olivia.page, practice.owner);
  });
  after(async () => {
    await practice.client.close();
    await own.client.close();
  });

  const orgButton = (page: Page, { orgName }: Practice) =>
    page.getByRole('button', { name: `Organization: ${orgName}` });

  it('mails a link to an address, and shows the invite as waiting', async () => {
    await openTeam(olivia.page, practice.orgId);
    await invite(olivia.page, own.owner.email, 'Agent');
    await invite(olivia.page, newcomer.email, 'Viewer', 'Only assigned leads');
    await sees(inviteRow(olivia.page, newcomer.email).getByText('Viewer · Only assigned leads'));
    const link = new URL(await linkTo(own.owner.email, INVITE_LINK));
    expect(link.pathname).to.match(new RegExp(`^/invite/${practice.orgId}/[^/]+$`));
    expect(link.search).to.equal('');
    expect(link.hash.length).to.be.greaterThan(40);
  });

  it('lets a person with an account sign in and take the seat beside their own organization', async () => {
    emil = await visitor();
    const { page } = emil;
    await page.goto(await linkTo(own.owner.email, INVITE_LINK));
    await sees(page.getByRole('heading', { name: 'You are invited to LeadPulse' }));
    expect(await page.content()).not.to.include(practice.orgName);
    await page.getByRole('link', { name: 'Sign in' }).click();
    await page.getByLabel('Email').fill(own.owner.email);
    await page.getByLabel('Password', { exact: true }).fill('harbor-lights-9');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: 'Accept invite' }).click();
    await page.waitForURL(`**/o/${practice.orgId}/inbox`);
    await sees(orgButton(page, practice));
    await within(SOON_MS, memberRow(olivia.page, 'Emil Nolde').getByText('Agent'));
    await misses(inviteRow(olivia.page, own.owner.email));
  });

  it('lets a new person make an account, confirm the address and come back to the seat', async () => {
    const { page, watch } = await visitor();
    watch.expect(/answered 400|status of 400/); // no seat before the address is confirmed
    await page.goto(await linkTo(newcomer.email, INVITE_LINK));
    await page.getByRole('button', { name: 'Create an account' }).click();
    await answerAge(page, 1990);
    expect(await page.getByLabel('Organization').count()).to.equal(0);
    await page.getByLabel('Your name').fill(newcomer.name);
    await page.getByLabel('Work email').fill(newcomer.email);
    await page.getByLabel('Password', { exact: true }).fill(newcomer.password);
    await page.getByRole('checkbox', { name: /privacy policy/ }).check();
    await page.getByRole('button', { name: 'Create account' }).click();
    await sees(page.getByRole('heading', { name: 'Confirm your address' }));
    await page.goto(await linkTo(newcomer.email, CONFIRM_LINK));
    await page.getByRole('link', { name: 'Go on to your invite' }).click();
    await page.getByRole('button', { name: 'Accept invite' }).click();
    await page.waitForURL(`**/o/${practice.orgId}/inbox`);
    await sees(orgButton(page, practice), page.getByRole('heading', { name: 'Inbox' }));
    await within(SOON_MS, memberRow(olivia.page, newcomer.name).getByText('Only assigned leads'));
  });

  it('takes the composer from an open tab the moment its person becomes a viewer', async () => {
    const { page } = emil;
    await openThread(page, practice.orgId, leadId);
    await sees(composer(page));
    const isSamePage = await mark(page);
    const dialog = await choose(olivia.page, 'Emil Nolde', 'Change role');
    await dialog.getByRole('radio', { name: 'Viewer', exact: true }).check();
    await sees(dialog.getByText('Send messages'));
    await confirm(dialog, 'Change role');
    await goneWithin(SOON_MS, composer(page));
    await sees(page.getByText('You read along here as a viewer.'));
    expect(await isSamePage()).to.equal(true);
  });

  it('takes other people’s leads from an open tab the moment its person sees only their own', async () => {
    const { page } = emil;
    const lead = page.getByRole('list', { name: 'Contacts' }).getByRole('link', { name: /Anna Freud/ });
    await page.goto(`/o/${practice.orgId}/contacts`);
    await sees(lead);
    const dialog = await choose(olivia.page, 'Emil Nolde', 'Change role');
    await dialog.getByRole('radio', { name: 'Only assigned leads', exact: true }).check();
    await confirm(dialog, 'Change role');
    await goneWithin(SOON_MS, lead);
  });

  it('locks a removed person out of the open tab, and leaves their own organization as it is', async () => {
    const { page } = emil;
    await confirm(await choose(olivia.page, 'Emil Nolde', 'Remove member'), 'Remove member');
    await within(SOON_MS, page.getByText(`You are no longer a member of ${practice.orgName}`));
    expect(await page.getByText('Anna Freud').count()).to.equal(0);
    await page.reload();
    await sees(page.getByText('You are not a member of this organization'));
    await page.getByRole('link', { name: 'Open your own organization' }).click();
    await sees(orgButton(page, own));
    await page.goto(`/o/${own.orgId}/contacts`);
    await sees(page.getByText('Own Lead'));
  });

  it('tells a person that the invite is for another address, was sent anew, has expired or was taken back', async () => {
    const { page: hers } = olivia;
    const ben = await takeSeat(own, 'Ben Okri', 'agent');
    const { page, watch } = await visitor();
    watch.expect(/answered 4\d\d|status of 4\d\d/); // each refusal
    await signIn(page, ben);
    const says = async (link: string, title: string): Promise<void> => {
      await page.goto('/privacy'); // the same address with another token loads nothing anew
      await page.goto(link);
      await page.getByRole('button', { name: 'Accept invite' }).click();
      await sees(page.getByRole('heading', { name: title }));
      expect(await page.content()).not.to.include(practice.orgName);
    };
    await openTeam(hers, practice.orgId);
    const another = `somebody-${unique()}@team.test`;
    await invite(hers, another, 'Admin');
    await says(await linkTo(another, INVITE_LINK), 'This invite is for another address');

    await invite(hers, ben.email, 'Agent');
    const first = await linkTo(ben.email, INVITE_LINK);
    await hers.getByRole('button', { name: `Send again the invite to ${ben.email}` }).click();
    const second = await linkTo(ben.email, INVITE_LINK, [first]);
    await says(first, 'This invite is not valid');

    const [, , , inviteId = ''] = new URL(second).pathname.split('/');
    const ref = adminDb().doc(`orgs/${practice.orgId}/invites/${inviteId}`);
    await ref.update({ expiresAt: Timestamp.fromMillis(Date.now() - 1000) });
    await says(second, 'This invite has expired');

    await hers.getByRole('button', { name: `Revoke the invite to ${ben.email}` }).click();
    await confirm(hers.getByRole('dialog'), 'Revoke invite');
    await says(second, 'This invite was taken back');
  });

  it('asks to open the mail again where the link is torn', async () => {
    const { page } = await visitor();
    await page.goto(`/invite/${practice.orgId}/nobody`);
    await sees(page.getByRole('heading', { name: 'This link is not complete' }));
  });
});
