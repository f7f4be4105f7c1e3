/** The youngest who may have an account (COPPA protects children under 13). */
const YOUNGEST = 13;

export interface CalendarDate {
  year: number;
  month: number; // 1-12
  day: number;
}

/** Whether the calendar has this day, and it is not after today. */
export function isBirthDate({ year, month, day }: CalendarDate, today: CalendarDate): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && compare({ year, month, day }, today) <= 0;
}

/** Full years on a day; who was born on 29 February turns a year older on 1 March of other years. @internal */
export function ageOn(birth: CalendarDate, today: CalendarDate): number {
  const hadBirthday = compare({ ...birth, year: today.year }, today) <= 0;
  return today.year - birth.year - (hadBirthday ? 0 : 1);
}

export function mayHaveAccount(birth: CalendarDate, today: CalendarDate): boolean {
  return ageOn(birth, today) >= YOUNGEST;
}

/** Today by the clock of the device. */
export function todayOf(now: Date): CalendarDate {
  return { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
}

function compare(a: CalendarDate, b: CalendarDate): number {
  return a.year - b.year || a.month - b.month || a.day - b.day;
}
