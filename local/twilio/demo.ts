import { randomBytes, randomInt } from 'node:crypto';
import type { TwilioAccount, TwilioStore } from './store.js';

/** The account that every world has. The same on every machine and worth nothing. */
export const DEMO_TWILIO = {
  accountSid: 'AC00000000000000000000000000000de0',
  authToken: '000000000000000000000000000demo0',
} as const;

export function newSid(prefix: string): string {
  return prefix + randomBytes(16).toString('hex');
}

/** Puts the demo account into a store that has none: four numbers, as people find them. */
export function seedDemoTwilio(store: TwilioStore): void {
  const { accountSid, authToken } = DEMO_TWILIO;
  if (store.get('account', accountSid)) return;
  addAccount(store, { id: accountSid, authToken, name: 'Demo account' });
  const plain = addNumber(store, accountSid, '+14155550101');
  const registered = addNumber(store, accountSid, '+14155550102');
  addNumber(store, accountSid, '+14155550103', { canText: false });
  const elsewhere = addNumber(store, accountSid, '+14155550104');
  addService(store, accountSid, {
    name: 'Registered campaign',
    numbers: [registered],
    hasAdvancedOptOut: true,
  });
  addService(store, accountSid, {
    name: 'Old CRM',
    numbers: [elsewhere],
    inboundUrl: 'https://crm.example.com/twilio',
  });
  store.put('number', {
    ...must(store.get('number', plain)),
    smsUrl: 'https://demo.twilio.com/welcome/sms/reply',
  });
}

/** An account with one number of its own, for a test that shares its world with others. */
export function addFreshAccount(store: TwilioStore): {
  accountSid: string;
  authToken: string;
  number: string;
} {
  const accountSid = newSid('AC');
  const authToken = randomBytes(16).toString('hex');
  addAccount(store, { id: accountSid, authToken, name: 'Test account' });
  const number = `+1628${randomInt(2_000_000, 10_000_000)}`;
  addNumber(store, accountSid, number);
  return { accountSid, authToken, number };
}

function addAccount(store: TwilioStore, fields: Pick<TwilioAccount, 'id' | 'authToken' | 'name'>): void {
  store.put('account', { ...fields, status: 'active', type: 'Full', callbacks: 'plain' });
}

export function addNumber(
  store: TwilioStore,
  accountSid: string,
  number: string,
  { canText = true }: { canText?: boolean } = {},
): string {
  const id = newSid('PN');
  store.put('number', { id, accountSid, number, canText, smsUrl: '', smsFallbackUrl: '' });
  return id;
}

interface ServiceWish {
  name: string;
  numbers: string[];
  inboundUrl?: string;
  hasAdvancedOptOut?: boolean;
}

export function addService(store: TwilioStore, accountSid: string, wish: ServiceWish): string {
  const { inboundUrl = '', hasAdvancedOptOut = false } = wish;
  const id = newSid('MG');
  store.put('service', { ...wish, id, accountSid, inboundUrl, hasAdvancedOptOut, usesNumbersWebhook: false });
  return id;
}

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('was put there a line above');
  return value;
}
