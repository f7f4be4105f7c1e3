interface Refused {
  code: string;
  reason: string;
  detail: Record<string, unknown>;
}

/** The reasons that callables give (`Refusal.reason` in functions), in words a person can act on. */
const BY_REASON: Record<string, string> = {
  'not-signed-in': 'You are signed out. Sign in again, then repeat this.',
  'not-a-member': 'You are not a member of this organization.',
  'role-does-not-allow': 'Your role does not allow this. An owner or admin can do it.',
  'member-not-found': 'This person has no seat in the organization any more.',
  'owner-untouchable': 'Only an owner can change or give up their own seat.',
  'own-seat': 'You cannot do this to your own seat.',
  'last-owner': 'An organization needs an owner. Make somebody else an owner first.',
  'already-owner': 'This person is an owner already.',
  'already-a-member': 'This person is a member already.',
  'invite-open': 'This address has an open invite. Send that one again, or revoke it first.',
  'invite-not-found': 'This invite is not valid. A newer one may have been sent.',
  'invite-revoked': 'This invite was taken back.',
  'invite-used': 'This invite was used already.',
  'invite-expired': 'This invite has expired. Ask for a new one.',
  'invite-other-address': 'This invite was sent to another address.',
  'email-not-verified': 'Confirm your email address first.',
  'newcomer-missing': 'Enter your name and agree to the privacy policy first.',
  'too-many': 'That was done too often within a day. Try again tomorrow.',
  'org-closed': 'This organization was deleted. An owner can restore it for a few days.',
  'name-differs': 'This is not the name of the organization.',
  'requests-open': 'Five requests are open already. Wait for an answer to one of them.',
  'request-not-found': 'This request no longer exists.',
  'request-answered': 'This request was answered already.',
  'email-differs': 'This is not the address of your account.',
  'org-not-deleted': 'This organization is not deleted.',
  'restore-too-late': 'The time to restore this organization is over.',
  'sign-in-not-fresh': 'You signed in a while ago. Enter your password once more.',
  'policy-version-old':
    'The privacy policy has a newer version. Load this page again, read it, then repeat this.',
  'policy-not-seen': 'The notice of the new privacy policy was shown less than a day ago.',
  'no-page': 'Found or join an organization first.',
  'country-unknown': 'This country is not known.',
  'time-zone-unknown': 'This time zone is not known.',
  'account-not-found': 'This account no longer exists.',
  'address-connected':
    'This address is connected already, under Accounts here or in another organization. Disconnect it there first.',
  'account-needs-attention': 'This account does not work as it is. Connect it again first.',
  'account-disconnected': 'This account is disconnected. Connect it anew to use it.',
  'test-left-open':
    'We lost touch while sending, so the test may have arrived. Look for it before you send another.',
  'sandbox-not-available': 'Practice lines exist only where LeadPulse runs on one machine.',
  'smtp-auth-failed':
    'The mail server refused this user and password. Many providers want an app password here.',
  'smtp-auth-busy': 'The mail server takes no sign-in right now. Try again in a few minutes.',
  'smtp-host-not-found': 'There is no mail server of this name. Compare it with your provider’s help page.',
  'smtp-host-not-public': 'This server is not on the public internet. Enter one that is.',
  'smtp-refused': 'Nothing answers on this port. Most servers use 465 or 587.',
  'smtp-timeout': 'The server did not answer within 10 seconds. Check its name and the port.',
  'smtp-tls-failed': 'The encryption failed. Use TLS with port 465, STARTTLS with port 587.',
  'smtp-not-a-mail-server': 'What answers on this port is not a mail server. Most servers use 465 or 587.',
  'imap-auth-failed': 'The mailbox refused this user and password. Many providers want an app password here.',
  'imap-sign-in-blocked':
    'This provider does not let other programs sign in by password. Look in its settings for “IMAP access” or “external programs”.',
  'imap-busy': 'The mailbox takes no sign-in right now. Try again in a few minutes.',
  'imap-host-not-found': 'There is no mail server of this name. Compare it with your provider’s help page.',
  'imap-host-not-public': 'This server is not on the public internet. Enter one that is.',
  'imap-refused': 'Nothing answers on this port. Most servers use 993.',
  'imap-timeout': 'The server did not answer within 10 seconds. Check its name and the port.',
  'imap-tls-failed':
    'The encryption failed. Use TLS with port 993, STARTTLS with port 143, and a server with a valid certificate.',
  'imap-not-a-mail-server': 'What answers on this port is not an IMAP server. Most servers use 993.',
  'mailbox-not-read': 'The mailbox could not be read. Its card says why.',
  'twilio-auth-failed':
    'Twilio refuses this Account SID and Auth Token. Copy both from the first page of the Twilio console; an API key will not do.',
  'twilio-account-suspended':
    'This Twilio account is suspended or closed. Settle that in the Twilio console, then try again.',
  'twilio-unreachable': 'Twilio does not answer right now. Nothing was changed; try again in a minute.',
  'twilio-number-not-yours':
    'This number is not in this Twilio account. Choose one of its numbers, or buy one in Twilio first.',
  'twilio-number-no-texts': 'This number cannot send texts. Choose one with the SMS capability.',
  'twilio-webhook-refused':
    'Twilio did not take our address for incoming texts. Nothing was connected; try again, or tell support.',
  'twilio-webhook-not-reachable':
    'Twilio could not reach LeadPulse at its public address, so no text would come in. Whoever runs LeadPulse has to set SITE_URL to an address that leads here.',
  'google-not-set-up':
    'Gmail is not set up here. Whoever runs LeadPulse has to register it at Google first (docs/channels.md).',
  'google-state-invalid':
    'This way back from Google was used already, is older than ten minutes, or was begun by somebody else. Nothing was connected; begin anew.',
  'google-consent-denied': 'You did not agree on Google’s page, so nothing was connected.',
  'google-code-invalid': 'Google does not take back what it sent along. Nothing was connected; begin anew.',
  'google-unreachable': 'Google does not answer right now. Nothing was changed; try again in a minute.',
  'google-send-refused':
    'The box “Send email on your behalf” was not ticked on Google’s page, and without it nothing can be sent. Begin anew and leave it ticked.',
  'google-read-refused':
    'The box “View your email messages” was not ticked on Google’s page, so mails cannot come in. Nothing was changed; begin anew and leave it ticked, or connect the mailbox for sending only.',
  'google-no-consent': 'Google gave us no lasting permission. Begin anew.',
  'google-not-known': 'Google did not say whose mailbox it is. Begin anew.',
  'voice-needs-gmail': 'Choose a Gmail account of yours whose mails come in here.',
  'voice-rides-on-it': 'A Google Voice number gets its texts by this mailbox. Disconnect that number first.',
  'contact-not-found': 'This contact no longer exists.',
  'contact-not-visible':
    'This contact is assigned to somebody else, and your seat shows only your own leads.',
  'contact-empty': 'Enter a name, a phone number or an email address.',
  'assignee-not-a-member': 'This person has no seat in the organization any more.',
  'opt-out-decided':
    'Somebody has decided this meanwhile, or they wrote again. Look at the conversation once more.',
  'phone-invalid': 'This is not a complete phone number. Write it like (415) 555-0132 or +44 20 7946 0018.',
  'email-invalid': 'This is not a complete email address.',
  'already-subscribed': 'There is a plan already. Switch to another one instead of buying a second.',
  'no-subscription': 'There is no running plan to change. Choose one first.',
  'no-customer': 'Nothing was bought yet, so there is nothing to open at Stripe.',
  'plan-exceeded': 'You use more than this plan allows. Nothing was changed.',
  'preview-stale': 'The amount changed while you looked. Nothing was charged; this is what it is now.',
  'card-declined': 'The bank declined the card. Nothing was changed or charged.',
  'same-plan': 'You are on this plan already.',
  'payment-overdue': 'A payment is overdue. Pay the open invoice first.',
  'billing-unavailable': 'Stripe cannot be reached right now. Nothing was changed; try again in a moment.',
  busy: 'Somebody else is changing the same right now. Nothing was changed; try again in a moment.',
  'message-not-found': 'This message no longer exists.',
  'message-not-retryable': 'This message is on its way or was sent already.',
  'may-arrive-twice': 'It is not known whether this message arrived. Sent again, it may arrive twice.',
};

