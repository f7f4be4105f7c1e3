export interface SnoozeChoice {
  key: 'hour' | 'evening' | 'tomorrow' | 'week';
  label: string;
  at: number;
}

const EVENING = 18;
const MORNING = 9;

/** The moments a thread can be put off to, in the person's own day; this evening only while it is ahead. */
export function snoozeTimes(now: Date): SnoozeChoice[] {
  const choices: SnoozeChoice[] = [{ key: 'hour', label: 'In 1 hour', at: now.getTime() + 3_600_000 }];
  if (now.getHours() < EVENING - 1) {
    choices.push({ key: 'evening', label: 'This evening', at: dayAt(now, 0, EVENING) });
  }
  choices.push({ key: 'tomorrow', label: 'Tomorrow morning', at: dayAt(now, 1, MORNING) });
  const toMonday = (8 - now.getDay()) % 7 || 7;
  choices.push({ key: 'week', label: 'Next week', at: dayAt(now, toMonday, MORNING) });
  return choices;
}

function dayAt(now: Date, days: number, hour: number): number {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, hour).getTime();
}

/** The value of a date-time input, in the person's own time. */
export function inputValueOf(at: number): string {
  const date = new Date(at);
  const two = (part: number) => String(part).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}
