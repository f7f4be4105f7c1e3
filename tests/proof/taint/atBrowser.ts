import type { Feature, FeatureCounts } from '@leadpulse/model';
import type { Page } from 'playwright-core';
import { HOST } from '../../../local/ports.js';
import { adminDb, eventually, siteUrl } from '../../../local/worldClient.js';
import { launchBrowser } from '../../e2e/browser.js';
import { composer, write } from '../../e2e/inboxScreen.js';
import { addLeadByHand } from '../../e2e/leadForm.js';
import { signIn } from '../../e2e/people.js';
import { sees, visit } from '../../e2e/sights.js';
import { invite } from '../../e2e/teamScreen.js';
import type { Place } from './finder.js';
import type { House } from './house.js';

const LAST: Feature = 'invite.send';

/** A member who types and searches on the screens, with counting on; what the browser told anybody but the database of it. */
export async function workAtBrowser(house: House): Promise<Place[]> {
  const browser = await launchBrowser();
  const page = await browser.newPage({ baseURL: siteUrl(), timezoneId: 'America/New_York' });
  const [counts, elsewhere]: [string[], string[]] = [[], []];
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    const words = `${request.url()} ${request.postData() ?? ''}`;
    if (hostname !== HOST && protocol.startsWith('http')) elsewhere.push(words);
    if (request.url().endsWith(':commit')) counts.push(words); // as counts leave; all else goes by the SDK's stream
  });
  try {
    await typeEverywhere(page, house);
    const kept = await keptCounts(page);
    await page.goto('about:blank'); // the counts leave with the page
    await counted(house);
    return [
      { name: 'counts in the browser', text: kept },
      { name: 'counts on their way', text: counts.join('\n') },
      { name: 'requests to somebody else', text: elsewhere.join('\n') },
    ];
  } finally {
    await browser.close();
  }
}

async function typeEverywhere(page: Page, house: House): Promise<void> {
  const { orgId, email, taints } = house;
  await page.goto('/sign-in');
  await page.getByLabel('Email').fill(taints.address('a sign-in that fails', false));
  await page.getByLabel('Password', { exact: true }).fill(taints.secret('a sign-in that fails'));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await sees(page.getByRole('alert'));
  await signIn(page, { email });
  const { docs } = await adminDb().collection(`orgs/${orgId}/contacts`).limit(1).get();
  await visit(page, `/o/${orgId}/inbox/all/${docs[0]?.id ?? ''}`); // one page all the way, as people have it
  await sees(composer(page));
  await write(page, taints.words('the composer'));
  await composer(page).getByRole('button', { name: 'Note' }).click();
  const note = taints.words('the field of a note');
  await page.getByRole('textbox', { name: 'Note for your team' }).fill(note);
  await page.getByRole('button', { name: 'Save note' }).click();
  await sees(page.getByText(note));
  await visit(page, `/o/${orgId}/contacts`);
  const list = page.getByRole('region', { name: 'Contacts' }); // the inbox, which goes, has a search as well
  await list.getByRole('searchbox').fill(taints.name('the search', false));
  await sees(page.getByText('Nobody found'));
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('textbox').fill(taints.words('the palette', false));
  await page.keyboard.press('Escape');
  await visit(page, `/o/${orgId}/contacts/new`);
  await addLeadByHand(page, {
    name: taints.name('the form of a lead'),
    email: taints.address('the form of a lead'),
  });
  await visit(page, `/o/${orgId}/team`);
  await invite(page, taints.address('the form of an invite'), 'Agent');
}

function keptCounts(page: Page): Promise<string> {
  const read = (): Promise<string | null> =>
    page.evaluate(`(() => {
      document.dispatchEvent(new Event('visibilitychange')); // when the browser keeps what it has counted
      return localStorage.getItem('leadpulse-sent-counts');
    })()`);
  return eventually(async () => {
    const kept = await read();
    return kept?.includes(LAST) ? kept : undefined;
  }, 'The browser did not keep its counts');
}

/** The day of the organization holds what was done last. */
async function counted({ orgId }: House): Promise<void> {
  await eventually(async () => {
    const { docs } = await adminDb().collection(`orgs/${orgId}/usage`).get();
    return docs.some((day) => LAST in ((day.get('counts') as FeatureCounts | undefined) ?? {})) || undefined;
  }, 'The counts of the browser did not come to the day');
}
