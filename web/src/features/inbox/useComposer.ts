import type { GateAnswer } from '@leadpulse/model';
import { useMemo, useState } from 'react';
import { useMinute } from '../../lib/clock.js';
import { useSeat } from '../../lib/session.js';
import { addNote } from './changeContact.js';
import { afterSending, withoutWords, withWordsBack, type Draft } from './drafts.js';
import { keepDraft, keptDraft } from './draftShelf.js';
import { gateOnScreen } from './gateOnScreen.js';
import { replyReferences, replyRoute, replySubject, type ReplyRoute } from './replyRoute.js';
import { requestMessage } from './requestMessage.js';
import type { Directory } from '../../lib/useDirectory.js';
import type { Thread } from './useThread.js';
import { useHoursOfPhone } from './useHoursOfPhone.js';
import { sayFailed } from './sayFailed.js';

export interface Words {
  body: string;
  subject?: string | undefined;
}

export interface Composer {
  draft: Draft;
  change: (fields: Partial<Draft>) => void;
  route: ReplyRoute;
  subject: string;
  gate: GateAnswer | null; // null: the way is not chosen yet
  canSend: boolean;
  send: (sendAt: number | null) => void;
  saveNote: () => void;
  takeBack: (words: Words) => void;
  dropWords: (words: Words) => void;
}

/** What is being written in a thread: kept on every change, sent as the thread goes unless the person chose otherwise. */
export function useComposer(thread: Thread, directory: Directory): Composer {
  const { orgId, uid } = useSeat();
  const place = { orgId, uid, contactId: thread.contact.id };
  const [draft, setDraft] = useState(() => keptDraft(place));
  const { route, subject, references, gate } = useWay(thread, directory, draft);
  const keep = (make: (draft: Draft) => Draft): void => {
    const next = make(keptDraft(place)); // what is kept is the truth: a refused write may come back much later
    keepDraft(place, next);
    setDraft(next);
  };
  const channel = route.account?.account.channel ?? 'sms';
  const body = draft.body.trim();
  const canSend = body !== '' && gate !== null && gate.outcome !== 'block' && thread.messages !== null;
  const undoSeconds = directory.org?.settings.undoSendSeconds ?? 0;

  const send = (sendAt: number | null): void => {
    if (!canSend || !route.account || route.to === null) return;
    const { accountId, account } = route.account;
    const outgoing = { channel, accountId, from: account.address, to: route.to, subject, body, references };
    keep((kept) => ({ ...afterSending(kept), accountId: kept.accountId, to: kept.to }));
    requestMessage(place, { ...outgoing, undoSeconds, sendAt }).catch((error: unknown) => {
      keep((kept) => withWordsBack(kept, channel === 'email' ? { body, subject } : { body }));
      sayFailed('The message was not sent. Its text is back in the field.', error);
    });
  };
  const saveNote = (): void => {
    const note = draft.note.trim();
    if (note === '') return;
    keep(afterSending);
    addNote(place, note).catch((error: unknown) => {
      keep((kept) => ({ ...kept, mode: 'note', note }));
      sayFailed('The note was not saved. Its text is back in the field.', error);
    });
  };
  return {
    draft,
    change: (fields) => keep((kept) => ({ ...kept, ...fields })),
    route,
    subject,
    gate,
    canSend,
    send,
    saveNote,
    takeBack: (words) => keep((kept) => withWordsBack(kept, words)),
    dropWords: (words) => keep((kept) => withoutWords(kept, words)),
  };
}

/** By which account, to which address, under which subject, and whether the send gate would let it through. */
function useWay({ contact, messages }: Thread, { org, accounts }: Directory, draft: Draft) {
  const now = useMinute();
  const told = useMemo(() => messages?.map((row) => row.data) ?? [], [messages]);
  const { accountId, to } = draft;
  const route = useMemo(
    () => replyRoute({ accountId, to }, contact.data, accounts ?? [], told),
    [accountId, to, contact.data, accounts, told],
  );
  const recipient = useHoursOfPhone(route.account?.account.channel === 'sms' ? route.to : null);
  const subject = draft.subject ?? replySubject(told);
  const references = replyReferences(told, subject);
  const gate =
    org && route.account && route.to !== null
      ? gateOnScreen({
          account: route.account,
          to: route.to,
          subject,
          body: draft.body,
          contact: contact.data,
          org,
          recipient,
          at: now,
        })
      : null;
  return { route, subject, references, gate };
}
