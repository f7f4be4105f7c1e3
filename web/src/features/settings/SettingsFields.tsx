import type { Org } from '@leadpulse/model';
import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect, useState } from 'react';
import { notify } from '../../ui/notify.js';
import { OrganizationSection } from './OrganizationSection.js';
import styles from './SettingsFields.module.css';
import { saveSettings } from './saveSettings.js';
import { SendingSection } from './SendingSection.js';
import { formOf, settingsFaults } from './settingsForm.js';
import type { SettingsForm } from './settingsForm.js';

/** One form, saved as a whole; the bar with its buttons appears with the first change. */
export function SettingsFields({ orgId, org, isReadOnly }: { orgId: string; org: Org; isReadOnly: boolean }) {
  const form = useForm<SettingsForm>({ initialValues: formOf(org), validate: settingsFaults });
  const { isDirty, setInitialValues, setValues } = form;
  useEffect(() => {
    if (isDirty()) return;
    setInitialValues(formOf(org)); // somebody else saved
    setValues(formOf(org));
    // oxlint-disable-next-line react/exhaustive-deps -- only a new state of the organization matters
  }, [org]);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState(false);
  const save = (values: SettingsForm): void => {
    setBusy(true);
    setProblem(false);
    saveSettings(orgId, values, form.getInitialValues(), org)
      .then(() => {
        form.setInitialValues(values);
        form.resetDirty(values);
        return notify({ message: 'Settings saved.' });
      })
      .catch(() => setProblem(true))
      .finally(() => setBusy(false));
  };
  const discard = (): void => {
    form.setInitialValues(formOf(org));
    form.reset();
  };
  return (
    <form onSubmit={form.onSubmit(save)} noValidate>
      <fieldset className={styles.fields}>
        <legend className="lp-visually-hidden">Settings of the organization</legend>
        <OrganizationSection form={form} isReadOnly={isReadOnly} />
        <SendingSection form={form} isReadOnly={isReadOnly} />
      </fieldset>
      <div role="alert">
        {problem && (
          <p className={styles.problem}>
            Saving failed, nothing was changed. Check your connection, then try again.
          </p>
        )}
      </div>
      {!isReadOnly && form.isDirty() && (
        <div className={styles.bar}>
          <Button variant="default" onClick={discard} disabled={isBusy}>
            Discard changes
          </Button>
          <Button type="submit" loading={isBusy}>
            Save settings
          </Button>
        </div>
      )}
    </form>
  );
}
