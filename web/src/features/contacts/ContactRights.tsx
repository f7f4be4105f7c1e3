import type { Contact } from '@leadpulse/model';
import { exportContactContract, recordRequestContract } from '@leadpulse/model';
import { Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { Suspense, lazy, useState } from 'react';
import { callContract } from '../../lib/call.js';
import type { Row } from '../../lib/live.js';
import { useSeat } from '../../lib/session.js';
import { ExportButton } from '../../ui/privacy/ExportButton.js';
import styles from './Contacts.module.css';

const AskDialog = lazy(async () => ({ default: (await import('../../ui/privacy/AskDialog.js')).AskDialog }));
const EraseDialog = lazy(async () => ({ default: (await import('./EraseDialog.js')).EraseDialog }));

/** What a lead may ask the organization for: a copy of what it holds, and to be erased. */
export function ContactRights({ row }: { row: Row<Contact> }) {
  const { orgId } = useSeat();
  const [isOpen, setOpen] = useState<'erase' | 'note' | null>(null);
  const contact = { orgId, contactId: row.id };
  return (
    <section className={styles.rights} aria-labelledby="contact-rights">
      <h3 id="contact-rights">Their data</h3>
      <div className={styles.rightsActions}>
        <ExportButton ask={() => callContract(exportContactContract, contact)}>Export contact</ExportButton>
        <Button variant="default" onClick={() => setOpen('note')}>
          Note a request
        </Button>
        <Button
          variant="light"
          color="red"
          leftSection={<IconTrash size={16} aria-hidden="true" />}
          onClick={() => setOpen('erase')}
        >
          Erase contact
        </Button>
      </div>
      <Suspense>
        {isOpen === 'erase' && <EraseDialog row={row} onClose={() => setOpen(null)} />}
        {isOpen === 'note' && (
          <AskDialog
            title="Note what the lead asked for"
            ask={(asked) => callContract(recordRequestContract, { ...contact, ...asked })}
            onClose={() => setOpen(null)}
          />
        )}
      </Suspense>
    </section>
  );
}
