import type { User } from '@leadpulse/model';
import type { StorageChoice } from '../../lib/telemetry/choose.js';
import type { Signals, WhyOff } from '../../lib/telemetry/whyOff.js';
import { whyOff } from '../../lib/telemetry/whyOff.js';

type Preferences = User['preferences'];

/** The two answers, as every place words them: neither is praised, neither is made small. */
export const CHOICES: readonly (readonly [StorageChoice, string])[] = [
  ['necessary', 'Only what is needed'],
  ['all', 'Allow usage counts too'],
];

const OVERRULED = 'That stands above whatever is chosen here, so we do not ask.';
const NOW: Record<WhyOff | 'on', string> = {
  on: 'Counting is on. You can switch it off at any time; what waits in this browser is then dropped.',
  choice: 'Counting is off. Nothing is added up, kept or sent.',
  storage: 'Counting is off: only what is needed may be kept. Nothing is added up, kept or sent.',
  'global-privacy-control': `Counting is off, because your browser sends Global Privacy Control. ${OVERRULED}`,
  'do-not-track': `Counting is off, because your browser sends Do Not Track. ${OVERRULED}`,
};

/** The answer that holds; null: none was given, or counting was switched off since. */
export function chosenOf({ cookies, telemetry }: Preferences): StorageChoice | null {
  if (cookies === 'necessary') return 'necessary';
  return cookies === 'all' && telemetry ? 'all' : null;
}

/** What holds now, in words. */
export function nowWords(preferences: Preferences, signals: Signals): string {
  const why = whyOff(preferences, signals) ?? 'on';
  if (why !== 'choice' || preferences.cookies === 'necessary') return NOW[why];
  return preferences.cookies === 'all'
    ? `${NOW.choice} The list of what was sent stays in this browser until you choose only what is needed.`
    : `${NOW.choice} You have not chosen yet; until you do, it stays like this.`;
}
