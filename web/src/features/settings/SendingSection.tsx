import { LIMITS } from '@leadpulse/model';
import { Select, Switch } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { Section } from '../../ui/Page.js';
import styles from './SettingsFields.module.css';
import { halfHours, withCurrent } from './settingsForm.js';
import type { SettingsForm } from './settingsForm.js';

const STARTS = halfHours(0, 1410);
const ENDS = halfHours(30, 1440);
const UNDO = [0, 5, 10, 20, 30, LIMITS.undoSeconds].map((seconds) => ({
  value: String(seconds),
  label: seconds === 0 ? 'Send at once' : `${seconds} seconds`,
}));

const minuteLabel = (minute: string): string =>
  new Intl.DateTimeFormat('en', { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' }).format(
    Number(minute) * 60_000,
  );

interface Props {
  form: UseFormReturnType<SettingsForm>;
  isReadOnly: boolean;
}

export function SendingSection({ form, isReadOnly }: Props) {
  const { quietEnabled, quietStart, quietEnd, undoSendSeconds } = form.values;
  return (
    <Section title="Sending">
      <div className={styles.grid}>
        <Switch
          disabled={isReadOnly}
          label="Keep quiet hours"
          description="A text outside of these hours at the recipient waits until they begin. An answer to a lead who just wrote goes out at once. In the United States the law’s hours hold in any case: 8:00 to 21:00 at the recipient, and shorter in some states."
          {...form.getInputProps('quietEnabled', { type: 'checkbox' })}
        />
        <div className={styles.pair}>
          <Select
            label="Texts from"
            data={withCurrent(STARTS, quietStart, minuteLabel(quietStart))}
            allowDeselect={false}
            disabled={!quietEnabled}
            readOnly={isReadOnly}
            {...form.getInputProps('quietStart')}
          />
          <Select
            label="until"
            data={withCurrent(ENDS, quietEnd, minuteLabel(quietEnd))}
            allowDeselect={false}
            disabled={!quietEnabled}
            readOnly={isReadOnly}
            {...form.getInputProps('quietEnd')}
          />
        </div>
        <Select
          label="Undo send"
          description="How long a message can be taken back after Send."
          data={withCurrent(UNDO, undoSendSeconds, `${undoSendSeconds} seconds`)}
          allowDeselect={false}
          readOnly={isReadOnly}
          {...form.getInputProps('undoSendSeconds')}
        />
      </div>
    </Section>
  );
}
