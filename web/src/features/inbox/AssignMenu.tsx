import { Button, Menu } from '@mantine/core';
import { IconCheck, IconUserOff, IconUserPlus } from '@tabler/icons-react';
import { useSeat } from '../../lib/session.js';
import { PersonAvatar } from '../../ui/PersonAvatar.js';
import styles from './Thread.module.css';
import type { Directory } from '../../lib/useDirectory.js';

interface Props {
  assigneeUid: string | null;
  directory: Directory;
  isOpen: boolean;
  setOpen: (isOpen: boolean) => void;
  assign: (uid: string | null) => void;
}

/** Whose conversation this is. */
export function AssignMenu({ assigneeUid, directory, isOpen, setOpen, assign }: Props) {
  const { uid } = useSeat();
  const name = assigneeUid === null ? null : (directory.nameOf(assigneeUid) ?? 'A colleague');
  const label = assigneeUid === uid ? 'You' : (name ?? 'Assign');
  const others = directory.colleagues.filter((colleague) => colleague.uid !== uid);
  const mark = (of: string | null) =>
    of === assigneeUid ? <IconCheck size={16} aria-label="assigned now" /> : null;
  return (
    <Menu opened={isOpen} onChange={setOpen} position="bottom-end" width={230}>
      <Menu.Target>
        <Button
          variant="default"
          className={styles.assign}
          aria-label={name === null ? 'Assign' : `Assigned to ${assigneeUid === uid ? 'you' : name}. Change`}
          title="Assign · A"
          leftSection={
            assigneeUid === null ? (
              <IconUserPlus size={16} />
            ) : (
              <PersonAvatar name={name ?? ''} seed={assigneeUid} size={20} />
            )
          }
        >
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={styles.people}>
        <Menu.Label>Assign to</Menu.Label>
        <Menu.Item
          leftSection={<PersonAvatar name={directory.nameOf(uid) ?? 'Me'} seed={uid} size={20} />}
          rightSection={mark(uid)}
          onClick={() => assign(uid)}
        >
          Me
        </Menu.Item>
        {others.map((colleague) => (
          <Menu.Item
            key={colleague.uid}
            leftSection={<PersonAvatar name={colleague.name} seed={colleague.uid} size={20} />}
            rightSection={mark(colleague.uid)}
            onClick={() => assign(colleague.uid)}
          >
            {colleague.name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconUserOff size={16} />}
          rightSection={mark(null)}
          onClick={() => assign(null)}
        >
          Nobody
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
