import type { User } from '@leadpulse/model';

type Preferences = User['preferences'] | undefined;

/** A browser's own no, which stands above whatever was chosen here. */
export type BrowserNo = 'global-privacy-control' | 'do-not-track';

/** What keeps uses from being counted. */
export type WhyOff = BrowserNo | 'storage' | 'choice';

/** What a browser says by itself of its person's wishes. */
export interface Signals {
  globalPrivacyControl?: boolean;
  doNotTrack?: string | null;
}

export function browserNo(signals: Signals): BrowserNo | null {
  if (signals.globalPrivacyControl === true) return 'global-privacy-control';
  return signals.doNotTrack === '1' || signals.doNotTrack === 'yes' ? 'do-not-track' : null;
}

/** Null: uses are counted. */
export function whyOff(preferences: Preferences, signals: Signals): WhyOff | null {
  const no = browserNo(signals);
  if (no !== null) return no;
  if (preferences?.telemetry !== true) return 'choice';
  return preferences.cookies === 'all' ? null : 'storage';
}

/** Whether this browser may keep more than what is needed. */
export function mayKeepMore(preferences: Preferences, signals: Signals): boolean {
  return preferences?.cookies === 'all' && browserNo(signals) === null;
}

/** Whether the person is to be asked: they have not chosen yet, and their browser has not answered for them. */
export function isToBeAsked(preferences: Preferences, signals: Signals): boolean {
  return preferences?.cookies === 'unasked' && browserNo(signals) === null;
}
