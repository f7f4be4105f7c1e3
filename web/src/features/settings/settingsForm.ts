import { orgSchema } from '@leadpulse/model';
import type { Org } from '@leadpulse/model';

/** The part of an organization that its admins write. */
export interface SettingsForm {
  name: string;
  timeZone: string;
  postalAddress: string;
  defaultCountry: string;
  quietEnabled: boolean;
  quietStart: string; // minutes after midnight, as a select holds them
  quietEnd: string;
  undoSendSeconds: string;
}

type Writable = Pick<Org, 'name' | 'timeZone' | 'postalAddress' | 'defaultCountry' | 'settings'>;

export function formOf({ name, timeZone, postalAddress, defaultCountry, settings }: Writable): SettingsForm {
  return {
    name,
    timeZone,
    postalAddress,
    defaultCountry,
    quietEnabled: settings.quietHours.enabled,
    quietStart: String(settings.quietHours.startMinute),
    quietEnd: String(settings.quietHours.endMinute),
    undoSendSeconds: String(settings.undoSendSeconds),
  };
}

/** What the form writes; what it does not show stays as it is. @internal */
export function orgFieldsOf(form: SettingsForm, before: Writable): Writable {
  return {
    name: form.name.trim(),
    timeZone: form.timeZone,
    postalAddress: form.postalAddress.trim(),
    defaultCountry: form.defaultCountry,
    settings: {
      ...before.settings,
      quietHours: {
        enabled: form.quietEnabled,
        startMinute: Number(form.quietStart),
        endMinute: Number(form.quietEnd),
      },
      undoSendSeconds: Number(form.undoSendSeconds),
    },
  };
}

/** Only what was changed since the form was filled: what somebody else saved meanwhile stays. */
export function changedFields(form: SettingsForm, filled: SettingsForm, org: Writable): Partial<Writable> {
  const before = orgFieldsOf(filled, org);
  const changed = Object.entries(orgFieldsOf(form, org)).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key as keyof Writable]),
  );
  return Object.fromEntries(changed);
}

const writable = orgSchema.pick({ name: true, postalAddress: true });

/** Words by field; empty when everything can be saved. */
export function settingsFaults(form: SettingsForm): Partial<Record<keyof SettingsForm, string>> {
  const faults: Partial<Record<keyof SettingsForm, string>> = {};
  const { name, postalAddress } = writable.shape;
  if (!name.safeParse(form.name.trim()).success) faults.name = 'Use 1 to 80 characters.';
  if (!postalAddress.safeParse(form.postalAddress.trim()).success)
    faults.postalAddress = 'Use at most 300 characters.';
  if (form.quietEnabled && Number(form.quietStart) >= Number(form.quietEnd)) {
    faults.quietEnd = 'The last hour must be later than the first.';
  }
  return faults;
}

/** Every half hour from one minute of the day to another, as choices. */
export function halfHours(from: number, to: number): { value: string; label: string }[] {
  const clock = new Intl.DateTimeFormat('en', { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' });
  const choices = [];
  for (let minute = from; minute <= to; minute += 30) {
    const label = minute === 1440 ? 'Midnight' : clock.format(minute * 60_000);
    choices.push({ value: String(minute), label });
  }
  return choices;
}

interface Choice {
  value: string;
  label: string;
}

/** The choices, and the value in force where it is none of them. */
export function withCurrent(choices: Choice[], value: string, label: string): Choice[] {
  return choices.some((choice) => choice.value === value) ? choices : [{ value, label }, ...choices];
}
