import type { Feature } from '@leadpulse/model';
import { useEffect } from 'react';
import type { Session } from '../session.js';
import { count, countIn } from './count.js';
import { storedOutbox } from './outboxKey.js';
import { mayKeepMore, whyOff } from './whyOff.js';

/** The screens whose opening is counted, by their place in the address. */
const OPENED: Partial<Record<string, Feature>> = {
  start: 'start.open',
  inbox: 'inbox.open',
  contacts: 'contacts.open',
  accounts: 'accounts.open',
  team: 'team.open',
  audit: 'audit.open',
  billing: 'billing.open',
  usage: 'usage.open',
  settings: 'settings.open',
};

const SETTLED_MS = 3000; // after the screen stands; until then uses are added up in memory

/** Counts which features are used in this organization, if the person allows it; otherwise nothing is added up or kept. */
export function useCounting({ person, profile }: Session, orgId: string, screen: string): void {
  const { uid } = person;
  const why = whyOff(profile?.preferences, navigator);
  const isOn = why === null;
  useEffect(() => {
    countIn(isOn ? orgId : null);
  }, [isOn, orgId]);
  useEffect(() => {
    const opened = OPENED[screen];
    if (isOn && opened !== undefined) count(opened);
  }, [isOn, orgId, screen]);
  useCollector(uid, isOn);
  const mayKeep = mayKeepMore(profile?.preferences, navigator);
  useEffect(() => {
    if (isOn || storedOutbox() === null) return;
    void import('./outboxShelf.js').then(({ clearOutbox }) => clearOutbox(uid, !mayKeep));
  }, [isOn, mayKeep, uid]);
}

function useCollector(uid: string, isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return;
    let stop: (() => void) | null = null;
    let isOver = false;
    const begin = async (): Promise<void> => {
      const { collect } = await import('./collect.js');
      if (!isOver) stop = collect(uid);
    };
    const timer = setTimeout(() => void begin(), SETTLED_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
      stop?.();
    };
  }, [isOn, uid]);
}
