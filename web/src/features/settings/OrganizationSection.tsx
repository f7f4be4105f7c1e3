import { LIMITS } from '@leadpulse/model';
import { Select, TextInput, Textarea } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useEffect, useMemo, useRef } from 'react';
import { useLocation } from 'react-router';
import { Section } from '../../ui/Page.js';
import styles from './SettingsFields.module.css';
import { countries, timeZones } from './places.js';
import type { SettingsForm } from './settingsForm.js';

const COUNTRIES = countries();

interface Props {
  form: UseFormReturnType<SettingsForm>;
  isReadOnly: boolean;
}

export function OrganizationSection({ form, isReadOnly }: Props) {
  const { hash } = useLocation();
  const zones = useMemo(() => timeZones(form.values.timeZone), [form.values.timeZone]);
  const address = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (hash === '#postal-address') address.current?.focus();
  }, [hash]);
  return (
    <Section title="Organization">
      <div className={styles.grid}>
        <TextInput
          label="Name"
          maxLength={LIMITS.orgName}
          readOnly={isReadOnly}
          {...form.getInputProps('name')}
        />
        <Select
          label="Time zone"
          description="Days and hours of your team."
          data={zones}
          searchable
          allowDeselect={false}
          nothingFoundMessage="No such zone"
          readOnly={isReadOnly}
          {...form.getInputProps('timeZone')}
        />
        <Textarea
          ref={address}
          label="Postal address"
          description="Stands under every email. The law asks for it in business mail."
          autosize
          minRows={3}
          maxLength={LIMITS.postalAddress}
          readOnly={isReadOnly}
          {...form.getInputProps('postalAddress')}
        />
        <Select
          label="Default country"
          description="Phone numbers without a country code are read as of here."
          data={COUNTRIES}
          searchable
          allowDeselect={false}
          nothingFoundMessage="No such country"
          readOnly={isReadOnly}
          {...form.getInputProps('defaultCountry')}
        />
      </div>
    </Section>
  );
}
