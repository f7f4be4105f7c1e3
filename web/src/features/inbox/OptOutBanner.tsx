import type { Channel, Contact } from '@leadpulse/model';
import { CHANNELS, decideOptOutContract } from '@leadpulse/model';
import { Button } from '@mantine/core';
import { IconHelpHexagon } from '@tabler/icons-react';
import { useState } from 'react';
import { callContract, wordsOf } from '../../lib/call.js';
import type { Row } from '../../lib/live.js';
import { useSeat } from '../../lib/session.js';
import styles from './OptOutBanner.module.css';

/** Asks what a lead meant whose words may be an opt-out; nothing is sent to them that way until somebody has said. */
export function OptOutBanner({ contact }: { contact: Row<Contact> }) {
  const open = CHANNELS.filter((channel) => contact.data.optOutQuestion?.[channel] !== undefined);
  return open.map((channel) => <Question key={channel} contact={contact} channel={channel} />);
}

function Question({ contact, channel }: { contact: Row<Contact>; channel: Channel }) {
  const { orgId, may } = useSeat();
  const [busy, setBusy] = useState<'stop' | 'keep' | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const asked = contact.data.optOutQuestion?.[channel];
  if (asked === undefined) return null;
  const decide = (isOptOut: boolean): void => {
    setBusy(isOptOut ? 'stop' : 'keep');
    setProblem(null);
    const { messageId } = asked;
    callContract(decideOptOutContract, { orgId, contactId: contact.id, channel, messageId, isOptOut })
      .catch((error: unknown) => setProblem(wordsOf(error)))
      .finally(() => setBusy(null));
  };
  const noun = channel === 'sms' ? 'texts' : 'emails';
  return (
    <section className={styles.banner} aria-label={`Unclear whether they want ${noun}`}>
      <IconHelpHexagon size={20} stroke={1.7} aria-hidden="true" />
      <div className={styles.words}>
        <p className={styles.title}>Did they ask for no more {noun}?</p>
        <p>
          They wrote “{asked.words}”. Until somebody decides, no {noun} are sent to them. The decision is
          recorded.
        </p>
        <div role="alert">{problem !== null && <p className={styles.problem}>{problem}</p>}</div>
        {!may('contact.write') && <p>An agent, admin or owner decides.</p>}
      </div>
      {may('contact.write') && (
        <div className={styles.buttons}>
          <Button
            size="sm"
            color="red"
            loading={busy === 'stop'}
            disabled={busy === 'keep'}
            onClick={() => decide(true)}
          >
            It is an opt-out
          </Button>
          <Button
            size="sm"
            variant="default"
            loading={busy === 'keep'}
            disabled={busy === 'stop'}
            onClick={() => decide(false)}
          >
            {channel === 'sms' ? 'Keep texting' : 'Keep emailing'}
          </Button>
        </div>
      )}
    </section>
  );
}
