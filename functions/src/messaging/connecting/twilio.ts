import type { TwilioCredentials, WantedAccount } from '@leadpulse/model';
import { Refusal } from '@leadpulse/model';
import { config } from '../../platform/config.js';
import type { HookPlace } from '../channels/twilio/hooks.js';
import { inboundHook, isOurHook } from '../channels/twilio/hooks.js';
import { isHookReachable } from './hookReach.js';
import type { Connector } from './connector.js';
import type { Leaving } from './leaving.js';
import type { TwilioService } from './twilioAccount.js';
import {
  deferToNumbers,
  leadNumber,
  readAccount,
  readNumbers,
  readServices,
  refused,
} from './twilioAccount.js';

/** A number of a Twilio account. If a Messaging Service holds it, texts go out by the service's rules. */
export const connectTwilio: Connector<Extract<WantedAccount, { kind: 'twilio' }>> = async ({
  number,
  twilio: keys,
}) => {
  await readAccount(keys);
  const [found] = (await readNumbers(keys, number)).filter((each) => each.phone_number === number);
  if (!found) throw refused('twilio-number-not-yours', 'number', 'a number of this Twilio account');
  if (!found.capabilities.sms) throw refused('twilio-number-no-texts', 'number', 'a number that can text');
  const service = (await readServices(keys)).get(found.sid) ?? null;
  if (service) insistOnOurs(service);
  const credentials: TwilioCredentials = { ...keys, numberSid: found.sid, serviceSid: service?.sid ?? null };
  return {
    channel: 'sms',
    addressIn: () => Promise.resolve(number),
    field: 'account.number',
    credentials,
    leadHere: async (place) => {
      await insistOnReach();
      if (service && !service.use_inbound_webhook_on_number) await deferToNumbers(keys, service);
      await leadNumber(keys, found.sid, inboundHook(place));
    },
  };
};

/**
 * A service that brings what comes in to another system keeps doing so: its other numbers may depend on it. A person has
 * to say so in Twilio.
 */
function insistOnOurs({ friendly_name: name, inbound_request_url: url, ...service }: TwilioService): void {
  if (service.use_inbound_webhook_on_number === true || !url) return;
  throw new Refusal('failed-precondition', 'twilio-service-in-use', {
    field: 'account.number',
    allowed: name,
  });
}

/** What Twilio is told to call must lead to us from outside, or nothing ever comes in. */
async function insistOnReach(): Promise<void> {
  if (await isHookReachable(config().siteUrl)) return;
  throw new Refusal('failed-precondition', 'twilio-webhook-not-reachable', { allowed: config().siteUrl });
}

/** Takes our address out at Twilio, unless somebody has put another one there. */
export async function leaveTwilio(keys: TwilioCredentials, place: HookPlace): Promise<Leaving> {
  try {
    const number = (await readNumbers(keys)).find(({ sid }) => sid === keys.numberSid);
    if (number && isOurHook(number.sms_url ?? '', place)) await leadNumber(keys, keys.numberSid, '');
    return 'left';
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.code === 'unavailable' ? 'unreachable' : 'refused'; // by keys that do not open it any more
  }
}
