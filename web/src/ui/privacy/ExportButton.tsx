import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { ExportStand } from '../../lib/useExport.js';
import { useExport } from '../../lib/useExport.js';
import styles from './ExportButton.module.css';

interface Props {
  children: string; // verb and object
  ask: () => Promise<{ exportId: string; path: string }>;
}

/** Asks for an export and tells how its download stands. */
export function ExportButton({ children, ask }: Props) {
  const { stand, start } = useExport(ask);
  const isBusy = stand.status === 'asking' || stand.status === 'running';
  return (
    <div className={styles.export}>
      <Button
        variant="default"
        leftSection={<IconDownload size={16} aria-hidden="true" />}
        loading={stand.status === 'asking'}
        disabled={stand.status === 'running'}
        onClick={start}
      >
        {children}
      </Button>
      <p className={styles.stand} role={isBusy || stand.status === 'done' ? 'status' : 'alert'}>
        {wordsFor(stand)}
      </p>
    </div>
  );
}

function wordsFor(stand: ExportStand): string {
  switch (stand.status) {
    case 'idle':
    case 'asking':
      return '';
    case 'refused':
      return stand.words;
    case 'running':
      return stand.entries === 0 ? 'Making the file…' : `Making the file… ${count(stand.entries)} so far`;
    case 'done':
      return `Saved, ${count(stand.entries)}. It is among your browser’s downloads.`;
    case 'failed':
      return 'The download broke off. Nothing is lost; ask for it again.';
  }
}

function count(entries: number): string {
  return entries === 1 ? '1 entry' : `${entries.toLocaleString('en')} entries`;
}
