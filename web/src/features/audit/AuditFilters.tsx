import type { AuditEntry } from '@leadpulse/model';
import { AUDIT_ACTIONS } from '@leadpulse/model';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { Row } from '../../lib/live.js';
import type { Colleague } from '../../lib/useDirectory.js';
import styles from './Audit.module.css';
import type { AuditPlace } from './auditPlace.js';
import type { AuditNames } from './auditWords.js';
import { ACTION_WORDS, outsiderOf } from './auditWords.js';

interface Props {
  place: AuditPlace;
  colleagues: Colleague[];
  names: AuditNames;
  rows: Row<AuditEntry>[];
}

const ACTIONS = [
  { value: '', label: 'Any action' },
  ...Object.entries(ACTION_WORDS).map(([value, label]) => ({ value, label })),
];

/** Action, person and days; the people offered are the team, and who left as far as the log was read. */
export function AuditFilters({ place, colleagues, names, rows }: Props) {
  const { filter, isFiltered, setParam, clear } = place;
  const people = usePeople({ place, colleagues, names, rows });
  return (
    <div className={styles.filters} role="group" aria-label="Filters">
      <NativeSelect
        label="Action"
        value={filter.action ?? ''}
        data={ACTIONS}
        onChange={(event) => setParam('action', event.currentTarget.value)}
      />
      <NativeSelect
        label="Done by or to"
        value={filter.person ?? ''}
        data={[{ value: '', label: 'Anyone' }, ...people]}
        onChange={(event) => setParam('person', event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label="From"
        value={filter.from ?? ''}
        max={filter.to ?? undefined}
        onChange={(event) => setParam('from', event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label="To"
        value={filter.to ?? ''}
        min={filter.from ?? undefined}
        onChange={(event) => setParam('to', event.currentTarget.value)}
      />
      {isFiltered && (
        <Button variant="subtle" leftSection={<IconX size={16} />} onClick={clear}>
          Clear filters
        </Button>
      )}
    </div>
  );
}

const PEOPLE_ACTIONS = new Set<string>(AUDIT_ACTIONS.filter((action) => /^(member|owner)\./.test(action)));

function usePeople({ place, colleagues, names, rows }: Props): { value: string; label: string }[] {
  const { person } = place.filter;
  return useMemo(() => {
    const seen = new Set(rows.map(({ data }) => data.actor));
    for (const { data } of rows) if (PEOPLE_ACTIONS.has(data.action)) seen.add(data.target);
    if (person !== null) seen.add(person);
    for (const { uid } of colleagues) seen.delete(uid);
    const others = [...seen].flatMap((value) => {
      const label = outsiderOf(value, names);
      return label === null ? [] : [{ value, label }];
    });
    const team = colleagues.map(({ uid, name }) => ({ value: uid, label: name }));
    return [...team, ...others];
  }, [colleagues, names, rows, person]);
}
