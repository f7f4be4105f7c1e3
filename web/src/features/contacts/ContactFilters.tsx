import { STAGES, type Contact } from '@leadpulse/model';
import { NativeSelect } from '@mantine/core';
import { useMemo } from 'react';
import type { Row } from '../../lib/live.js';
import { useSeat } from '../../lib/session.js';
import type { Colleague } from '../../lib/useDirectory.js';
import { STAGE_LABEL } from '../../ui/contact/stages.js';
import { NOBODY } from './contactQueries.js';
import styles from './Contacts.module.css';
import type { ContactsPlace } from './contactsPlace.js';

interface Props {
  place: ContactsPlace;
  colleagues: Colleague[];
  rows: Row<Contact>[];
}

/** Stage, tag and assignee; the tags offered are those of the contacts read so far. */
export function ContactFilters({ place, colleagues, rows }: Props) {
  const { uid } = useSeat();
  const { filter, setParam } = place;
  const tags = useMemo(() => {
    const seen = new Set(rows.flatMap((row) => row.data.tags));
    if (filter.tag !== null) seen.add(filter.tag);
    return [...seen].sort((a, b) => a.localeCompare(b));
  }, [rows, filter.tag]);
  return (
    <div className={styles.filters} role="group" aria-label="Filters">
      <NativeSelect
        aria-label="Stage"
        value={filter.stage ?? ''}
        data={[
          { value: '', label: 'Any stage' },
          ...STAGES.map((stage) => ({ value: stage, label: STAGE_LABEL[stage] })),
        ]}
        onChange={(event) => setParam('stage', event.currentTarget.value)}
      />
      <NativeSelect
        aria-label="Tag"
        value={filter.tag ?? ''}
        data={[{ value: '', label: 'Any tag' }, ...tags.map((tag) => ({ value: tag, label: tag }))]}
        onChange={(event) => setParam('tag', event.currentTarget.value)}
      />
      {filter.sees === 'everything' && (
        <NativeSelect
          aria-label="Assigned to"
          value={filter.assignee ?? ''}
          data={[
            { value: '', label: 'Anyone’s' },
            { value: uid, label: 'Mine' },
            { value: NOBODY, label: 'No one’s' },
            ...colleagues
              .filter((colleague) => colleague.uid !== uid)
              .map((colleague) => ({ value: colleague.uid, label: colleague.name })),
          ]}
          onChange={(event) => setParam('assignee', event.currentTarget.value)}
        />
      )}
    </div>
  );
}
