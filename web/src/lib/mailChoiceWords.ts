import type { MailChoice } from '@leadpulse/model';
import { longDate } from './time.js';

/** How a list stands, and since when. */
export function choiceWords({ given, sinceMs }: Pick<MailChoice, 'given' | 'sinceMs'>): string {
  const since = sinceMs === null ? '' : ` since ${longDate(sinceMs)}`;
  return given ? `On${since}.` : `Off${since}. Nothing of this list is sent to you.`;
}
