import { askControl } from '../../standIn/askControl.js';
import type { Grant, Mailbox, PushMode } from '../store.js';

interface Failing {
  method: string;
  path: string;
  when: 'before' | 'after';
  status?: number;
  times?: number;
  how?: 'answer' | 'reset' | 'hang';
  mailbox?: string;
}

interface ShownMail {
  id: string;
  threadId: string;
  labels: string[];
  messageId: string;
  raw: string;
  to: string;
  from: string;
  subject: string;
  references: string;
  ownId: string;
}

/** `historyId`: what a push about it would name. */
interface BroughtMail {
  id: string;
  messageId: string;
  historyId: number;
}

export type GoogleControl = ReturnType<typeof googleControlOf>;

/** Steers a stand-in from tests, in this process or another. */
export function googleControlOf(url: string) {
  const ask = askControl(url);
  const at = (mailbox: string): string => `?mailbox=${encodeURIComponent(mailbox)}`;
  return {
    /** A mailbox of its own. */
    newMailbox: () => ask<{ address: string }>('POST', '/mailbox'),
    change: (change: {
      mailbox: string;
      pushes?: PushMode;
      putsOwnIds?: boolean;
      forgets?: boolean;
      revokes?: boolean;
      tokensEnd?: boolean;
    }) => ask('POST', '/change', change),
    /** A lead writes, or with `to` and the label SENT somebody in Gmail itself; answers when the topic has been told. */
    mail: (mail: {
      mailbox: string;
      from: string;
      to?: string;
      subject?: string;
      body: string;
      headers?: Record<string, string>;
      labels?: string[];
      isQuiet?: boolean;
    }) => ask<BroughtMail>('POST', '/mail', mail),
    /** A draft goes out in Gmail itself, under the id that it has. */
    sendDraft: (draft: { mailbox: string; id: string }) => ask('POST', '/send-draft', draft),
    /** A lead texts a number of Google Voice, which forwards it. */
    text: (text: { mailbox: string; from: string; number: string; body: string; isForged?: boolean }) =>
      ask<BroughtMail>('POST', '/text', text),
    /** What a person does on Google's page; answers where the page leads. */
    consent: (consent: { url: string; mailbox: string; leaves?: string[]; act?: 'allow' | 'deny' }) =>
      ask<{ back: string }>('POST', '/consent', consent),
    push: (push: { topicName: string; notice: object }) => ask<{ isTaken: boolean }>('POST', '/push', push),
    /** The next calls that match fail, before or after they are done. */
    failNext: (failure: Failing) => ask('POST', '/fail', failure),
    mails: (mailbox: string) => ask<ShownMail[]>('GET', `/mails${at(mailbox)}`),
    allMails: () => ask<ShownMail[]>('GET', '/all-mails'),
    grants: (mailbox: string) => ask<Grant[]>('GET', `/grants${at(mailbox)}`),
    mailbox: (mailbox: string) => ask<Mailbox>('GET', `/mailbox${at(mailbox)}`),
  };
}
