import { listTwilioNumbersContract, TWILIO_LOOK_RATE } from '@leadpulse/model';
import { callable } from '../platform/callable.js';
import { db } from '../platform/firestore.js';
import { takeRates } from '../platform/rateLimit.js';
import { requireSeat } from '../platform/seats.js';

/** The numbers of a Twilio account, to choose one of. The keys are tried and not kept. */
export const listTwilioNumbers = callable(
  listTwilioNumbersContract,
  async ({ orgId, twilio: keys }, { uid }) => {
    await db().runTransaction(async (tx) => {
      await requireSeat(tx, orgId, uid, 'account.write');
      const writeRates = await takeRates(tx, [{ key: `twilio-look:${orgId}`, rate: TWILIO_LOOK_RATE }]);
      writeRates();
    });
    const { readAccount, readNumbers, readServices } = await import('./connecting/twilioAccount.js');
    const { name: accountName, isTrial } = await readAccount(keys);
    const [numbers, services] = await Promise.all([readNumbers(keys), readServices(keys)]);
    return {
      accountName,
      isTrial,
      numbers: numbers.map(({ sid, phone_number: number, friendly_name: name, capabilities }) => ({
        number,
        name,
        canText: capabilities.sms,
        serviceName: services.get(sid)?.friendly_name ?? null,
      })),
    };
  },
  { timeoutSeconds: 60 },
);
