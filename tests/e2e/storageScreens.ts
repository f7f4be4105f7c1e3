import type { Page } from 'playwright-core';
import { adminDb } from '../../local/worldClient.js';
import type { ScreenToSee } from './screenList.js';
import { sees } from './sights.js';

/** Runs in the page: who is signed in. */
export const UID_HERE = `(async () => {
  const open = indexedDB.open('firebaseLocalStorageDb');
  const database = await new Promise((resolve) => (open.onsuccess = () => resolve(open.result)));
  const all = database.transaction('firebaseLocalStorage').objectStore('firebaseLocalStorage').getAll();
  const [{ value: { uid } }] = await new Promise((resolve) => (all.onsuccess = () => resolve(all.result)));
  return uid;
})()`;

/** The person of this page has not been asked yet: the question comes. */
async function isAsked(page: Page): Promise<void> {
  const uid = await page.evaluate<string>(UID_HERE);
  await adminDb().doc(`users/${uid}`).update({ 'preferences.cookies': 'unasked' });
  await sees(page.getByRole('region', { name: 'May your browser count which features you use?' }));
}

/** The last ones of all: from here on the question stays. */
export const STORAGE_SCREENS: ScreenToSee[] = [
  { name: 'storage-question', path: ({ orgId }) => `/o/${orgId}/inbox/all`, ready: isAsked },
  { name: 'storage-question-team', path: ({ orgId }) => `/o/${orgId}/team`, ready: isAsked },
];
