import type { DataExport } from '@leadpulse/model';
import { useState } from 'react';
import { wordsOf } from './call.js';
import type { Live, Row } from './live.js';
import { useLiveDoc } from './live.js';

interface Given {
  exportId: string;
  path: string;
}

/** How an export stands, from the question to the last byte. */
export type ExportStand =
  | { status: 'idle' }
  | { status: 'asking' }
  | { status: 'refused'; words: string }
  | { status: 'running'; entries: number }
  | { status: 'done'; entries: number }
  | { status: 'failed' };

/** Asks for a link, follows it, and watches the download from the server's side. */
export function useExport(ask: () => Promise<Given>): { stand: ExportStand; start: () => void } {
  const [given, setGiven] = useState<Given | null>(null);
  const [isAsking, setAsking] = useState(false);
  const [words, setWords] = useState<string | null>(null);
  const live = useLiveDoc<DataExport>(given === null ? null : `exports/${given.exportId}`);
  const start = (): void => {
    setAsking(true);
    setWords(null);
    setGiven(null);
    ask()
      .then((link) => {
        setGiven(link);
        follow(link.path);
      })
      .catch((error: unknown) => setWords(wordsOf(error)))
      .finally(() => setAsking(false));
  };
  if (isAsking) return { stand: { status: 'asking' }, start };
  if (words !== null) return { stand: { status: 'refused', words }, start };
  return { stand: given === null ? { status: 'idle' } : standOf(live), start };
}

function standOf(live: Live<Row<DataExport> | null>): ExportStand {
  if (live.status === 'denied' || live.status === 'failed') return { status: 'failed' };
  const row = live.status === 'ready' ? live.data : null;
  if (row === null) return { status: 'running', entries: 0 };
  const entries = Object.values(row.data.counts).reduce((sum, count) => sum + count, 0);
  if (row.data.state === 'failed') return { status: 'failed' };
  return { status: row.data.state === 'done' ? 'done' : 'running', entries };
}

/** The browser saves what this address answers with; the page stays. */
function follow(path: string): void {
  const link = document.createElement('a');
  link.href = path;
  link.download = '';
  link.click();
}
