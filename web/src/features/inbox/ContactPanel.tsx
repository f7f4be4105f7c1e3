import { ActionIcon, NativeSelect, TextInput } from '@mantine/core';
import { LIMITS, STAGES, type Contact, type Stage } from '@leadpulse/model';
import { IconPencil, IconX } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import { useSeat } from '../../lib/session.js';
import { contactName } from '../../ui/contact/addressText.js';
import { ConsentSection } from '../../ui/contact/consents/ConsentSection.js';
import { STAGE_LABEL } from '../../ui/contact/stages.js';
import { TagsField } from '../../ui/contact/TagsField.js';
import { WorkFacts } from '../../ui/contact/WorkFacts.js';
import { LoadingState } from '../../ui/states.js';
import { PersonAvatar } from '../../ui/PersonAvatar.js';
import { changeContact } from './changeContact.js';
import { ContactFacts } from '../../ui/contact/ContactFacts.js';
import styles from './ContactPanel.module.css';
import { RecentNotes } from './RecentNotes.js';
import { sayFailed } from './sayFailed.js';
import type { Directory } from '../../lib/useDirectory.js';
import type { Thread } from './useThread.js';

const ContactForm = lazy(async () => ({
  default: (await import('../../ui/contact/ContactForm.js')).ContactForm,
}));

interface Props {
  thread: Thread;
  directory: Directory;
  close: () => void;
}

/** Who the lead is; everything is changed where it stands. Mounted anew for each contact. */
export function ContactPanel({ thread, directory, close }: Props) {
  const { orgId, may } = useSeat();
  const [isEditing, setEditing] = useState(false);
  const { id: contactId, data: contact } = thread.contact;
  const mayWrite = may('contact.write');
  const name = contactName(contact);
  return (
    <div className={styles.content}>
      <div className={styles.top}>
        <PersonAvatar name={name} seed={contactId} size={44} />
        <h2 className={styles.name}>{name}</h2>
        {mayWrite && !isEditing && (
          <ActionIcon aria-label="Edit contact" title="Edit contact" onClick={() => setEditing(true)}>
            <IconPencil size={18} stroke={1.7} aria-hidden="true" />
          </ActionIcon>
        )}
        <ActionIcon className={styles.closePanel} aria-label="Close contact details" onClick={close}>
          <IconX size={18} stroke={1.7} aria-hidden="true" />
        </ActionIcon>
      </div>
      {isEditing ? (
        <Suspense fallback={<LoadingState />}>
          <ContactForm
            orgId={orgId}
            defaultCountry={directory.org?.defaultCountry ?? 'US'}
            colleagues={directory.colleagues}
            existing={{ contactId, contact }}
            saved={() => setEditing(false)}
            cancel={() => setEditing(false)}
          />
        </Suspense>
      ) : (
        <>
          <ContactFacts contact={contact} />
          {contact.duplicateOf !== null && (
            <p className={styles.duplicate}>
              Shares an address with{' '}
              <Link to={`/o/${orgId}/contacts/${contact.duplicateOf}`}>another contact</Link>.
            </p>
          )}
          {mayWrite ? (
            <Work contactId={contactId} contact={contact} directory={directory} />
          ) : (
            <WorkFacts contact={contact} nameOf={directory.nameOf} />
          )}
          <ConsentSection orgId={orgId} contactId={contactId} nameOf={directory.nameOf} />
          <RecentNotes notes={thread.notes} nameOf={directory.nameOf} />
        </>
      )}
    </div>
  );
}

interface WorkProps {
  contactId: string;
  contact: Contact;
  directory: Directory;
}

/** What members work on: stage, assignee, company, tags. Each is saved as it is changed. */
function Work({ contactId, contact, directory }: WorkProps) {
  const { orgId, uid } = useSeat();
  const place = { orgId, uid, contactId };
  const save = (work: Promise<void>): void => {
    work.catch((error: unknown) => sayFailed('The contact was not changed.', error));
  };
  return (
    <div className={styles.work}>
      <NativeSelect
        label="Stage"
        value={contact.stage}
        data={STAGES.map((stage) => ({ value: stage, label: STAGE_LABEL[stage] }))}
        onChange={(event) => save(changeContact.stage(place, event.currentTarget.value as Stage))}
      />
      <NativeSelect
        label="Assigned to"
        value={contact.assigneeUid ?? ''}
        data={[
          { value: '', label: 'Nobody' },
          ...directory.colleagues.map((each) => ({ value: each.uid, label: each.name })),
        ]}
        onChange={(event) => save(changeContact.assign(place, event.currentTarget.value || null))}
      />
      <Company
        key={contact.company}
        company={contact.company}
        save={(company) => save(changeContact.company(place, company))}
      />
      <TagsField tags={contact.tags} change={(tags) => save(changeContact.tags(place, tags))} />
    </div>
  );
}

function Company({ company, save }: { company: string; save: (company: string) => void }) {
  const [text, setText] = useState(company);
  const commit = (): void => {
    if (text.trim() !== company) save(text.trim());
  };
  return (
    <TextInput
      label="Company"
      value={text}
      placeholder="Add a company"
      maxLength={LIMITS.company}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
      }}
    />
  );
}
