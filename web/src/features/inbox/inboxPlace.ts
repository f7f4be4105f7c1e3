import { QUEUES, type QueueId } from '@leadpulse/model';
import { useLocation, useNavigate, useParams, useSearchParams, type Location } from 'react-router';
import { useSeat } from '../../lib/session.js';
import type { InboxPlace } from './inboxQueries.js';

/** Where in the inbox the URL points. */
export interface Place extends InboxPlace {
  queue: QueueId;
  contactId: string | null;
  search: string;
  isDetails: boolean; // the contact panel, where it does not stand beside the thread
  listPath: string;
  threadPath: (contactId: string) => string;
  queuePath: (queue: QueueId) => string;
}

/** The queues a member has: who sees only their own contacts has no unassigned ones, and all are theirs. */
export function queuesFor(sees: InboxPlace['sees']): (typeof QUEUES)[number][] {
  return QUEUES.filter(({ id }) => sees === 'everything' || (id !== 'unassigned' && id !== 'all'));
}

export function usePlace(): Place {
  const { orgId, uid, sees } = useSeat();
  const { queue: named, contactId = null } = useParams();
  const [query] = useSearchParams();
  const queues = queuesFor(sees);
  const queue = queues.find(({ id }) => id === named)?.id ?? (sees === 'everything' ? 'all' : 'mine');
  const search = query.get('q') ?? '';
  const inbox = `/o/${orgId}/inbox`;
  const kept = search === '' ? '' : `?q=${encodeURIComponent(search)}`;
  return {
    orgId,
    uid,
    sees,
    queue,
    contactId,
    search,
    isDetails: query.get('details') === '1',
    listPath: `${inbox}/${queue}${kept}`,
    threadPath: (id) => `${inbox}/${queue}/${id}${kept}`,
    queuePath: (id) => `${inbox}/${id}`,
  };
}

/** Moves within the inbox. From thread to thread replaces, so that Back always leads from a thread to the list. */
export function useMoves(place: Place) {
  const navigate = useNavigate();
  const { state: from } = useLocation() as Location<{ fromList?: boolean } | null>;
  const isFromList = from?.fromList === true;
  const { contactId, listPath } = place;
  return {
    openThread: (id: string) =>
      void navigate(
        place.threadPath(id),
        contactId === null
          ? { state: { fromList: true } }
          : { replace: true, state: { fromList: isFromList } },
      ),
    leaveThread: () => void (isFromList ? navigate(-1) : navigate(listPath, { replace: true })),
    openQueue: (queue: QueueId) => void navigate(place.queuePath(queue)),
  };
}
