import type { Locator, Page } from 'playwright-core';
import type { Practice } from './people.js';
import { misses, sees } from './sights.js';

/** An account's card, by any words of it. */
export function card(page: Page, words: string): Locator {
  return page.getByRole('listitem').filter({ hasText: words });
}

/** A button of a card; its name ends with the account's. */
export function cardButton(page: Page, words: string, label: string): Locator {
  return card(page, words).getByRole('button', { name: new RegExp(`^${label} `) });
}

export async function openAccounts(page: Page, { orgId }: Practice, add?: string): Promise<void> {
  await page.goto(`/o/${orgId}/accounts${add === undefined ? '' : `?add=${add}`}`);
}

/** Presses it in the form and waits for the answer. */
export async function submit(form: Locator, label: string): Promise<void> {
  await form.getByRole('button', { name: label }).click();
  await sees(form.locator('button:not([data-loading])', { hasText: label }));
}

export async function pause(page: Page, words: string): Promise<void> {
  await cardButton(page, words, 'Pause').click();
  await page.getByRole('button', { name: 'Pause account' }).click();
  await sees(card(page, words).getByText('Paused'));
}

export async function resume(page: Page, words: string): Promise<void> {
  await cardButton(page, words, 'Resume').click();
  await sees(card(page, words).getByText('Active'));
}

/** The dialog closes when the provider has been told. */
export async function disconnect(page: Page, words: string): Promise<void> {
  await cardButton(page, words, 'Disconnect').click();
  await page.getByRole('button', { name: 'Disconnect account' }).click();
  await sees(card(page, words).getByText('Disconnected'));
  await misses(page.getByRole('dialog'));
}

/** The end of every account's life, on its card. */
export async function restAndLeave(page: Page, practice: Practice, words: string): Promise<void> {
  await openAccounts(page, practice);
  await pause(page, words);
  await resume(page, words);
  await disconnect(page, words);
}
