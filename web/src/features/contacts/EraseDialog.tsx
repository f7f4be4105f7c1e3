import type { Contact } from '@leadpulse/model';
import { eraseContactContract } from '@leadpulse/model';
import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { callContract } from '../../lib/call.js';
import type { Row } from '../../lib/live.js';
import { useSeat } from '../../lib/session.js';
import { contactName } from '../../ui/contact/addressText.js';
import { ConfirmDialog } from '../../ui/ConfirmDialog.js';
import { notify } from '../../ui/notify.js';

/** Asks before a contact is erased with all that was said. */
export function EraseDialog({ row, onClose }: { row: Row<Contact>; onClose: () => void }) {
  const { orgId } = useSeat();
  const [suppress, setSuppress] = useState(true);
  const name = contactName(row.data);
  const { duplicateOf } = row.data;
  const erase = async (): Promise<void> => {
    await callContract(eraseContactContract, { orgId, contactId: row.id, suppress });
    void notify({ message: `${name} is erased. The conversation follows within moments.` });
  };
  return (
    <ConfirmDialog
      title={`Erase ${name}?`}
      keep="Keep contact"
      act="Erase contact"
      isDanger
      onAct={erase}
      onClose={onClose}
    >
      <ul>
        <li>
          The contact, every message and note, and the record of consents go for good. There is no undo.
        </li>
        <li>What was sent stays with those who received it, and with the provider that carried it.</li>
        {duplicateOf !== null && (
          <li>Another contact has the same number or email. It is a contact of its own and stays.</li>
        )}
      </ul>
      <Checkbox
        label="Never message these addresses again"
        description="Keeps a keyed hash of each, from which nobody can tell the address. Who asked for no messages stays protected in any case."
        checked={suppress}
        onChange={(event) => setSuppress(event.currentTarget.checked)}
      />
    </ConfirmDialog>
  );
}
