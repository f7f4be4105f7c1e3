import { verifyAuditLogContract } from '@leadpulse/model';
import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { adminDb } from '../../local/worldClient.js';
import { addToLog, oneOfEach } from './auditStory.js';
import type { Person, Practice } from './people.js';
import { foundPractice, signIn, takeSeat, unique } from './people.js';
import { counts, misses, sees } from './sights.js';
import type { Visitor } from './stage.js';
import { stage } from './stage.js';

const MANY = 120; // more than two pages

describe('the audit log', function () {
  this.timeout(120_000);
  const { visitor } = stage();
  let practice: Practice;
  let ben: Person;
  let olivia: Visitor;

  before(async () => {
    practice = await foundPractice(`Audit ${unique()}`);
    ben = await takeSeat(practice, 'Ben Okri', 'agent');
    const many = Array.from({ length: MANY }, () => ({
      hoursAgo: 400,
      action: 'invite.resend' as const,
      target: 'i1',
    }));
    await addToLog(practice, [...many, ...oneOfEach(practice.orgId, ben.uid)]);
    olivia = await visitor({ acceptDownloads: true });
    await signIn(olivia.page, practice.owner);
  });
  after(() => practice.client.close());

  const open = (page: Page, query = ''): Promise<unknown> => page.goto(`/o/${practice.orgId}/audit${query}`);

  it('tells who did what to whom, with the seat before and after, and shows a new entry at once', async () => {
    const { page } = olivia;
    await page.getByRole('link', { name: 'Audit log' }).click();
    const entry = page.getByRole('listitem').filter({ hasText: 'changed the seat of Ben Okri' });
    await sees(entry.getByText('Only assigned leads'), entry.getByText('All leads', { exact: true }));
    await sees(entry.getByText('Firefox, 203.0.113.0/24'));
    await addToLog(practice, [{ action: 'account.disconnect', target: 'gone' }]);
    await sees(page.getByText('disconnected the account gone'));
  });

  it('finds entries by action, by person and by day, and keeps the filters in the address', async () => {
    const { page } = olivia;
    await open(page);
    await page.getByLabel('Action').selectOption('Member joined');
    await misses(page.getByText('changed the organization'));
    await counts(entries(page), 1);
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await page.getByLabel('Done by or to').selectOption('Ben Okri');
    await sees(entries(page).filter({ hasText: 'made Ben Okri an owner' }));
    await counts(entries(page), 3); // joined, seat changed, made an owner
    expect(page.url()).to.contain(`person=${ben.uid}`);
    await open(page, '?to=2020-01-01');
    await sees(page.getByText('Nothing in the log passes these filters.'));
  });

  it('shows a page at a time', async () => {
    const { page } = olivia;
    await open(page);
    await sees(page.getByText('removed a former member'));
    await counts(entries(page), 50);
    await page.getByRole('button', { name: 'Show older entries' }).click();
    await sees(entries(page).nth(99));
    await page.getByRole('button', { name: 'Show older entries' }).click();
    await sees(entries(page).nth(MANY));
  });

  it('saves everything the filters find as a file, also what the screen has not read', async () => {
    const { page } = olivia;
    await open(page, '?action=invite.resend');
    await sees(entries(page));
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).to.match(/^audit-log-\d{4}-\d\d-\d\d\.csv$/);
    const rows = readFileSync(await download.path(), 'utf8')
      .trimEnd()
      .split('\r\n');
    expect(rows).to.have.length(MANY + 1);
    await sees(page.getByText(`Exported ${MANY} entries.`));
  });

  it('says that the log is intact, and where it is not when somebody tampered with an entry', async () => {
    const { page } = olivia;
    await open(page);
    await page.getByRole('button', { name: 'Verify the log' }).click();
    await sees(page.getByText('The log is intact'));
    const { entries: count } = await practice.client.call(verifyAuditLogContract, { orgId: practice.orgId });
    await sees(page.getByText(`All ${count} entries are as they were written`));
    const log = adminDb().collection(`orgs/${practice.orgId}/auditLog`);
    const { docs } = await log.where('action', '==', 'owner.grant').get();
    await docs[0]?.ref.update({ actor: ben.uid });
    await page.getByRole('button', { name: 'Verify the log' }).click();
    await sees(page.getByText(`does not fit together at entry ${String(docs[0]?.get('sequence'))}`));
  });

  it('is not there for an agent, and goes dark for an admin who becomes one', async () => {
    const ada = await takeSeat(practice, 'Ada Byron', 'admin');
    const { page, watch } = await visitor();
    watch.expect(/permission/i);
    await signIn(page, ada);
    await open(page);
    await sees(entries(page));
    const batch = adminDb().batch();
    batch.update(adminDb().doc(`orgs/${practice.orgId}/members/${ada.uid}`), { role: 'agent' });
    batch.update(adminDb().doc(`users/${ada.uid}`), { [`orgs.${practice.orgId}.role`]: 'agent' });
    await batch.commit();
    await sees(page.getByText('You cannot see the audit log'));
    await counts(entries(page), 0);
    expect(await page.getByRole('link', { name: 'Audit log' }).count()).to.equal(0);
  });
});

const entries = (page: Page) => page.locator('#main ol').getByRole('listitem');
