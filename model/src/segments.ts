/** 3GPP TS 23.038, 6.2.1: the default alphabet (the escape itself left out), and its extension table. */
const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?' +
    '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
const EXTENSION = new Set('\f^{}\\[~]|€');

/** Septets or UTF-16 units of one text; in a longer one each part gives some to the header that joins them. */
const SIZES = {
  'GSM-7': { single: 160, part: 153 },
  'UCS-2': { single: 70, part: 67 },
} as const;

export interface SmsSegments {
  encoding: keyof typeof SIZES;
  units: number;
  segments: number;
  perSegment: number;
  left: number; // units free in the last segment
}

/** How a text is billed: a character of two units (an escape, a surrogate pair) never straddles two segments. */
export function smsSegments(text: string): SmsSegments {
  const characters = Array.from(text); // by code point: a surrogate pair is one
  const isGsm = characters.every((character) => BASIC.has(character) || EXTENSION.has(character));
  const encoding = isGsm ? 'GSM-7' : 'UCS-2';
  const sizes = characters.map((character) =>
    isGsm ? (EXTENSION.has(character) ? 2 : 1) : character.length,
  );
  const units = sizes.reduce((sum, size) => sum + size, 0);
  const { single, part } = SIZES[encoding];
  if (units <= single) {
    return { encoding, units, segments: units === 0 ? 0 : 1, perSegment: single, left: single - units };
  }
  let segments = 1;
  let used = 0;
  for (const size of sizes) {
    if (used + size > part) {
      segments += 1;
      used = 0;
    }
    used += size;
  }
  return { encoding, units, segments, perSegment: part, left: part - used };
}
