import type { Locator, Page } from 'playwright-core';
import { mailbox } from '../../local/worldClient.js';
import { misses, sees } from './sights.js';

export const SOON_MS = 3000; // "within a second", on a busy machine

export async function openTeam(page: Page, orgId: string): Promise<void> {
  await page.goto(`/o/${orgId}/team`);
  await sees(page.getByRole('list', { name: 'Members' }));
}

/** The row of a member, or of an invite by its address. */
export function memberRow(page: Page, name: string): Locator {
  return page.getByRole('list', { name: 'Members' }).getByRole('listitem').filter({ hasText: name });
}

export function inviteRow(page: Page, email: string): Locator {
  return page.getByRole('list', { name: 'Invites' }).getByRole('listitem').filter({ hasText: email });
}

/** Chooses from the menu of a member's row; the dialog that opens. */
export async function choose(page: Page, name: string, item: string): Promise<Locator> {
  await page.getByRole('button', { name: `Change ${name}` }).click();
  await page.getByRole('menuitem', { name: item }).click();
  const dialog = page.getByRole('dialog');
  await sees(dialog);
  return dialog;
}

/** Presses the button of a dialog and waits until it has closed: the server has answered. */
export async function confirm(dialog: Locator, button: string): Promise<void> {
  await dialog.getByRole('button', { name: button, exact: true }).click();
  await misses(dialog);
}

/** Invites by the screen, and waits for the row. */
export async function invite(page: Page, email: string, role: string, whatItSees?: string): Promise<void> {
  await page.getByRole('button', { name: 'Invite people' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Email').fill(email);
  await dialog.getByRole('radio', { name: role, exact: true }).check();
  if (whatItSees !== undefined) await dialog.getByRole('radio', { name: whatItSees, exact: true }).check();
  await confirm(dialog, 'Send invite');
  await sees(inviteRow(page, email).getByText('Waiting'));
}

/** The link of the newest mail of this kind to an address. */
export async function linkTo(email: string, kind: RegExp, not: readonly string[] = []): Promise<string> {
  const linkOf = (text: string): string => kind.exec(text)?.[0] ?? '';
  const { text } = await mailbox().find(
    (mail) =>
      mail.to.some(({ address }) => address === email) &&
      linkOf(mail.text) !== '' &&
      !not.includes(linkOf(mail.text)),
  );
  return linkOf(text);
}

export const INVITE_LINK = /http\S+\/invite\/\S+/;
export const CONFIRM_LINK = /http\S+mode=verifyEmail\S*/;

export async function within(ms: number, thing: Locator): Promise<void> {
  await thing.first().waitFor({ timeout: ms });
}

export async function goneWithin(ms: number, thing: Locator): Promise<void> {
  await thing.first().waitFor({ state: 'hidden', timeout: ms });
}
