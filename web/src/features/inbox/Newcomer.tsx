import { previewOf, type Message } from '@leadpulse/model';
import { useState } from 'react';
import type { Row } from '../../lib/live.js';

/** Says to a screen reader what comes in while the thread is open, not what was there before. */
export function Newcomer({ messages, name }: { messages: Row<Message>[] | null; name: string }) {
  const newest = messages?.find((row) => row.data.direction === 'in') ?? null;
  const [atFirst, setAtFirst] = useState<string | null | undefined>(undefined);
  if (atFirst === undefined && messages !== null) setAtFirst(newest?.id ?? null);
  const isNew = atFirst !== undefined && newest !== null && newest.id !== atFirst;
  return (
    <p className="lp-visually-hidden" role="status">
      {isNew && said(newest.data, name)}
    </p>
  );
}

function said({ channel, body }: Message, name: string): string {
  return `New ${channel === 'sms' ? 'text' : 'email'} from ${name}: ${previewOf(body)}`;
}
