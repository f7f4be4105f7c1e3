import type { Page } from 'playwright-core';

interface LeadFields {
  name: string;
  phone?: string;
  email?: string;
}

/** Fills the form of a new lead; pressing "Add contact" is left to the caller. */
export async function fillLead(page: Page, { name, phone, email }: LeadFields): Promise<void> {
  const form = page.getByRole('complementary', { name: 'Add contact' });
  await form.getByLabel('Name').fill(name);
  if (phone !== undefined) await form.getByLabel('Phone', { exact: true }).fill(phone);
  if (email !== undefined) await form.getByLabel('Email', { exact: true }).fill(email);
}

export async function submitLead(page: Page): Promise<void> {
  await page
    .getByRole('complementary', { name: 'Add contact' })
    .getByRole('button', { name: 'Add contact' })
    .click();
}

/** Adds a lead on the screen of the contacts and opens its conversation. */
export async function addLeadByHand(page: Page, fields: LeadFields): Promise<void> {
  await fillLead(page, fields);
  await submitLead(page);
  await page.getByRole('link', { name: 'Open conversation' }).click();
  await page.waitForURL(/\/inbox\/all\//);
}
