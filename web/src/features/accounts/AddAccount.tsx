import type { Account } from '@leadpulse/model';
import { Modal } from '@mantine/core';
import { Suspense } from 'react';
import { useSearchParams } from 'react-router';
import type { Row } from '../../lib/live.js';
import styles from './AccountsRoute.module.css';
import type { AccountOffer } from './kinds/offer.js';
import { OFFERS } from './kinds/offers.js';

/** Which kind of account, then its own steps. Where somebody is stands in the address. */
export function AddAccount({ accounts }: { accounts: Row<Account>[] }) {
  const [params, setParams] = useSearchParams();
  const close = (): void => setParams({}, { replace: true });
  const offers = OFFERS.filter(({ isOffered }) => isOffered);
  const again = accounts.find(({ id }) => id === params.get('again'))?.data ?? null;
  const chosen = offers.find(({ step }) => step === params.get('add'));
  return (
    <Modal
      opened
      onClose={close}
      title={(again && `Connect ${again.displayName} again`) ?? chosen?.title ?? 'Add account'}
      size="lg"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {chosen ? (
        <Suspense>
          <chosen.Form again={again} onDone={close} />
        </Suspense>
      ) : (
        <Choices offers={offers} onChoose={(add) => setParams({ add })} />
      )}
    </Modal>
  );
}

interface Props {
  offers: readonly AccountOffer[];
  onChoose: (step: string) => void;
}

function Choices({ offers, onChoose }: Props) {
  return (
    <div className={styles.choices}>
      {offers.map(({ step, name, says, Icon }) => (
        <button key={step} type="button" className={styles.choice} onClick={() => onChoose(step)}>
          <span className={styles.icon}>
            <Icon size={22} stroke={1.6} aria-hidden="true" />
          </span>
          <span>
            <strong>{name}</strong>
            <span>{says}</span>
          </span>
        </button>
      ))}
    </div>
  );
}
