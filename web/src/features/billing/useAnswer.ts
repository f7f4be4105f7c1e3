import { useEffect, useState } from 'react';
import { wordsOf } from '../../lib/call.js';

/** What a question that is asked as soon as it is on the screen came to. */
export type Answer<T> =
  | { status: 'loading' }
  | { status: 'failed'; words: string }
  | { status: 'ready'; data: T };

/** Asks once for each `key`, which says all that `ask` depends on; `again` asks anew. */
export function useAnswer<T>(key: string, ask: () => Promise<T>): { answer: Answer<T>; again: () => void } {
  const [answer, setAnswer] = useState<Answer<T>>({ status: 'loading' });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let isOver = false;
    const show = (next: Answer<T>): void => {
      if (!isOver) setAnswer(next);
    };
    ask().then(
      (data) => show({ status: 'ready', data }),
      (error: unknown) => show({ status: 'failed', words: wordsOf(error) }),
    );
    return () => {
      isOver = true;
    };
    // oxlint-disable-next-line react/exhaustive-deps -- the key says all that `ask` depends on
  }, [key, turn]);
  const again = (): void => {
    setAnswer({ status: 'loading' });
    setTurn((before) => before + 1);
  };
  return { answer, again };
}
