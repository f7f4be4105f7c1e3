import type { Page } from 'playwright-core';
import { sees } from './sights.js';

export interface Newcomer {
  name: string;
  email: string;
  password: string;
  orgName: string;
}

/** Answers the question everybody is asked first. */
export async function answerAge(page: Page, year: number): Promise<void> {
  await page.getByLabel('Month').selectOption('March');
  await page.getByLabel('Day').selectOption('14');
  await page.getByLabel('Year').selectOption(String(year));
  await page.getByRole('button', { name: 'Go on' }).click();
}

/** Fills the second step and creates the account. */
async function createAccount(page: Page, who: Newcomer): Promise<void> {
  await page.getByLabel('Your name').fill(who.name);
  await page.getByLabel('Work email').fill(who.email);
  await page.getByLabel('Password', { exact: true }).fill(who.password);
  await page.getByLabel('Organization').fill(who.orgName);
  await page.getByRole('checkbox', { name: /privacy policy/ }).check();
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.waitForURL(/\/o\/[^/]+\/start$/);
}

/** From the landing page to the first steps of a new organization; answers its id. */
export async function signUp(page: Page, who: Newcomer): Promise<string> {
  await page.goto('/');
  await page.getByRole('link', { name: 'Start your free trial' }).click();
  await answerAge(page, 1987);
  await createAccount(page, who);
  await sees(page.getByRole('heading', { name: `Welcome to ${who.orgName}` }));
  return new URL(page.url()).pathname.split('/')[2] ?? '';
}
