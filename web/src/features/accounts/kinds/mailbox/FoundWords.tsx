import type { FoundSettings } from '@leadpulse/model/mailProviders';
import { Button } from '@mantine/core';
import styles from '../../AccountsRoute.module.css';
import type { MailboxForm } from './mailboxForm.js';

interface Props {
  found: FoundSettings;
  values: MailboxForm;
  isOpen: boolean;
  onOpen: () => void;
}

/** What was found, and what kind of password is wanted. */
export function FoundWords({ found: { provider }, values, isOpen, onOpen }: Props) {
  if (provider === null) {
    return (
      <p>
        These are the servers that most mailboxes like {values.address} have. Compare them with your
        provider’s help page.
      </p>
    );
  }
  return (
    <>
      <p>
        {provider.name}: {values.imapHost} and {values.smtpHost}.{' '}
        {!isOpen && (
          <Button variant="subtle" size="compact-sm" onClick={onOpen}>
            Change settings
          </Button>
        )}
      </p>
      {provider.never !== undefined && <p className={styles.problem}>{provider.never}</p>}
      {provider.appPassword !== null && (
        <p className={styles.aside}>
          {provider.name} wants an <strong>app password</strong> here, not your everyday one. Make it at{' '}
          {provider.appPassword}.
        </p>
      )}
    </>
  );
}
