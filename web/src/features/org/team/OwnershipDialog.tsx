import { Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import { useSeat } from '../../../lib/session.js';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.js';
import { notify } from '../../../ui/notify.js';

type After = 'stay' | 'step-down';

/** One more owner, or a transfer: the one who grants it may step down in the same moment. */
export function OwnershipDialog({ uid, name, onClose }: { uid: string; name: string; onClose: () => void }) {
  const { orgId, name: orgName } = useSeat();
  const [after, setAfter] = useState<After>('stay');
  const isTransfer = after === 'step-down';
  const grant = async (): Promise<void> => {
    const { grantOwnership } = await import('./teamCalls.js');
    await grantOwnership({ orgId, memberUid: uid, stepDown: isTransfer });
    void notify({ message: `${name} is an owner of ${orgName} now.` });
  };
  return (
    <ConfirmDialog
      title={`Make ${name} an owner?`}
      keep="Keep role"
      act={isTransfer ? 'Transfer ownership' : 'Make owner'}
      isDanger={isTransfer}
      onAct={grant}
      onClose={onClose}
    >
      <p>
        An owner may do everything here: make others owners, and delete {orgName} with all that is in it.
        Nobody can take that back from {name}, only {name} can give it up.
      </p>
      <Radio.Group label="And you?" value={after} onChange={(value) => setAfter(value)}>
        <Stack gap="xs" mt={6}>
          <Radio value="stay" label="I stay an owner" description="The organization has one owner more." />
          <Radio
            value="step-down"
            label="I become an admin"
            description="You cannot make owners or delete the organization any more. Only an owner can make you one again."
          />
        </Stack>
      </Radio.Group>
    </ConfirmDialog>
  );
}
