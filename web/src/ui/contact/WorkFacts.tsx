import type { Contact } from '@leadpulse/model';
import type { ReactNode } from 'react';
import { StageMark } from './StageMark.js';
import styles from './WorkFacts.module.css';

interface Props {
  contact: Contact;
  nameOf: (uid: string) => string | null;
  children?: ReactNode; // further facts
}

/** Stage, assignee, company and tags, to read. */
export function WorkFacts({ contact: { company, stage, assigneeUid, tags }, nameOf, children }: Props) {
  const assignee = assigneeUid === null ? 'Nobody' : (nameOf(assigneeUid) ?? 'A colleague');
  return (
    <dl className={styles.facts}>
      {company !== '' && <Fact name="Company">{company}</Fact>}
      <Fact name="Stage">
        <StageMark stage={stage} />
      </Fact>
      <Fact name="Assigned to">{assignee}</Fact>
      {tags.length > 0 && (
        <Fact name="Tags">
          <Tags tags={tags} />
        </Fact>
      )}
      {children}
    </dl>
  );
}

export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Tags({ tags }: { tags: string[] }) {
  return (
    <span className={styles.tags}>
      {tags.map((tag) => (
        <span key={tag} className={styles.tag}>
          {tag}
        </span>
      ))}
    </span>
  );
}
