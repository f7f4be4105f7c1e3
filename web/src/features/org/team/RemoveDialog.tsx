import { useSeat } from '../../../lib/session.js';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.js';
import { notify } from '../../../ui/notify.js';

export function RemoveDialog({ uid, name, onClose }: { uid: string; name: string; onClose: () => void }) {
  const { orgId, name: orgName } = useSeat();
  const remove = async (): Promise<void> => {
    const { removeMember } = await import('./teamCalls.js');
    await removeMember({ orgId, memberUid: uid });
    void notify({ message: `${name} was removed.` });
  };
  return (
    <ConfirmDialog
      title={`Remove ${name}?`}
      keep="Keep member"
      act="Remove member"
      isDanger
      onAct={remove}
      onClose={onClose}
    >
      <p>
        {name} loses access to {orgName} at once, wherever they are signed in. Their other organizations are
        not touched.
      </p>
      <p>
        What they wrote stays. Leads assigned to them stay so until somebody assigns them anew. There is no
        undo: to have them back, invite them again.
      </p>
    </ConfirmDialog>
  );
}
