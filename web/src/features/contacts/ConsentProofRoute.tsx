import { proveConsentsContract } from '@leadpulse/model';
import type { ConsentPage } from '@leadpulse/model';
import { Button } from '@mantine/core';
import { IconArrowLeft, IconPrinter, IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { Link, useParams } from 'react-router';
import { callContract, wordsOf } from '../../lib/call.js';
import { useSeat } from '../../lib/session.js';
import { fullWhen } from '../../lib/time.js';
import { addressText } from '../../ui/contact/addressText.js';
import { chainWords, howWords, whatWords } from '../../ui/contact/consents/consentWords.js';
import { PageTitle } from '../../ui/PageTitle.js';
import { ErrorState, LoadingState } from '../../ui/states.js';
import styles from './ConsentProof.module.css';

type Asked =
  | { status: 'loading' }
  | { status: 'failed'; words: string }
  | { status: 'ready'; page: ConsentPage };

/** Asks the server once for the whole record and what the check of its chain found. */
function useProof(orgId: string, contactId: string): { asked: Asked; retry: () => void } {
  const [asked, setAsked] = useState<Asked>({ status: 'loading' });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let isLeft = false;
    callContract(proveConsentsContract, { orgId, contactId }).then(
      (page) => !isLeft && setAsked({ status: 'ready', page }),
      (error: unknown) => !isLeft && setAsked({ status: 'failed', words: wordsOf(error) }),
    );
    return () => {
      isLeft = true;
    };
  }, [orgId, contactId, turn]);
  const retry = (): void => {
    setAsked({ status: 'loading' });
    setTurn(turn + 1);
  };
  return { asked, retry };
}

/** `/o/:orgId/contacts/:contactId/consent-proof`: what a lead agreed to and refused, on a page to print or hand over. */
export function ConsentProofRoute() {
  const { orgId } = useSeat();
  const { contactId = '' } = useParams();
  const { asked, retry } = useProof(orgId, contactId);
  return (
    <div className={styles.page}>
      <PageTitle parts={['Proof of consent', 'Contacts']} />
      <div className={styles.bar}>
        <Button
          component={Link}
          variant="subtle"
          to={`/o/${orgId}/contacts/${contactId}`}
          leftSection={<IconArrowLeft size={16} aria-hidden="true" />}
        >
          Back to the contact
        </Button>
        {asked.status === 'ready' && (
          <Button leftSection={<IconPrinter size={16} aria-hidden="true" />} onClick={() => window.print()}>
            Print proof
          </Button>
        )}
      </div>
      {asked.status === 'loading' && <LoadingState label="Checking the record" />}
      {asked.status === 'failed' && (
        <ErrorState title="The record was not read" onRetry={retry}>
          {asked.words}
        </ErrorState>
      )}
      {asked.status === 'ready' && <Proof page={asked.page} contactId={contactId} />}
    </div>
  );
}

function Proof({ page, contactId }: { page: ConsentPage; contactId: string }) {
  const { orgName, contactName, emails, phones, entries, isIntact, checkedAtMs } = page;
  const addresses = [...phones.map(addressText), ...emails];
  return (
    <article className={styles.sheet}>
      <header>
        <h1>Proof of consent</h1>
        <dl className={styles.facts}>
          <Fact name="Contact">{contactName === '' ? (addresses[0] ?? 'No name') : contactName}</Fact>
          <Fact name="Addresses">{addresses.length === 0 ? 'None' : addresses.join(', ')}</Fact>
          <Fact name="Organization">{orgName}</Fact>
          <Fact name="Contact id">{contactId}</Fact>
          <Fact name="Checked">{exactWhen(checkedAtMs)}</Fact>
        </dl>
        <p className={styles.verdict} data-intact={isIntact}>
          {isIntact ? (
            <IconShieldCheck size={18} aria-hidden="true" />
          ) : (
            <IconShieldX size={18} aria-hidden="true" />
          )}
          <span>
            <b>{isIntact ? 'The chain holds. ' : 'The chain is broken. '}</b>
            {chainWords(page, entries.length)}
          </span>
        </p>
      </header>
      <ol className={styles.entries}>
        {entries.map((entry) => (
          <Entry key={`${entry.sequence}-${entry.hash ?? ''}`} entry={entry} />
        ))}
      </ol>
      <footer className={styles.about}>
        Each entry holds the SHA-256 of the one before it, and the contact holds the last: an entry that is
        changed, added or taken out later does not fit any more. Entries are written by the system when they
        happen and changed by nobody.
      </footer>
    </article>
  );
}

function Entry({ entry }: { entry: ConsentPage['entries'][number] }) {
  const { sequence, words, by, source, evidence, atMs, hash } = entry;
  return (
    <li>
      <h2>
        <span className="lp-number">{sequence}.</span> {whatWords(entry)}
      </h2>
      {words !== null && words !== '' && <blockquote>{words}</blockquote>}
      <dl className={styles.facts}>
        <Fact name="When">{exactWhen(atMs)}</Fact>
        <Fact name="How">{howWords(source)}</Fact>
        {by !== null && <Fact name="Recorded by">{by}</Fact>}
        {evidence !== '' && <Fact name="Message">{evidence}</Fact>}
        <Fact name="Hash">{hash ?? 'None: of before entries had one'}</Fact>
      </dl>
    </li>
  );
}

function Fact({ name, children }: { name: string; children: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** For people here, and in world time for whoever reads it elsewhere. */
function exactWhen(ms: number): string {
  return `${fullWhen(ms)} (${new Date(ms).toISOString()})`;
}
