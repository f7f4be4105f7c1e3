import { useCallback, useState } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router';
import { forgetInvite, keepInvite, pendingInvite } from '../../lib/pendingInvite.js';
import type { Newcomer, PendingInvite } from '../../lib/pendingInvite.js';
import { asksAge, isRefusal, stepAfter, tokenOf } from './inviteSteps.js';
import type { InviteStep } from './inviteSteps.js';
import { isDoorShut } from './signUpDoor.js';

interface InviteAtHand {
  invite: PendingInvite | null; // null: the link is not complete
  step: InviteStep;
  setStep: (step: InviteStep) => void;
  /** The person is too young: the way ends, and the invite is forgotten. */
  refuseAge: () => void;
  /** Takes the seat and opens the organization, or leads to the step that is missing; throws what no step answers. */
  accept: (newcomer?: Newcomer) => Promise<void>;
}

/** The invite of the address: from the mailed link, or kept here since the person opened that link. */
function inviteOf(orgId: string, inviteId: string, hash: string): PendingInvite | null {
  const kept = pendingInvite();
  const isKept = kept !== null && kept.orgId === orgId && kept.inviteId === inviteId;
  const token = tokenOf(hash);
  if (isKept && (token === '' || token === kept.token)) return kept;
  return token === '' ? null : { orgId, inviteId, token, newcomer: null };
}

export function useInvite(): InviteAtHand {
  const { orgId = '', inviteId = '' } = useParams();
  const { hash } = useLocation();
  const navigate = useNavigate();
  const [invite, setInvite] = useState(() => {
    const found = inviteOf(orgId, inviteId, hash);
    if (found !== null) keepInvite(found); // the way leads over signing in or confirming an address
    return found;
  });
  const [step, setStep] = useState<InviteStep>('offer');
  const accept = useCallback(
    async (newcomer?: Newcomer): Promise<void> => {
      if (invite === null) return;
      const asked = newcomer === undefined ? invite : { ...invite, newcomer };
      keepInvite(asked);
      setInvite(asked);
      try {
        const { acceptInvite } = await import('./acceptInvite.js');
        const joined = await acceptInvite(asked);
        forgetInvite();
        await navigate(`/o/${joined}/inbox`, { replace: true });
      } catch (error) {
        const next = stepAfter(error);
        if (next === null) throw error;
        if (isRefusal(next) && next !== 'invite-other-address') forgetInvite();
        setStep(next);
      }
    },
    [invite, navigate],
  );
  const refuseAge = useCallback(() => {
    forgetInvite();
    setStep('too-young');
  }, []);
  const shown = asksAge(step) && isDoorShut() ? 'too-young' : step;
  return { invite, step: shown, setStep, refuseAge, accept };
}
