import { randomBytes } from 'node:crypto';
import type { GoogleStore, Mailbox } from './store.js';

/** The OAuth client of every local world. The same on every machine and worth nothing. */
export const DEMO_CLIENT = {
  id: 'local.apps.googleusercontent.test',
  secret: 'local-client-secret',
} as const;
const DEMO_MAILBOX = 'harbor.demo@gmail.example';
export const DEMO_VOICE_NUMBER = '+14155550100';
export const TOPIC = 'gmail-push';

export function newId(bytes = 8): string {
  return randomBytes(bytes).toString('hex');
}

export function seedDemoGoogle(store: GoogleStore): void {
  if (!store.get('mailbox', DEMO_MAILBOX)) addMailbox(store, DEMO_MAILBOX, 'Harbor Demo');
}

export function addMailbox(store: GoogleStore, address: string, name: string): Mailbox {
  return store.put('mailbox', {
    id: address,
    name,
    historyId: 1000,
    forgottenTo: 0,
    pushes: 'plain',
    putsOwnIds: false,
    watch: null,
  });
}
