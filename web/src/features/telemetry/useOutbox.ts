import { useEffect, useSyncExternalStore } from 'react';
import type { Outbox } from '../../lib/telemetry/outbox.js';
import { onOutbox, readOutbox } from '../../lib/telemetry/outboxShelf.js';

/** What this browser keeps of the person's usage counts, as it changes. `keep` brings in what is still in memory. */
export function useOutbox(uid: string, isOn: boolean): Outbox {
  useEffect(() => {
    if (!isOn) return;
    let timer: ReturnType<typeof setInterval> | undefined;
    let isOver = false;
    void import('../../lib/telemetry/collect.js').then(({ pageCollector }) => {
      if (isOver) return;
      const { keep } = pageCollector(uid);
      keep();
      timer = setInterval(keep, 1000);
    });
    return () => {
      isOver = true;
      clearInterval(timer);
    };
  }, [uid, isOn]);
  return useSyncExternalStore(onOutbox, () => readOutbox(uid));
}
