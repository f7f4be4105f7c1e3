import type { Message } from '@leadpulse/model';
import { IconAlertTriangle, IconCheck, IconClock, IconExclamationCircle } from '@tabler/icons-react';
import type { Row } from '../../lib/live.js';
import { useOnline } from '../../lib/useOnline.js';
import { stateText, type StateAction, type StateText } from './stateText.js';
import styles from './Timeline.module.css';
import { useNow } from './useNow.js';

export type ActOnMessage = (action: StateAction, row: Row<Message>) => void;

const ICONS: Record<StateText['tone'], typeof IconCheck | null> = {
  quiet: null,
  wait: IconClock,
  done: IconCheck,
  warn: IconAlertTriangle,
  bad: IconExclamationCircle,
};

const VERBS: Record<StateAction, string> = {
  undo: 'Undo',
  cancel: 'Cancel sending',
  retry: 'Try again',
  'send-again': 'Send again…',
};

interface Props {
  row: Row<Message>;
  isQuiet: boolean; // another bubble below says the same
  act: ActOnMessage | null; // null: who may only read
}

/** What became of a message out, why, and what can still be done. */
export function BubbleState({ row, isQuiet, act }: Props) {
  const now = useNow(row.data.state === 'requested');
  const isOnline = useOnline();
  const { tone, text, why, actions } = stateText(row.data, { now, isPending: row.isPending, isOnline });
  const Icon = ICONS[tone];
  if (isQuiet && (tone === 'quiet' || tone === 'done') && row.data.state !== 'canceled') return null;
  return (
    <div className={styles.state} data-tone={tone}>
      <span className={styles.said}>
        {Icon && <Icon size={14} stroke={1.8} aria-hidden="true" />}
        <span className="lp-number">{text}</span>
        {act &&
          actions.map((action) => (
            <button key={action} type="button" className={styles.act} onClick={() => act(action, row)}>
              {VERBS[action]}
            </button>
          ))}
      </span>
      {why !== undefined && <span className={styles.why}>{why}</span>}
    </div>
  );
}
