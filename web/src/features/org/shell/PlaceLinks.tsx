import { NavLink } from 'react-router';
import { useSeat } from '../../../lib/session.js';
import { classes } from '../../../ui/classes.js';
import { placesFor } from '../places.js';
import styles from './Shell.module.css';

export function PlaceLinks() {
  const { orgId, may } = useSeat();
  return (
    <div className={styles.places}>
      <ul>
        {placesFor(may).map(({ path, label, Icon, isSeldom = false }) => (
          <li key={path} data-seldom={isSeldom}>
            <NavLink to={`/o/${orgId}/${path}`} className={classes(styles.place)}>
              <Icon size={22} stroke={1.6} aria-hidden="true" />
              {label}
            </NavLink>
          </li>
        ))}
      </ul>
    </div>
  );
}
