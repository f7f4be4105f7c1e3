import type { Sees } from '@leadpulse/model';
import { SEES } from '@leadpulse/model';
import { Radio, Stack } from '@mantine/core';
import { ROLE_ABOUT, ROLE_WORDS, SEES_WORDS } from '../../../lib/roleWords.js';
import type { GivenRole } from './seatOffers.js';
import styles from './SeatFields.module.css';

export interface SeatChoice {
  role: GivenRole;
  sees: Sees;
}

const SEES_ABOUT: Record<Sees, string> = {
  everything: 'Every contact and conversation of the organization.',
  assigned: 'Nobody else’s leads: not in lists, search or counts.',
};

/** Which role, and what it sees; an admin sees everything. */
export function SeatFields({
  roles,
  value,
  onChange,
}: {
  roles: readonly GivenRole[];
  value: SeatChoice;
  onChange: (value: SeatChoice) => void;
}) {
  return (
    <>
      <Radio.Group label="Role" value={value.role} onChange={(role) => onChange({ ...value, role: role })}>
        <Stack gap="xs" className={styles.choices}>
          {roles.map((role) => (
            <Radio key={role} value={role} label={ROLE_WORDS[role]} description={ROLE_ABOUT[role]} />
          ))}
        </Stack>
      </Radio.Group>
      {value.role === 'admin' ? (
        <p className={styles.note}>An admin sees all leads.</p>
      ) : (
        <Radio.Group label="Sees" value={value.sees} onChange={(sees) => onChange({ ...value, sees: sees })}>
          <Stack gap="xs" className={styles.choices}>
            {SEES.map((sees) => (
              <Radio key={sees} value={sees} label={SEES_WORDS[sees]} description={SEES_ABOUT[sees]} />
            ))}
          </Stack>
        </Radio.Group>
      )}
    </>
  );
}
