import { useId, useState } from 'react';
import type { SubmitEvent } from 'react';
import { PlainButton } from '../../ui/plain/Buttons.js';
import plain from '../../ui/plain/plain.module.css';
import styles from './AccountFrame.module.css';
import { isBirthDate, mayHaveAccount, todayOf } from './age.js';
import { textOf } from './formFields.js';

const MONTHS = Array.from({ length: 12 }, (_, month) =>
  new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2000, month)),
);
const ISSUE = 'Choose the month, the day and the year of your birth.';

function Choice({
  name,
  label,
  options,
  isFaulty,
  errorId,
}: {
  name: string;
  label: string;
  options: [number, string][];
  isFaulty: boolean;
  errorId: string;
}) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        name={name}
        className={plain.select}
        defaultValue=""
        autoComplete={`bday-${name}`}
        aria-invalid={isFaulty}
        aria-describedby={isFaulty ? errorId : undefined}
      >
        <option value="">–</option>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

/** The answer is worked out here and forgotten: the date is neither sent nor kept. */
export function AgeStep({ onAnswer }: { onAnswer: (mayHave: boolean) => void }) {
  const [isFaulty, setFaulty] = useState(false);
  const errorId = useId();
  const [today] = useState(() => todayOf(new Date()));
  const years = Array.from({ length: 120 }, (_, back): [number, string] => [
    today.year - back,
    String(today.year - back),
  ]);
  const days = Array.from({ length: 31 }, (_, day): [number, string] => [day + 1, String(day + 1)]);
  const onSubmit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [year, month, day] = ['year', 'month', 'day'].map((name) => Number(textOf(form, name)));
    const birth = { year: year ?? 0, month: month ?? 0, day: day ?? 0 };
    const isDate = isBirthDate(birth, today) && birth.year > 0;
    setFaulty(!isDate);
    if (isDate) onAnswer(mayHaveAccount(birth, today));
    else event.currentTarget.querySelector('select')?.focus();
  };
  return (
    <form className={styles.form} onSubmit={onSubmit} noValidate>
      <fieldset className={styles.dates}>
        <legend>When were you born?</legend>
        <Choice
          name="month"
          label="Month"
          options={MONTHS.map((name, month) => [month + 1, name])}
          isFaulty={isFaulty}
          errorId={errorId}
        />
        <Choice name="day" label="Day" options={days} isFaulty={isFaulty} errorId={errorId} />
        <Choice name="year" label="Year" options={years} isFaulty={isFaulty} errorId={errorId} />
      </fieldset>
      <div role="alert">
        {isFaulty && (
          <p id={errorId} className={plain.error}>
            {ISSUE}
          </p>
        )}
      </div>
      <p className={plain.hint}>
        We ask everyone. The date stays in this browser: it is not sent and not kept.
      </p>
      <PlainButton type="submit">Go on</PlainButton>
    </form>
  );
}
