import { applyActionCode, checkActionCode } from 'firebase/auth';
import { useEffect, useState } from 'react';
import { refreshPerson } from '../../lib/authState.js';
import { auth } from '../../lib/firebase/auth.js';
import { authWords } from '../../lib/authWords.js';

export type Applied =
  | { status: 'working' }
  | { status: 'done'; email: string }
  | { status: 'refused'; words: string };

/** A code works once: whoever asks again gets the first answer. */
const answers = new Map<string, Promise<Applied>>();

async function apply(code: string): Promise<Applied> {
  try {
    const { data } = await checkActionCode(auth, code);
    await applyActionCode(auth, code);
    await refreshPerson();
    return { status: 'done', email: data.email ?? '' };
  } catch (error) {
    return { status: 'refused', words: authWords(error) };
  }
}

/** Uses up the code of a mailed link. */
export function useApplied(code: string): Applied {
  const [applied, setApplied] = useState<Applied>({ status: 'working' });
  useEffect(() => {
    const answer = answers.get(code) ?? apply(code);
    answers.set(code, answer);
    void answer.then(setApplied);
  }, [code]);
  return applied;
}
