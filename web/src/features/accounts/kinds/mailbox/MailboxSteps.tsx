import { useState } from 'react';
import { useSeat, useSession } from '../../../../lib/session.js';
import { AddressForm } from './AddressForm.js';
import { begin } from './mailboxForm.js';
import { SignInForm } from './SignInForm.js';

/** The address first, then what opens the mailbox: its servers are looked up in between. */
export function MailboxSteps({ onDone }: { onDone: () => void }) {
  const { name } = useSeat();
  const { person } = useSession();
  const [given, setGiven] = useState({ displayName: name, address: person.email });
  const [isAsked, setAsked] = useState(false);
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
