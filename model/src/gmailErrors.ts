/** What a refusal of Gmail's means for a message and for the account; `null`: it is no refusal, so nobody knows yet. */
export interface GmailTrouble {
  code: string;
  message: string; // for people
  kind: 'permanent' | 'transient';
  concerns: 'message' | 'account' | 'credentials';
}

const QUOTA_REASONS = new Set([
  'rateLimitExceeded',
  'userRateLimitExceeded',
  'dailyLimitExceeded',
  'quotaExceeded',
  'RESOURCE_EXHAUSTED',
]);
const SCOPE_REASONS = new Set(['insufficientPermissions', 'ACCESS_TOKEN_SCOPE_INSUFFICIENT']);

export const CONSENT_REVOKED: GmailTrouble = {
  code: 'gmail-consent-revoked',
  message:
    'Google does not accept our permission for this mailbox any more: it was taken back, or the password was changed. Connect the account again.',
  kind: 'permanent',
  concerns: 'credentials',
};

const SCOPE_MISSING: GmailTrouble = {
  code: 'gmail-scope-missing',
  message: 'Google was not allowed to let us do this. Connect the account again and leave every box ticked.',
  kind: 'permanent',
  concerns: 'credentials',
};

const QUOTA: GmailTrouble = {
  code: 'gmail-quota',
  message:
    'Gmail takes no more from this mailbox for now: its sending limit is reached. It does again within 24 hours.',
  kind: 'transient',
  concerns: 'account',
};

const SWITCHED_OFF: GmailTrouble = {
  code: 'gmail-not-allowed',
  message:
    'Google does not let LeadPulse use this mailbox. An administrator of its domain may have to allow it.',
  kind: 'permanent',
  concerns: 'credentials',
};

/**
 * Reads an answer of Gmail's API by its status and the reasons in it. 5xx and whatever is unknown below 400 leave open
 * whether it was done. https://developers.google.com/gmail/api/guides/handle-errors
 */
export function gmailTrouble(status: number, reasons: readonly string[]): GmailTrouble | null {
  if (status < 400 || status >= 500) return null;
  if (status === 401) return CONSENT_REVOKED;
  if (status === 429 || reasons.some((reason) => QUOTA_REASONS.has(reason))) return QUOTA;
  if (reasons.some((reason) => SCOPE_REASONS.has(reason))) return SCOPE_MISSING;
  if (status === 403) return SWITCHED_OFF;
  return {
    code: `gmail-${status}`,
    message: 'Gmail refused this message. Look at the address and the subject.',
    kind: 'permanent',
    concerns: 'message',
  };
}
