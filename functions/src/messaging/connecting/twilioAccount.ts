import type { TwilioKeys } from '@leadpulse/model';
import { Refusal } from '@leadpulse/model';
import { z } from 'zod';
import { askTwilio, askTwilioMessaging, errorCodeOf } from '../channels/twilio/twilioApi.js';
import type { JsonAnswer } from '../../platform/http.js';

const PATIENCE_MS = 10_000;
const MOST_NUMBERS = 400; // a page of these stays below what `requestJson` reads
const MOST_SERVICES = 50;

const accountSchema = z.object({ friendly_name: z.string(), status: z.string(), type: z.string() });
const numberSchema = z.object({
  sid: z.string(),
  phone_number: z.string(),
  friendly_name: z.string(),
  capabilities: z.object({ sms: z.boolean().default(false) }),
  sms_url: z.string().nullish(),
});
const numbersSchema = z.object({ incoming_phone_numbers: z.array(numberSchema) });
const serviceSchema = z.object({
  sid: z.string(),
  friendly_name: z.string(),
  inbound_request_url: z.string().nullish(),
  use_inbound_webhook_on_number: z.boolean().nullish(),
});
const servicesSchema = z.object({ services: z.array(serviceSchema) });
const poolSchema = z.object({ phone_numbers: z.array(z.object({ sid: z.string() })) });

type TwilioNumber = z.output<typeof numberSchema>;
export type TwilioService = z.output<typeof serviceSchema>;

/** The account whose keys these are. Whoever cannot read it cannot send by it either. */
export async function readAccount(keys: TwilioKeys): Promise<{ name: string; isTrial: boolean }> {
  const answer = await ask((signal) => askTwilio(keys, { method: 'GET', path: '.json', signal }));
  const { friendly_name: name, status, type } = parsed(accountSchema, answer);
  if (status !== 'active')
    throw refused('twilio-account-suspended', 'accountSid', 'an account that is active');
  return { name, isTrial: type === 'Trial' };
}

/** The account's numbers, or the one of them that is asked for. */
export async function readNumbers(keys: TwilioKeys, number?: string): Promise<TwilioNumber[]> {
  const query = new URLSearchParams({
    PageSize: String(MOST_NUMBERS),
    ...(number && { PhoneNumber: number }),
  });
  const path = `/IncomingPhoneNumbers.json?${query.toString()}`;
  const answer = await ask((signal) => askTwilio(keys, { method: 'GET', path, signal }));
  return parsed(numbersSchema, answer).incoming_phone_numbers;
}

/** Which Messaging Service holds which number, by the number's sid: a number is in one of them at most. */
export async function readServices(keys: TwilioKeys): Promise<Map<string, TwilioService>> {
  const messaging = (path: string): Promise<JsonAnswer> =>
    ask((signal) => askTwilioMessaging(keys, { method: 'GET', path, signal }));
  const { services } = parsed(servicesSchema, await messaging(`/Services?PageSize=${MOST_SERVICES}`));
  const pools = await Promise.all(
    services.map(async (service) => {
      const answer = await messaging(`/Services/${service.sid}/PhoneNumbers?PageSize=${MOST_NUMBERS}`);
      return parsed(poolSchema, answer).phone_numbers.map(({ sid }) => [sid, service] as const);
    }),
  );
  return new Map(pools.flat());
}

/** Has a number bring what comes in to this address, and there only; '' for nowhere. */
export async function leadNumber(keys: TwilioKeys, numberSid: string, url: string): Promise<void> {
  const form = {
    SmsUrl: url,
    SmsMethod: 'POST',
    SmsFallbackUrl: url,
    SmsFallbackMethod: 'POST',
    SmsApplicationSid: '',
  };
  const path = `/IncomingPhoneNumbers/${numberSid}.json`;
  const answer = await ask((signal) => askTwilio(keys, { method: 'POST', path, form, signal }));
  if (answer.status !== 200) throw refused('twilio-webhook-refused', 'number', url);
}

/** Has a service leave what comes in to the addresses of its numbers. */
export async function deferToNumbers(keys: TwilioKeys, { sid }: TwilioService): Promise<void> {
  const form = { UseInboundWebhookOnNumber: 'true' };
  const path = `/Services/${sid}`;
  const answer = await ask((signal) => askTwilioMessaging(keys, { method: 'POST', path, form, signal }));
  if (answer.status !== 200) throw refused('twilio-webhook-refused', 'number', sid);
}

/** Asks Twilio, and says what stands in the way: with which keys, or that nothing answers. */
async function ask(call: (signal: AbortSignal) => Promise<JsonAnswer>): Promise<JsonAnswer> {
  let answer: JsonAnswer;
  try {
    answer = await call(AbortSignal.timeout(PATIENCE_MS));
  } catch {
    throw new Refusal('unavailable', 'twilio-unreachable');
  }
  const code = errorCodeOf(answer);
  if (code === 20005 || code === 30002) {
    throw refused('twilio-account-suspended', 'accountSid', 'an account that is active');
  }
  if (answer.status === 401 || answer.status === 403 || code === 20003) {
    throw refused('twilio-auth-failed', 'authToken', 'the Auth Token of this account, from its console');
  }
  if (answer.status === 429 || answer.status >= 500) throw new Refusal('unavailable', 'twilio-unreachable');
  return answer;
}

function parsed<T extends z.ZodType>(schema: T, { status, body }: JsonAnswer): z.output<T> {
  if (status === 200) return schema.parse(body);
  throw refused('twilio-auth-failed', 'accountSid', 'an Account SID of Twilio’s');
}

const FIELDS = {
  number: 'account.number',
  accountSid: 'account.twilio.accountSid',
  authToken: 'account.twilio.authToken',
};

export function refused(reason: string, field: keyof typeof FIELDS, allowed: string): Refusal {
  return new Refusal('failed-precondition', reason, { field: FIELDS[field], allowed });
}
