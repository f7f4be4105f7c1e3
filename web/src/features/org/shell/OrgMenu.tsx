import { Menu } from '@mantine/core';
import { IconCheck, IconFlag, IconPlus } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useSeat, useSession } from '../../../lib/session.js';
import { classes } from '../../../ui/classes.js';
import { PersonAvatar } from '../../../ui/PersonAvatar.js';
import { placesFor } from '../places.js';
import styles from './Shell.module.css';

/** The switcher between a person's organizations. */
export function OrgMenu() {
  const { orgId, name, may } = useSeat();
  const { profile } = useSession();
  const orgs = Object.entries(profile?.orgs ?? {}).sort(([, a], [, b]) => a.name.localeCompare(b.name));
  return (
    <Menu position="bottom-start" width={260} withinPortal={false}>
      <Menu.Target>
        <button
          type="button"
          className={classes(styles.square, styles.org)}
          aria-label={`Organization: ${name}`}
        >
          <PersonAvatar name={name} seed={orgId} size={32} isSquare />
          <span className={styles.orgName} aria-hidden="true">
            {name}
          </span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Your organizations</Menu.Label>
        {orgs.map(([id, org]) => (
          <Menu.Item
            key={id}
            component={Link}
            to={`/o/${id}/inbox`}
            leftSection={<PersonAvatar name={org.name} seed={id} size={24} isSquare />}
            rightSection={<Mark isOpen={id === orgId} isDeleted={(org.purgeAt ?? null) !== null} />}
          >
            {org.name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item component={Link} to={`/o/${orgId}/start`} leftSection={<IconFlag size={16} />}>
          Show first steps
        </Menu.Item>
        {placesFor(may)
          .filter(({ isSeldom }) => isSeldom)
          .map(({ path, label, Icon }) => (
            <Menu.Item
              key={path}
              component={Link}
              to={`/o/${orgId}/${path}`}
              leftSection={<Icon size={16} />}
            >
              Show {label.toLowerCase()}
            </Menu.Item>
          ))}
        <Menu.Item component={Link} to="/new-organization" leftSection={<IconPlus size={16} />}>
          Create an organization
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function Mark({ isOpen, isDeleted }: { isOpen: boolean; isDeleted: boolean }) {
  if (isDeleted) return <span className={styles.deleted}>Deleted</span>;
  return isOpen ? <IconCheck size={16} aria-label="open now" /> : null;
}
