import { PERSON_DATA } from '@leadpulse/model';
import { useSession } from '../../lib/session.js';
import { Section } from '../../ui/Page.js';
import { HeldGroup } from './HeldGroup.js';
import { valueOf } from './heldWords.js';

/** Field by field: what we hold about the person, what for, who sees it and how long it is kept. */
export function HeldSection() {
  const { profile } = useSession();
  return (
    <Section
      title="What we hold, and why"
      about="Everything about you by name. What you write to leads belongs to the organization you write for."
    >
      {PERSON_DATA.map((held) => (
        <HeldGroup key={held.path} held={held} valueOf={(field) => valueOf(held, field, profile)} />
      ))}
    </Section>
  );
}
