import {
  planContact,
  Refusal,
  saveContactContract,
  type Contact,
  type ContactFields,
} from '@leadpulse/model';

export type { ContactFields };

/** An empty form. */
export const NO_FIELDS: ContactFields = {
  name: '',
  company: '',
  emails: [],
  phones: [],
  tags: [],
  stage: 'new',
  assigneeUid: null,
};

export function fieldsOf(contact: Contact): ContactFields {
  const { name, company, emails, phones, tags, stage, assigneeUid } = contact;
  return { name, company, emails, phones, tags, stage, assigneeUid };
}

/** What the callable gets: lines left empty are no addresses. */
export function submittable(fields: ContactFields): ContactFields {
  const filled = (lines: string[]) => lines.map((line) => line.trim()).filter((line) => line !== '');
  return { ...fields, emails: filled(fields.emails), phones: filled(fields.phones) };
}

/** Where a fault lies ('name', 'phones[1]') and what to do about it. */
export interface FieldFault {
  field: string;
  words: string;
}

/** The first fault the server would find, found before it is asked: the same schema, the same reading of addresses. */
export function faultOf(
  fields: ContactFields,
  existing: Pick<Contact, 'emails' | 'phones'> | null,
  defaultCountry: string,
): FieldFault | null {
  const parsed = saveContactContract.input.shape.fields.safeParse(fields);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { field: pathOf(issue?.path ?? []), words: `${issue?.message ?? 'Check this'}.` };
  }
  try {
    planContact(existing, parsed.data, defaultCountry);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return faultOfRefusal(error.detail);
    throw error;
  }
}

/** A refusal's detail as a fault; `fields.` is where the callable's input keeps them. */
export function faultOfRefusal({
  field = '',
  allowed,
}: {
  field?: string | undefined;
  allowed?: unknown;
}): FieldFault {
  const words = typeof allowed === 'string' ? `Enter ${allowed}.` : 'Check this.';
  return { field: field.replace(/^fields\./u, '').replace(/\.(\d+)/gu, '[$1]'), words };
}

function pathOf(path: PropertyKey[]): string {
  return path.map((part) => (typeof part === 'number' ? `[${part}]` : String(part))).join('');
}
