import { ActionIcon, Button } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import styles from './Composer.module.css';
import { MomentMenu } from './MomentMenu.js';

/** Sends now, or at a later moment. */
export function SendButtons({ canSend, send }: { canSend: boolean; send: (sendAt: number | null) => void }) {
  return (
    <div className={styles.buttons}>
      <MomentMenu
        title="Send later"
        pickTitle="Send later"
        verb="Schedule message"
        position="top-end"
        choose={send}
      >
        <ActionIcon size={34} aria-label="Send later" title="Send later" disabled={!canSend}>
          <IconClock size={18} stroke={1.7} aria-hidden="true" />
        </ActionIcon>
      </MomentMenu>
      <Button h={34} onClick={() => send(null)} disabled={!canSend} title="Ctrl-Enter">
        Send
      </Button>
    </div>
  );
}
