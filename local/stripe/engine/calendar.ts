export const DAY = 24 * 60 * 60;
export const HOUR = 60 * 60;

export interface Period {
  start: number;
  end: number;
}

/** Months after an anchor, to the second; where a month lacks the day its last day stands in (UTC, as at Stripe). */
export function addMonths(anchor: number, months: number): number {
  const from = new Date(anchor * 1000);
  const monthIndex = from.getUTCMonth() + months;
  const lastDay = new Date(Date.UTC(from.getUTCFullYear(), monthIndex + 1, 0)).getUTCDate();
  const day = Math.min(from.getUTCDate(), lastDay);
  const midnight = Date.UTC(from.getUTCFullYear(), monthIndex, day) / 1000;
  return midnight + (anchor - Math.floor(anchor / DAY) * DAY);
}

/** The end of the period that begins at `start` in the rhythm of the anchor, which keeps its day of the month. */
export function periodEndAfter(anchor: number, start: number, monthsEach: number): number {
  let count = 1;
  while (addMonths(anchor, count * monthsEach) <= start) count += 1;
  return addMonths(anchor, count * monthsEach);
}
