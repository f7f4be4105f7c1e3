import { ActionIcon, Button, Menu } from '@mantine/core';
import {
  IconArrowLeft,
  IconCheck,
  IconDots,
  IconInbox,
  IconLayoutSidebarRight,
  IconMailOpened,
} from '@tabler/icons-react';
import { Link, useSearchParams } from 'react-router';
import { useSeat } from '../../lib/session.js';
import { contactName } from '../../ui/contact/addressText.js';
import { STAGE_LABEL } from '../../ui/contact/stages.js';
import { PersonAvatar } from '../../ui/PersonAvatar.js';
import { AssignMenu } from './AssignMenu.js';
import { SnoozeMenu } from './SnoozeMenu.js';
import styles from './Thread.module.css';
import type { Directory } from '../../lib/useDirectory.js';
import type { Thread } from './useThread.js';
import type { ThreadActions } from './useThreadActions.js';

export type OpenMenu = 'assign' | 'snooze' | null;

interface Props {
  thread: Thread;
  directory: Directory;
  actions: ThreadActions;
  menu: OpenMenu;
  setMenu: (menu: OpenMenu) => void;
  leave: () => void;
}

const DETAILS_STATE = { fromThread: true };

/** Where the contact stands, on screens too narrow to show it beside the thread. */
function useDetailsPath(): string {
  const [query] = useSearchParams();
  const withDetails = new URLSearchParams(query);
  withDetails.set('details', '1');
  return `?${withDetails.toString()}`;
}

/** Who this is, and what can be done with the conversation. */
export function ThreadHeader({ thread, leave, ...rest }: Props) {
  const contact = thread.contact.data;
  const name = contactName(contact);
  const details = useDetailsPath();
  const company = contact.company === '' ? '' : ` · ${contact.company}`;
  return (
    <header className={styles.header}>
      <ActionIcon className={styles.back} onClick={leave} aria-label="Back to the list">
        <IconArrowLeft size={20} stroke={1.7} aria-hidden="true" />
      </ActionIcon>
      <span className={styles.avatar}>
        <PersonAvatar name={name} seed={thread.contact.id} size={34} />
      </span>
      <Link to={details} state={DETAILS_STATE} className={styles.who} title="Contact details">
        <h2>{name}</h2>
        <p>
          {STAGE_LABEL[contact.stage]}
          {company}
        </p>
      </Link>
      <Actions thread={thread} {...rest} />
    </header>
  );
}

function Actions({ thread, directory, actions, menu, setMenu }: Omit<Props, 'leave'>) {
  const { may } = useSeat();
  const mayWrite = may('contact.write');
  const { assigneeUid, inbox } = thread.contact.data;
  return (
    <div className={styles.actions}>
      {mayWrite && (
        <>
          <AssignMenu
            assigneeUid={assigneeUid}
            directory={directory}
            isOpen={menu === 'assign'}
            setOpen={(isOpen) => setMenu(isOpen ? 'assign' : null)}
            assign={actions.assign}
          />
          <SnoozeMenu
            isOpen={menu === 'snooze'}
            setOpen={(isOpen) => setMenu(isOpen ? 'snooze' : null)}
            snooze={actions.snooze}
          />
          {inbox.status === 'open' ? (
            <Button
              variant="default"
              className={styles.close}
              aria-label="Close conversation"
              title="Close conversation · E"
              leftSection={<IconCheck size={16} />}
              onClick={actions.close}
            >
              Close
            </Button>
          ) : (
            <Button
              variant="default"
              className={styles.close}
              aria-label="Reopen conversation"
              leftSection={<IconInbox size={16} />}
              onClick={actions.reopen}
            >
              Reopen
            </Button>
          )}
        </>
      )}
      <MoreMenu actions={mayWrite ? actions : null} />
    </div>
  );
}

function MoreMenu({ actions }: { actions: ThreadActions | null }) {
  const details = useDetailsPath();
  return (
    <>
      <ActionIcon
        component={Link}
        to={details}
        state={DETAILS_STATE}
        className={styles.details}
        aria-label="Show contact details"
        title="Contact details"
      >
        <IconLayoutSidebarRight size={20} stroke={1.7} aria-hidden="true" />
      </ActionIcon>
      {actions && (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon aria-label="More actions" title="More">
              <IconDots size={20} stroke={1.7} aria-hidden="true" />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              leftSection={<IconMailOpened size={16} />}
              rightSection="U"
              onClick={actions.markUnread}
            >
              Mark as unread
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </>
  );
}
