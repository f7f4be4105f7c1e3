import type { Period } from './calendar.js';

interface PriceChange {
  oldCents: number; // for a whole period
  newCents: number;
  period: Period;
  at: number;
}

/**
 * What is left of the period, by the second: the old price is given back (never above zero) and the new one charged,
 * each rounded to the cent by itself, as Stripe does.
 */
export function prorate({ oldCents, newCents, period, at }: PriceChange): {
  creditCents: number;
  chargeCents: number;
} {
  return { creditCents: 0 - partOf(oldCents, period, at), chargeCents: partOf(newCents, period, at) };
}

/** In whole numbers, because a half cent must not depend on how a quotient is stored; halves go up. */
function partOf(cents: number, { start, end }: Period, at: number): number {
  const left = BigInt(end - Math.min(Math.max(at, start), end));
  const whole = BigInt(end - start);
  return Number((2n * BigInt(cents) * left + whole) / (2n * whole));
}
