import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { LoadingState } from '../../states.js';
import styles from './Consents.module.css';

const ConsentHistory = lazy(async () => ({ default: (await import('./ConsentHistory.js')).ConsentHistory }));

interface Props {
  orgId: string;
  contactId: string;
  nameOf: (uid: string) => string | null;
}

/** What the lead agreed to and refused. It is read when it is asked for: opening a conversation does not pay for it. */
export function ConsentSection(props: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <section className={styles.section} aria-labelledby="consent-record">
      <div className={styles.head}>
        <h3 id="consent-record">Consent</h3>
        <Button variant="subtle" size="compact-sm" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'Hide record' : 'Show record'}
        </Button>
      </div>
      {isOpen && (
        <Suspense fallback={<LoadingState label="Loading the record" />}>
          <ConsentHistory {...props} />
        </Suspense>
      )}
    </section>
  );
}
