import { IconMessages } from '@tabler/icons-react';
import { KeyCaps } from '../../ui/commands/KeyCaps.js';
import { EmptyState } from '../../ui/states.js';
import styles from './Inbox.module.css';

/** Beside the list, before a conversation is chosen. */
export function NothingOpen() {
  return (
    <section className={styles.thread} aria-label="Conversation">
      <EmptyState icon={<IconMessages size={22} stroke={1.6} />} title="Choose a conversation">
        <p>
          <KeyCaps keys="j" /> and <KeyCaps keys="k" /> step through the list, <KeyCaps keys="?" /> shows all
          keys.
        </p>
      </EmptyState>
    </section>
  );
}
