/** What an error of Twilio's means for a message, and for the account it went by. */
export interface TwilioError {
  code: string; // `twilio-21610`
  message: string; // in plain words, with the way out
  kind: 'permanent' | 'transient';
  concerns: 'message' | 'account' | 'credentials';
  isRevocation: boolean; // they have opted out at Twilio
}

type Row = readonly [message: string, more?: Partial<Omit<TwilioError, 'code' | 'message'>>];

const OF_ACCOUNT = { concerns: 'account' } as const;
const OF_CREDENTIALS = { concerns: 'credentials' } as const;
const TRANSIENT = { kind: 'transient' } as const;

/** https://www.twilio.com/docs/api/errors: those that people meet when they write to leads. */
const ROWS: Record<number, Row> = {
  20003: ['Twilio refuses the Account SID and Auth Token. Connect the account again.', OF_CREDENTIALS],
  20005: ['The Twilio account is not active. Settle that in Twilio, then connect it again.', OF_CREDENTIALS],
  20429: ['Twilio takes no more messages for a moment.', TRANSIENT],
  21211: ['This is not a valid phone number. Correct it on the contact.'],
  21265: ['Twilio does not send to this number, because it is a short code.'],
  21408: [
    'The Twilio account may not text this country. Switch it on in Twilio under Messaging, Geo permissions.',
    OF_ACCOUNT,
  ],
  21606: ['Twilio does not let this number send texts. Choose another number in Twilio.', OF_ACCOUNT],
  21608: [
    'The Twilio account is a trial: it texts only numbers that were verified in Twilio. Upgrade it there.',
    OF_ACCOUNT,
  ],
  21610: [
    'They texted STOP to this number, and Twilio sends them nothing more. They can text START to hear from you again.',
    { isRevocation: true },
  ],
  21612: ['Twilio cannot reach this number from yours. Try another account.'],
  21614: ['This number cannot get texts: it is no mobile number.'],
  21617: ['The text is too long for Twilio. Shorten it to 1,600 characters.'],
  21635: ['This number cannot get texts: it is a landline.'],
  21659: ['Your number is not in the Twilio account any more. Connect another one.', OF_ACCOUNT],
  21660: ['Your number is not in the Twilio account any more. Connect another one.', OF_ACCOUNT],
  21661: ['Your number cannot send texts. Connect one that can.', OF_ACCOUNT],
  30001: ['Too many messages waited at Twilio, and this one was dropped. Send it again.'],
  30002: ['The Twilio account was suspended. Settle that in Twilio, then connect it again.', OF_CREDENTIALS],
  30003: ['Their phone could not be reached: it is off, or has no signal. Try again later.'],
  30004: ['Their phone or carrier blocks your texts. Call them, or write an email.'],
  30005: ['This number is not in use any more. Ask for another one.'],
  30006: ['This number cannot get texts: it is a landline, or its carrier takes none.'],
  30007: [
    'The carrier took the text for spam and did not deliver it. Say it in other words, without short links.',
  ],
  30008: ['The carrier did not deliver the text and does not say why. Try again once.'],
  30022: ['Your 10DLC campaign has sent what the carriers allow for now. Try again later.', OF_ACCOUNT],
  30023: ['Your 10DLC brand has sent what the carrier allows for today. Try again tomorrow.', OF_ACCOUNT],
  30032: [
    'Your toll-free number is not verified, and US carriers block its texts. Verify it in Twilio.',
    OF_ACCOUNT,
  ],
  30034: [
    'US carriers block texts from numbers without A2P 10DLC registration. Register your business and this number in Twilio under Messaging, Regulatory compliance; it takes days.',
    OF_ACCOUNT,
  ],
  30044: ['The Twilio account is a trial, and its texts must be shorter. Upgrade it in Twilio.', OF_ACCOUNT],
};

/** An error by its number; null: Twilio named none. */
export function twilioError(code: number | null): TwilioError {
  const [message, more] = (code === null ? undefined : ROWS[code]) ?? [otherWords(code)];
  const name = code === null ? 'twilio-error' : `twilio-${code}`;
  return { code: name, message, kind: 'permanent', concerns: 'message', isRevocation: false, ...more };
}

function otherWords(code: number | null): string {
  if (code === null) return 'Twilio refused the text and does not say why.';
  return `Twilio refused the text with its error ${code}. Look it up at twilio.com/docs/api/errors/${code}.`;
}
