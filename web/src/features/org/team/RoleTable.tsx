import { ROLES, can } from '@leadpulse/model';
import { IconCheck, IconMinus } from '@tabler/icons-react';
import { CAPABILITY_WORDS, ROLE_WORDS } from '../../../lib/roleWords.js';
import styles from './RoleTable.module.css';

/** The table of `model/src/permissions.ts`, in words. */
export function RoleTable() {
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
