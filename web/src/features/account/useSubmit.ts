import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { authWords } from '../../lib/authWords.js';
import { focusFirstFault } from './formFields.js';
import type { Errors } from './formFields.js';

interface Submission {
  isBusy: boolean;
  errors: Errors;
  problem: string | null; // what the server refused
  onSubmit: (event: SubmitEvent<HTMLFormElement>) => void;
}

/** One way for all account forms: check, point at the first fault, send once, say what was refused. */
export function useSubmit(
  check: (form: FormData) => Errors,
  send: (form: FormData) => Promise<void>,
): Submission {
  const [isBusy, setBusy] = useState(false);
  const [errors, setErrors] = useState<Errors>({});
  const [problem, setProblem] = useState<string | null>(null);
  const onSubmit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (isBusy) return;
    const element = event.currentTarget;
    const form = new FormData(element);
    const found = check(form);
    setErrors(found);
    setProblem(null);
    if (Object.keys(found).length > 0) {
      focusFirstFault(element, found);
      return;
    }
    setBusy(true);
    send(form)
      .catch((error: unknown) => setProblem(authWords(error)))
      .finally(() => setBusy(false));
  };
  return { isBusy, errors, problem, onSubmit };
}
