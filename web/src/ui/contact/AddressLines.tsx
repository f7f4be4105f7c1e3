import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { LIMITS } from '@leadpulse/model';
import type { FieldFault } from './contactFormState.js';
import styles from './ContactForm.module.css';

interface Props {
  field: 'phones' | 'emails';
  label: string;
  addVerb: string;
  type: 'tel' | 'email';
  lines: string[];
  previewOf?: (line: string) => string | undefined;
  fault: FieldFault | null;
  change: (lines: string[]) => void;
}

/** Phones or emails, one a line; a contact may have several. */
export function AddressLines({ field, label, addVerb, type, lines, previewOf, fault, change }: Props) {
  const shown = lines.length === 0 ? [''] : lines;
  const set = (index: number, line: string): void => change(shown.with(index, line));
  return (
    <div className={styles.lines}>
      {shown.map((line, index) => (
        <TextInput
          key={index}
          type={type}
          label={index === 0 ? label : undefined}
          aria-label={index === 0 ? undefined : `${label} ${index + 1}`}
          value={line}
          autoComplete="off"
          data-field={`${field}[${index}]`}
          description={previewOf?.(line)}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          error={fault?.field === `${field}[${index}]` ? fault.words : undefined}
          onChange={(event) => set(index, event.currentTarget.value)}
          rightSection={
            shown.length > 1 ? (
              <ActionIcon
                size="md"
                aria-label={`Remove ${label.toLowerCase()} ${index + 1}`}
                onClick={() => change(shown.toSpliced(index, 1))}
              >
                <IconX size={16} aria-hidden="true" />
              </ActionIcon>
            ) : undefined
          }
        />
      ))}
      {lines.length > 0 && lines.length < LIMITS.handlesPerContact && (
        <Button
          variant="subtle"
          size="compact-sm"
          className={styles.add}
          leftSection={<IconPlus size={14} />}
          onClick={() => change([...shown, ''])}
        >
          {addVerb}
        </Button>
      )}
    </div>
  );
}
