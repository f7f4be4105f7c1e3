import { ROLES, can, effectiveSees } from '@leadpulse/model';
import type { Member } from '@leadpulse/model';
import { IconCheck, IconMinus } from '@tabler/icons-react';
import { collection, limit, query } from 'firebase/firestore';
import { db } from '../../lib/firebase/firestore.js';
import { useLiveQuery } from '../../lib/live.js';
import type { Row } from '../../lib/live.js';
import { CAPABILITY_WORDS, ROLE_WORDS, SEES_WORDS } from '../../lib/roleWords.js';
import { useSeat } from '../../lib/session.js';
import { Page, Section } from '../../ui/Page.js';
import { PageTitle } from '../../ui/PageTitle.js';
import { PersonAvatar } from '../../ui/PersonAvatar.js';
import { LiveProblem, LoadingState } from '../../ui/states.js';
import styles from './TeamRoute.module.css';

/** Who is in the organization, and what each role may do. */
export function TeamRoute() {
  const { orgId, name } = useSeat();
  const path = `orgs/${orgId}/members`;
  const live = useLiveQuery<Member>(path, () => query(collection(db, path), limit(100)));
  if (live.status === 'loading') return <LoadingState />;
  if (live.status !== 'ready') return <LiveProblem live={live} what="the team" />;
  const members = [...live.data].sort(byRoleAndName);
  return (
    <Page title="Team" lead={`Everybody with a seat in ${name}.`}>
      <PageTitle parts={['Team', name]} />
      <Section title={members.length === 1 ? '1 member' : `${members.length} members`}>
        <ul className={styles.members}>
          {members.map((member) => (
            <MemberRow key={member.id} member={member} />
          ))}
        </ul>
      </Section>
      <Section
        title="What each role may do"
        about="The database checks this on every request, not only these screens."
      >
        <RoleTable />
      </Section>
    </Page>
  );
}

function byRoleAndName({ data: a }: Row<Member>, { data: b }: Row<Member>): number {
  return ROLES.indexOf(a.role) - ROLES.indexOf(b.role) || a.displayName.localeCompare(b.displayName);
}

function MemberRow({ member: { id, data } }: { member: Row<Member> }) {
  const { uid } = useSeat();
  return (
    <li className={styles.member}>
      <PersonAvatar name={data.displayName} seed={id} size={36} />
      <div className={styles.who}>
        <strong>
          {data.displayName}
          {id === uid && <span className={styles.you}> (you)</span>}
        </strong>
        <span>{data.email}</span>
      </div>
      <div className={styles.seat}>
        <span className={styles.role}>{ROLE_WORDS[data.role]}</span>
        <span>{SEES_WORDS[effectiveSees(data)]}</span>
      </div>
    </li>
  );
}

function RoleTable() {
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label="Roles, to scroll sideways">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">
              <span className="lp-visually-hidden">Capability</span>
            </th>
            {ROLES.map((role) => (
              <th key={role} scope="col">
                {ROLE_WORDS[role]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {CAPABILITY_WORDS.map(({ words, capability }) => (
            <tr key={capability}>
              <th scope="row">{words}</th>
              {ROLES.map((role) => (
                <td key={role}>
                  <Mark isGranted={can(role, capability)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Mark({ isGranted }: { isGranted: boolean }) {
  const Icon = isGranted ? IconCheck : IconMinus;
  return (
    <>
      <Icon size={16} className={isGranted ? styles.yes : styles.no} aria-hidden="true" />
      <span className="lp-visually-hidden">{isGranted ? 'yes' : 'no'}</span>
    </>
  );
}
