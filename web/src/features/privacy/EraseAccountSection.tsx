import { Button } from '@mantine/core';
import { Suspense, lazy, useState } from 'react';
import { Section } from '../../ui/Page.js';

const EraseAccountDialog = lazy(async () => ({
  default: (await import('./EraseAccountDialog.js')).EraseAccountDialog,
}));

/** The end of the person’s account. */
export function EraseAccountSection() {
  const [isAsking, setAsking] = useState(false);
  return (
    <Section
      title="Erase your account"
      about="Takes your name, address, seats, sign-in and choices out of LeadPulse, everywhere and for good."
    >
      <Button color="red" variant="light" onClick={() => setAsking(true)}>
        Erase my account
      </Button>
      {isAsking && (
        <Suspense>
          <EraseAccountDialog onClose={() => setAsking(false)} />
        </Suspense>
      )}
    </Section>
  );
}
