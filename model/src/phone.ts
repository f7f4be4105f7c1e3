import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { Refusal } from './refusal.js';

function parse(text: string, defaultCountry: string | null) {
  const country = defaultCountry !== null && isSupportedCountry(defaultCountry) ? defaultCountry : undefined;
  return parsePhoneNumberFromString(text.normalize('NFKC'), {
    ...(country && { defaultCountry: country }),
    extract: false,
  });
}

/** No area code of the North American plan begins with 0 or 1. */
const NOT_NORTH_AMERICAN = /^\+1[01]/u;

/**
 * A number as people write it, read by the organization's country, to E.164; an extension is dropped. Its length is
 * checked, not whether the range is in use: numbering plans grow faster than the copy in the bundle.
 */
export function normalizePhone(text: string, defaultCountry: string | null, field = 'phone'): string {
  const phone = parse(text, defaultCountry);
  if (!phone?.isPossible() || NOT_NORTH_AMERICAN.test(phone.number)) {
    throw new Refusal('invalid-argument', 'phone-invalid', {
      field,
      allowed: 'a phone number such as (415) 555-0132, or with its country code: +44 20 7946 0018',
    });
  }
  return phone.number;
}

/** For people: (415) 555-0132 inside the North American plan, +44 20 7946 0018 elsewhere. */
export function formatPhone(e164: string): string {
  const phone = parse(e164, null);
  if (!phone) return e164;
  return phone.countryCallingCode === '1' ? phone.formatNational() : phone.formatInternational();
}
