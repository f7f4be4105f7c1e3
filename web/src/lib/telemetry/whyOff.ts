import type { User } from '@leadpulse/model';

/** What keeps uses from being counted; a browser's own signal stands above whatever was chosen here. */
export type WhyOff = 'global-privacy-control' | 'do-not-track' | 'storage' | 'choice';

/** What a browser says by itself of its person's wishes. */
export interface Signals {
  globalPrivacyControl?: boolean;
  doNotTrack?: string | null;
}

/** Null: uses are counted. */
export function whyOff(preferences: User['preferences'] | undefined, signals: Signals): WhyOff | null {
  if (signals.globalPrivacyControl === true) return 'global-privacy-control';
  if (signals.doNotTrack === '1' || signals.doNotTrack === 'yes') return 'do-not-track';
  if (preferences?.telemetry !== true) return 'choice';
  return preferences.cookies === 'all' ? null : 'storage';
}