/** Reasons that need their detail to be understood: a number, or what a provider said. */
const BY_DETAIL: Record<string, (detail: Record<string, unknown>) => string> = {
  'test-refused': ({ says }) =>
    typeof says === 'string' && says !== '' ? says : 'The test was refused. Nothing was sent.',
  'imap-app-password': ({ allowed }) =>
    `The mailbox refused this password. It wants ${typeof allowed === 'string' ? allowed : 'an app password'}.`,
  'google-refused': ({ says }) =>
    typeof says === 'string' && says !== '' ? says : 'Google refused. Nothing was changed.',
  'google-other-mailbox': ({ allowed }) =>
    `You chose another mailbox on Google’s page. Choose ${typeof allowed === 'string' ? allowed : 'the same one'} there; nothing was changed.`,
  'twilio-service-in-use': ({ allowed }) =>
    `This number is in the Messaging Service “${typeof allowed === 'string' ? allowed : ''}”, which brings its texts to another system. In Twilio, open the service, Integration, and choose “Defer to sender’s webhook”; or take the number out of the service.`,
  'allowance-used-up': ({ allowed }) =>
    `Your plan allows ${typeof allowed === 'string' ? allowed : 'no more of these'}, and they are all in use. Remove some first, or ask an owner for a larger plan.`,
};

const BY_CODE: Record<string, string> = {
  unauthenticated: 'You are signed out. Sign in again, then repeat this.',
  'permission-denied': 'Your role does not allow this. An owner or admin can do it.',
  'not-found': 'This no longer exists. Somebody may have removed it.',
  'already-exists': 'This exists already.',
  'resource-exhausted': 'That was too much at once. Wait a minute, then try again.',
  'failed-precondition': 'This cannot be done right now.',
  'deadline-exceeded': 'The server took too long to answer. Check whether it worked before you try again.',
  unavailable: 'The server cannot be reached. Check your connection, then try again.',
};

/** What a refusal means, and what to do about it. */
export function wordsFor({ code, reason, detail }: Refused): string {
  const known = BY_DETAIL[reason]?.(detail) ?? BY_REASON[reason];
  if (known !== undefined) return known;
  if (code === 'invalid-argument') return wordsForField(detail);
  return BY_CODE[code] ?? 'Something went wrong on our side. Nothing was changed; try again in a moment.';
}

function wordsForField({ field, allowed }: Record<string, unknown>): string {
  const what = typeof field === 'string' && field !== '' ? `Check “${field}”` : 'Check what you entered';
  return typeof allowed === 'string' ? `${what}: ${allowed}.` : `${what}.`;
}
