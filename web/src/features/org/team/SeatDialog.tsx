import { effectiveSees } from '@leadpulse/model';
import type { Member } from '@leadpulse/model';
import { useState } from 'react';
import { useSeat } from '../../../lib/session.js';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.js';
import { notify } from '../../../ui/notify.js';
import { SeatFields } from './SeatFields.js';
import type { SeatChoice } from './SeatFields.js';
import { seatDifference } from './seatOffers.js';
import type { GivenRole } from './seatOffers.js';

interface Props {
  uid: string;
  member: Member;
  isSelf: boolean;
  roles: GivenRole[];
  onClose: () => void;
}

/** Another role, or another view of the leads; what that takes and gives stands there before it happens. */
export function SeatDialog({ uid, member, isSelf, roles, onClose }: Props) {
  const { orgId } = useSeat();
  const [choice, setChoice] = useState<SeatChoice>({
    role: roles.find((role) => role === member.role) ?? roles[0] ?? 'viewer',
    sees: member.sees,
  });
  const isSame = choice.role === member.role && effectiveSees(choice) === effectiveSees(member);
  const who = isSelf ? 'You' : member.displayName;
  const change = async (): Promise<void> => {
    const { setMemberRole } = await import('./teamCalls.js');
    await setMemberRole({ orgId, memberUid: uid, ...choice });
    void notify({ message: isSelf ? 'Your role was changed.' : `The role of ${who} was changed.` });
  };
  return (
    <ConfirmDialog
      title={isSelf ? 'Step down?' : `Change the role of ${who}`}
      keep="Keep role"
      act={isSelf ? 'Step down' : 'Change role'}
      isReady={!isSame}
      isDanger={isSelf}
      onAct={change}
      onClose={onClose}
    >
      <SeatFields roles={roles} value={choice} onChange={setChoice} />
      <Difference who={who} {...seatDifference(member, choice)} />
      {isSelf && <p>You cannot undo this yourself: only somebody with your role today can give it back.</p>}
    </ConfirmDialog>
  );
}

function Difference({ who, gains, losses }: { who: string; gains: string[]; losses: string[] }) {
  if (gains.length + losses.length === 0) return null;
  return (
    <div role="status">
      {losses.length > 0 && (
        <>
          <p>{who} can no longer, from the next click on:</p>
          <Lines lines={losses} />
        </>
      )}
      {gains.length > 0 && (
        <>
          <p>{who} can then also:</p>
          <Lines lines={gains} />
        </>
      )}
    </div>
  );
}

function Lines({ lines }: { lines: string[] }) {
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
