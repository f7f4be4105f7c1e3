import { useState } from 'react';
import { useSeat, useSession } from '../../../../lib/session.js';
import type { StepsProps } from '../offer.js';
import { AddressForm } from './AddressForm.js';
import { begin } from './mailboxForm.js';
import { SignInForm } from './SignInForm.js';

/** The address first, then what opens the mailbox: its servers are looked up in between. */
export function MailboxSteps({ again, onDone }: StepsProps) {
  const { name } = useSeat();
  const { person } = useSession();
  const [given, setGiven] = useState({
    displayName: again?.displayName ?? name,
    address: again?.address ?? person.email,
  });
  const [isAsked, setAsked] = useState(again !== null);
  if (!isAsked) {
    return (
      <AddressForm
        given={given}
        onGiven={(now) => {
          setGiven(now);
          setAsked(true);
        }}
      />
    );
  }
  const { form, found } = begin(given.displayName, given.address);
  return <SignInForm initial={form} found={found} onBack={() => setAsked(false)} onDone={onDone} />;
}
