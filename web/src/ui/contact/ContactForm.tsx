import { LIMITS, STAGES, saveContactContract, type Contact, type Stage } from '@leadpulse/model';
import { formatPhone, normalizePhone } from '@leadpulse/model/phone';
import { Alert, Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useRef, useState, type SubmitEvent } from 'react';
import { callContract, CallRefusal, wordsOf } from '../../lib/call.js';
import { count } from '../../lib/telemetry/count.js';
import { AddressLines } from './AddressLines.js';
import styles from './ContactForm.module.css';
import {
  faultOf,
  faultOfRefusal,
  fieldsOf,
  NO_FIELDS,
  submittable,
  type ContactFields,
  type FieldFault,
} from './contactFormState.js';
import { STAGE_LABEL } from './stages.js';
import { TagsField } from './TagsField.js';

interface Props {
  orgId: string;
  defaultCountry: string;
  colleagues: { uid: string; name: string }[];
  existing: { contactId: string; contact: Contact } | null;
  initial?: Partial<ContactFields>;
  saved: (answer: { contactId: string; duplicateOf: string | null }) => void;
  cancel: () => void;
}

/** Creates or edits a contact. Faults stand at their fields; nothing half-written stays. */
export function ContactForm(props: Props) {
  const { existing, cancel } = props;
  const { problem, isSaving, form, submit, ...state } = useContactForm(props);
  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate>
      <Identity {...state} defaultCountry={props.defaultCountry} isNew={existing === null} />
      <Work {...state} colleagues={props.colleagues} />
      {problem !== null && (
        <Alert color="red" role="alert" title="The contact was not saved">
          {problem}
        </Alert>
      )}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={cancel}>
          Cancel
        </Button>
        <Button type="submit" loading={isSaving}>
          {existing ? 'Save contact' : 'Add contact'}
        </Button>
      </Group>
    </form>
  );
}

interface FieldsProps {
  fields: ContactFields;
  fault: FieldFault | null;
  change: (part: Partial<ContactFields>) => void;
}

function Identity({
  fields,
  fault,
  change,
  defaultCountry,
  isNew,
}: FieldsProps & { defaultCountry: string; isNew: boolean }) {
  return (
    <>
      <TextInput
        label="Name"
        value={fields.name}
        maxLength={LIMITS.personName}
        autoComplete="off"
        data-field="name"
        autoFocus={isNew}
        error={fault?.field === 'name' ? fault.words : undefined}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <AddressLines
        field="phones"
        label="Phone"
        addVerb="Add phone"
        type="tel"
        lines={fields.phones}
        previewOf={(line) => readAs(line, defaultCountry)}
        fault={fault}
        change={(phones) => change({ phones })}
      />
      <AddressLines
        field="emails"
        label="Email"
        addVerb="Add email"
        type="email"
        lines={fields.emails}
        fault={fault}
        change={(emails) => change({ emails })}
      />
    </>
  );
}

function Work({ fields, change, colleagues }: FieldsProps & Pick<Props, 'colleagues'>) {
  return (
    <>
      <TextInput
        label="Company"
        value={fields.company}
        maxLength={LIMITS.company}
        autoComplete="off"
        onChange={(event) => change({ company: event.currentTarget.value })}
      />
      <div className={styles.pair}>
        <NativeSelect
          label="Stage"
          value={fields.stage}
          data={STAGES.map((stage) => ({ value: stage, label: STAGE_LABEL[stage] }))}
          onChange={(event) => change({ stage: event.currentTarget.value as Stage })}
        />
        <NativeSelect
          label="Assigned to"
          value={fields.assigneeUid ?? ''}
          data={[
            { value: '', label: 'Nobody' },
            ...colleagues.map(({ uid, name }) => ({ value: uid, label: name })),
          ]}
          onChange={(event) => change({ assigneeUid: event.currentTarget.value || null })}
        />
      </div>
      <TagsField tags={fields.tags} change={(tags) => change({ tags })} />
    </>
  );
}

function useContactForm({ orgId, defaultCountry, existing, initial, saved }: Props) {
  const [requestId] = useState(() => crypto.randomUUID()); // asking twice creates one
  const [fields, setFields] = useState<ContactFields>(() =>
    existing ? fieldsOf(existing.contact) : { ...NO_FIELDS, ...initial },
  );
  const [fault, setFault] = useState<FieldFault | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  const show = (found: FieldFault | null): void => {
    setFault(found);
    if (found) form.current?.querySelector<HTMLElement>(`[data-field="${found.field}"]`)?.focus();
  };
  const refuse = (error: unknown): void => {
    if (error instanceof CallRefusal && error.field !== undefined && error.field !== 'contactId')
      show(faultOfRefusal({ ...error.detail, field: error.field }));
    else setProblem(wordsOf(error));
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const sent = submittable(fields);
    const found = faultOf(sent, existing?.contact ?? null, defaultCountry);
    setProblem(null);
    show(found);
    if (found || isSaving) return;
    setFields(sent);
    setSaving(true);
    callContract(saveContactContract, {
      orgId,
      contactId: existing?.contactId ?? null,
      requestId,
      fields: sent,
    })
      .then((answer) => {
        count(existing ? 'contact.edit' : 'contact.create');
        saved(answer);
      }, refuse)
      .finally(() => setSaving(false));
  };
  const change = (part: Partial<ContactFields>): void => {
    setFields({ ...fields, ...part });
    setFault(null);
  };
  return { fields, change, fault, problem, isSaving, form, submit };
}

/** How a number will be understood, as soon as it can be. */
function readAs(line: string, defaultCountry: string): string | undefined {
  if (line.trim() === '') return undefined;
  try {
    const e164 = normalizePhone(line, defaultCountry);
    const isPlain = [e164, formatPhone(e164)].includes(line.trim());
    return isPlain ? undefined : `Read as ${formatPhone(e164)} (${e164})`;
  } catch {
    return undefined; // not a number yet; said when it is saved
  }
}
