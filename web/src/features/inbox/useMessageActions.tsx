import type { Message } from '@leadpulse/model';
import { useState, type RefObject } from 'react';
import { wordsOf } from '../../lib/call.js';
import type { Row } from '../../lib/live.js';
import { useSeat } from '../../lib/session.js';
import { notify } from '../../ui/notify.js';
import type { ActOnMessage } from './BubbleState.js';
import { cancelMessage } from './cancelMessage.js';
import type { ComposerHandle } from './ComposerBox.js';
import type { Thread } from './useThread.js';

/** Undo, cancel, retry and send again; `doubtful` is the message whose second sending waits for a yes. */
export function useMessageActions(thread: Thread, composer: RefObject<ComposerHandle | null>) {
  const { orgId, uid, may } = useSeat();
  const [doubtful, setDoubtful] = useState<Row<Message> | null>(null);
  const place = { orgId, uid, contactId: thread.contact.id };

  const takeBack = ({ id, data }: Row<Message>): void => {
    const words = { body: data.body, subject: data.subject };
    composer.current?.takeBack(words);
    cancelMessage(place, id, thread.contact.data, thread.messages ?? []).catch(() => {
      composer.current?.dropWords(words);
      const message = 'The message is on its way already.';
      void notify({ color: 'red', title: 'Too late to take it back', message });
    });
  };
  const retry = (messageId: string, evenIfUncertain: boolean): void => {
    const { contactId } = place;
    const send = async (): Promise<void> => {
      const { retryMessage } = await import('./retryMessage.js');
      await retryMessage({ orgId, contactId, messageId, evenIfUncertain });
    };
    send().catch((error: unknown) => {
      void notify({ color: 'red', title: 'It was not sent again', message: wordsOf(error) });
    });
  };
  const act: ActOnMessage = (action, row) => {
    if (action === 'undo' || action === 'cancel') takeBack(row);
    else if (action === 'retry') retry(row.id, false);
    else setDoubtful(row);
  };
  return {
    act: may('message.send') ? act : null,
    doubtful,
    sendAgain: () => {
      if (doubtful) retry(doubtful.id, true);
      setDoubtful(null);
    },
    leaveIt: () => setDoubtful(null),
  };
}
