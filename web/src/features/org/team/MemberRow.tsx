import { effectiveSees } from '@leadpulse/model';
import type { Member } from '@leadpulse/model';
import { ActionIcon, Menu } from '@mantine/core';
import { IconCrown, IconDots, IconLogout, IconUserCog, IconUserMinus } from '@tabler/icons-react';
import { useState } from 'react';
import type { ComponentType } from 'react';
import { useMinute } from '../../../lib/clock.js';
import { ROLE_WORDS, SEES_WORDS } from '../../../lib/roleWords.js';
import { useSeat } from '../../../lib/session.js';
import { PersonAvatar } from '../../../ui/PersonAvatar.js';
import { activeWords } from './activeWords.js';
import { LeaveDialog } from './LeaveDialog.js';
import { OwnershipDialog } from './OwnershipDialog.js';
import { RemoveDialog } from './RemoveDialog.js';
import { SeatDialog } from './SeatDialog.js';
import { seatOffers } from './seatOffers.js';
import type { SeatOffers } from './seatOffers.js';
import styles from './TeamRoute.module.css';

type Asked = 'seat' | 'owner' | 'remove' | 'leave';

export function MemberRow({ uid, member, owners }: { uid: string; member: Member; owners: number }) {
  const seat = useSeat();
  const now = useMinute();
  const [asked, setAsked] = useState<Asked | null>(null);
  const isSelf = uid === seat.uid;
  const offers = seatOffers({ actorUid: seat.uid, actor: seat, memberUid: uid, member, owners });
  const close = (): void => setAsked(null);
  return (
    <li className={styles.row}>
      <PersonAvatar name={member.displayName} seed={uid} size={36} />
      <div className={styles.who}>
        <strong>
          {member.displayName}
          {isSelf && <span className={styles.you}> (you)</span>}
        </strong>
        <span>{member.email}</span>
      </div>
      <div className={styles.seat}>
        <span>
          <span className={styles.role}>{ROLE_WORDS[member.role]}</span> · {SEES_WORDS[effectiveSees(member)]}
        </span>
        <span>{activeWords(member.lastActiveAt, now)}</span>
      </div>
      <div className={styles.menu}>
        <SeatMenu
          label={`Change ${isSelf ? 'your own seat' : member.displayName}`}
          actions={actionsOf(isSelf, offers)}
          onAsk={setAsked}
        />
      </div>
      {asked === 'seat' && (
        <SeatDialog uid={uid} member={member} isSelf={isSelf} roles={offers.roles} onClose={close} />
      )}
      {asked === 'owner' && <OwnershipDialog uid={uid} name={member.displayName} onClose={close} />}
      {asked === 'remove' && <RemoveDialog uid={uid} name={member.displayName} onClose={close} />}
      {asked === 'leave' && <LeaveDialog canLeave={offers.canLeave} onClose={close} />}
    </li>
  );
}

interface Action {
  asks: Asked;
  label: string;
  Icon: ComponentType<{ size: number }>;
  isDanger?: boolean;
}

function actionsOf(isSelf: boolean, { roles, canMakeOwner, canRemove }: SeatOffers): Action[] {
  const change = { asks: 'seat', label: isSelf ? 'Step down' : 'Change role', Icon: IconUserCog } as const;
  const grant = { asks: 'owner', label: 'Make owner', Icon: IconCrown } as const;
  const remove = { asks: 'remove', label: 'Remove member', Icon: IconUserMinus, isDanger: true } as const;
  const leave = { asks: 'leave', label: 'Leave organization', Icon: IconLogout, isDanger: true } as const;
  return [
    ...(roles.length > 0 ? [change] : []),
    ...(canMakeOwner ? [grant] : []),
    ...(canRemove ? [remove] : []),
    ...(isSelf ? [leave] : []),
  ];
}

function SeatMenu({
  label,
  actions,
  onAsk,
}: {
  label: string;
  actions: Action[];
  onAsk: (asked: Asked) => void;
}) {
  if (actions.length === 0) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon size={44} aria-label={label} title="Change">
          <IconDots size={20} stroke={1.7} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {actions.map(({ asks, label: words, Icon, isDanger }) => (
          <Menu.Item
            key={asks}
            leftSection={<Icon size={16} />}
            {...(isDanger === true && { color: 'var(--lp-danger)' })}
            onClick={() => onAsk(asks)}
          >
            {words}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
