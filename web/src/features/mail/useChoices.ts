import type { MailChoice, MailList } from '@leadpulse/model';
import { useEffect, useState } from 'react';
import type { Trouble } from './askChoices.js';
import { askChoices, ChoicesRefused } from './askChoices.js';

type Choices =
  | { status: 'loading' }
  | { status: 'gone' }
  | { status: 'refused'; trouble: Trouble }
  | { status: 'ready'; choices: MailChoice[]; busy: MailList | null; trouble: Trouble | null };

interface Asked {
  state: Choices;
  choose: (list: MailList, given: boolean) => void;
  retry: () => void;
}

const LOADING: Choices = { status: 'loading' };

/** What the holder of a link may choose; a change that fails leaves the choices as they were, and says so. */
export function useChoices(token: string): Asked {
  const [state, setState] = useState<Choices>(LOADING);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let isLeft = false;
    void read(token, null).then((next) => {
      if (!isLeft) setState(next);
    });
    return () => {
      isLeft = true;
    };
  }, [token, turn]);
  const choose = (list: MailList, given: boolean): void => {
    if (state.status !== 'ready' || state.busy !== null) return;
    const { choices } = state;
    setState({ ...state, busy: list, trouble: null });
    void read(token, { list, given }).then((next) => {
      const isStuck = next.status === 'refused' && next.trouble !== 'link-invalid';
      setState(isStuck ? { status: 'ready', choices, busy: null, trouble: next.trouble } : next);
    });
  };
  const retry = (): void => {
    setState(LOADING);
    setTurn(turn + 1);
  };
  return { state, choose, retry };
}

async function read(token: string, change: { list: MailList; given: boolean } | null): Promise<Choices> {
  if (token === '') return { status: 'refused', trouble: 'link-invalid' };
  try {
    const answer = await askChoices(token, change);
    if (answer.outcome === 'gone') return { status: 'gone' };
    return { status: 'ready', choices: answer.choices, busy: null, trouble: null };
  } catch (error) {
    return { status: 'refused', trouble: error instanceof ChoicesRefused ? error.trouble : 'failed' };
  }
}
