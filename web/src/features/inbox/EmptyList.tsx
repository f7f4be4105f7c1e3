import type { QueueId } from '@leadpulse/model';
import { IconCoffee, IconInbox, IconSearch } from '@tabler/icons-react';
import { Link } from 'react-router';
import { EmptyState } from '../../ui/states.js';
import type { Place } from './inboxPlace.js';

const WORDS: Record<QueueId, [title: string, text: string]> = {
  mine: [
    'Nothing is assigned to you',
    'Take a conversation from the unassigned ones, or wait for a colleague to assign one.',
  ],
  unassigned: ['Everything has an owner', 'New conversations appear here until somebody takes them.'],
  all: ['No open conversations', 'Texts and emails from leads appear here. Add a contact and write first.'],
  waiting: [
    'Nobody waits for an answer',
    'Leads whose last message was theirs appear here, who waits longest on top.',
  ],
  snoozed: ['Nothing is snoozed', 'Snooze a conversation to have it come back when you can deal with it.'],
  closed: [
    'Nothing is closed yet',
    'Close a conversation when it is done; it opens again when the lead writes.',
  ],
};

/** An empty queue says what would be here, and what to do next. */
export function EmptyList({ place }: { place: Place }) {
  if (place.search.trim() !== '') {
    return (
      <EmptyState
        icon={<IconSearch size={22} stroke={1.6} />}
        title="Nobody found"
        actions={<Link to={`/o/${place.orgId}/contacts`}>See all contacts</Link>}
      >
        No name, number or email begins with “{place.search.trim()}”.
      </EmptyState>
    );
  }
  const [title, text] = WORDS[place.queue];
  const isDone = place.queue === 'waiting' || place.queue === 'unassigned';
  const Icon = isDone ? IconCoffee : IconInbox;
  return (
    <EmptyState icon={<Icon size={22} stroke={1.6} />} title={title} actions={<NextStep place={place} />}>
      {text}
    </EmptyState>
  );
}

function NextStep({ place }: { place: Place }) {
  if (place.sees === 'assigned' || place.queue === 'all') {
    return <Link to={`/o/${place.orgId}/contacts`}>Go to the contacts</Link>;
  }
  const [queue, words] =
    place.queue === 'mine'
      ? (['unassigned', 'Show unassigned'] as const)
      : (['all', 'Show all open'] as const);
  return <Link to={place.queuePath(queue)}>{words}</Link>;
}
