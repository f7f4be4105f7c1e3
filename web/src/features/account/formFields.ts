export const PASSWORD_LENGTH = { min: 8, max: 128 };
const NAME_MAX = 80; // LIMITS.personName and LIMITS.orgName of the model

export type Errors = Partial<Record<string, string>>;

/** The text of a field; a missing one is empty. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

export function passwordOf(form: FormData): string {
  const value = form.get('password');
  return typeof value === 'string' ? value : '';
}

export function emailError(email: string): string | undefined {
  if (email === '') return 'Enter your email address.';
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) && email.length <= 254
    ? undefined
    : 'Enter a complete address, such as ana@example.com.';
}

export function passwordError(password: string): string | undefined {
  if (password.length < PASSWORD_LENGTH.min) return `Use at least ${PASSWORD_LENGTH.min} characters.`;
  return password.length > PASSWORD_LENGTH.max ? `Use at most ${PASSWORD_LENGTH.max} characters.` : undefined;
}

export function nameError(name: string, empty: string): string | undefined {
  if (name === '') return empty;
  return name.length > NAME_MAX ? `Use at most ${NAME_MAX} characters.` : undefined;
}

/** Only the fields that are at fault. */
export function faults(errors: Record<string, string | undefined>): Errors {
  return Object.fromEntries(Object.entries(errors).filter(([, error]) => error !== undefined));
}

/** Puts the cursor where the first fault is. */
export function focusFirstFault(form: HTMLFormElement, errors: Errors): void {
  for (const element of Array.from(form.elements)) {
    if (element instanceof HTMLInputElement && errors[element.name] !== undefined) {
      element.focus();
      return;
    }
  }
}
