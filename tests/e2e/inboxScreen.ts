import type { Locator, Page } from 'playwright-core';
import { sees } from './sights.js';

/** The conversations of the queue that is open. */
export function rows(page: Page): Locator {
  return page.getByRole('list', { name: 'Conversations' }).getByRole('link');
}

export function row(page: Page, name: string): Locator {
  return rows(page).filter({ hasText: name });
}

/** What was said with the person whose thread is open. */
export function timeline(page: Page): Locator {
  return page.getByRole('region', { name: /^Conversation with / });
}

/** One message or note of the timeline, by its words. */
export function bubble(page: Page, words: string): Locator {
  return timeline(page).getByRole('listitem').filter({ hasText: words });
}

export function composer(page: Page): Locator {
  return page.getByRole('form', { name: 'Write' });
}

/** The field of the message that is being written. */
export function field(page: Page): Locator {
  return composer(page).getByRole('textbox', { name: /^(Text|Email) to / });
}

export function sendButton(page: Page): Locator {
  return composer(page).getByRole('button', { name: 'Send', exact: true });
}

/** Writes and sends in the thread that is open. */
export async function write(page: Page, words: string): Promise<void> {
  await field(page).fill(words);
  await sendButton(page).click();
  await sees(bubble(page, words));
}

export async function openThread(page: Page, orgId: string, contactId: string): Promise<void> {
  await page.goto(`/o/${orgId}/inbox/all/${contactId}`);
  await sees(composer(page));
}
