import type { WantedAccount } from '@leadpulse/model';
import { orgSchema, Refusal } from '@leadpulse/model';
import { config } from '../../platform/config.js';
import { freeSandboxAddress } from '../sandboxAccounts.js';
import type { Connector } from './connector.js';

/** A practice line, where there are simulated leads. */
export const connectSandbox: Connector<Extract<WantedAccount, { kind: 'sandbox' }>> = ({ channel }) => {
  if (config().sandboxUrl === '') {
    throw new Refusal('failed-precondition', 'sandbox-not-available', {
      field: 'account.kind',
      allowed: 'smtp',
    });
  }
  return Promise.resolve({
    channel,
    addressIn: (tx, org) => freeSandboxAddress(tx, channel, orgSchema.shape.name.parse(org.get('name'))),
    field: 'account.kind',
    credentials: null,
  });
};
