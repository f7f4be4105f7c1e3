import { Button, Group, Modal } from '@mantine/core';
import { useSeat } from '../../../lib/session.js';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.js';

export function LeaveDialog({ canLeave, onClose }: { canLeave: boolean; onClose: () => void }) {
  const { orgId, name } = useSeat();
  if (!canLeave) return <LastOwner name={name} onClose={onClose} />;
  const leave = async (): Promise<void> => {
    const { leaveOrg } = await import('./teamCalls.js');
    await leaveOrg({ orgId });
  };
  return (
    <ConfirmDialog
      title={`Leave ${name}?`}
      keep="Stay a member"
      act="Leave organization"
      isDanger
      onAct={leave}
      onClose={onClose}
    >
      <p>
        You lose access to {name} at once. You stay signed in, and your other organizations are not touched.
      </p>
      <p>
        What you wrote stays. Leads assigned to you stay so until somebody assigns them anew. There is no
        undo: to come back, you need a new invite.
      </p>
    </ConfirmDialog>
  );
}

function LastOwner({ name, onClose }: { name: string; onClose: () => void }) {
  return (
    <Modal
      opened
      onClose={onClose}
      title="You are the only owner"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <p>
        {name} needs an owner. Make another member an owner first, then leave; or delete the organization in
        its settings.
      </p>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose}>
          Stay a member
        </Button>
      </Group>
    </Modal>
  );
}
