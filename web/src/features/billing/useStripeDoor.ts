import { useEffect, useState } from 'react';
import { wordsOf } from '../../lib/call.js';
import { leaveTo } from './leaveTo.js';

/** The way out to Stripe's pages: one at a time, busy until this page is gone. */
export interface StripeDoor {
  busy: string | null; // the name of what was pressed
  problem: string | null;
  open: (name: string, ask: () => Promise<string>) => void;
}

export function useStripeDoor(): StripeDoor {
  const [busy, setBusy] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    const comeBack = (): void => setBusy(null); // the browser may show the page as it was left
    window.addEventListener('pageshow', comeBack);
    return () => window.removeEventListener('pageshow', comeBack);
  }, []);
  const open: StripeDoor['open'] = (name, ask) => {
    setBusy(name);
    setProblem(null);
    ask()
      .then(leaveTo)
      .catch((error: unknown) => {
        setProblem(wordsOf(error));
        setBusy(null);
      });
  };
  return { busy, problem, open };
}
