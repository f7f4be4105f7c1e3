import { DELETION_GRACE_DAYS } from '@leadpulse/model';
import { Button } from '@mantine/core';
import { Suspense, lazy, useState } from 'react';
import { Section } from '../../ui/Page.js';

const DeleteDialog = lazy(async () => ({ default: (await import('./DeleteDialog.js')).DeleteDialog }));

/** The end of the organization; an owner's only. */
export function DangerSection({ orgId, name }: { orgId: string; name: string }) {
  const [isAsking, setAsking] = useState(false);
  return (
    <Section
      title="Delete the organization"
      about={`Closes ${name} for everybody at once. For ${DELETION_GRACE_DAYS} days an owner can restore it whole; then all of it is erased.`}
    >
      <Button color="red" variant="light" onClick={() => setAsking(true)}>
        Delete organization
      </Button>
      {isAsking && (
        <Suspense>
          <DeleteDialog orgId={orgId} name={name} onClose={() => setAsking(false)} />
        </Suspense>
      )}
    </Section>
  );
}
