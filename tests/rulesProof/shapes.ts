import type { DocumentData } from 'firebase/firestore';
import { FieldValue, Timestamp } from 'firebase/firestore';
import { same } from './values.js';

const MINUTE_MS = 60_000;
const SEPARATOR = '␟'; // the one character that lists and custom fields cannot hold: the rules join by it

export function isNow(value: unknown): boolean {
  return value instanceof FieldValue;
}

/** The names of the fields that differ. */
export function changedKeys(before: DocumentData, after: DocumentData): string[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].filter((key) => !(key in before && key in after && same(before[key], after[key])));
}

export function hasExactly(map: DocumentData, keys: readonly string[]): boolean {
  return Object.keys(map).length === keys.length && keys.every((key) => key in map);
}

export function isText(value: unknown, least: number, most: number): value is string {
  return typeof value === 'string' && value.length >= least && value.length <= most;
}

export function isWhole(value: unknown, least: number, most: number): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
}

/** A uid, or an id that the SDK or a function made. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z0-9_-]{1,128}$/.test(value);
}

export function isZone(value: unknown): boolean {
  return typeof value === 'string' && /^[A-Za-z0-9_+/-]{1,64}$/.test(value);
}

/** Later than now, and at most so many days; moments of the tests keep a minute's distance from both ends. */
export function isLater(value: unknown, days: number): boolean {
  if (!(value instanceof Timestamp)) return false;
  const ahead = value.toMillis() - Date.now();
  return ahead > 0 && ahead <= days * 24 * 60 * MINUTE_MS;
}

export function isOlderThan(value: unknown, minutes: number): boolean {
  if (value === null || value === undefined) return true;
  return value instanceof Timestamp && Date.now() - value.toMillis() >= minutes * MINUTE_MS;
}

/** A list of so many strings, each of which fits. */
export function areTexts(value: unknown, most: number, fits: (text: string) => boolean): boolean {
  if (!Array.isArray(value) || value.length > most) return false;
  return value.every((text) => typeof text === 'string' && !text.includes(SEPARATOR) && fits(text));
}
