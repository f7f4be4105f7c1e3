import { Link } from 'react-router';
import { PRIVACY_PLACES } from '../../lib/privacyPlaces.js';
import styles from './PrivacyLinks.module.css';

/** The way to everything we say about data, at the foot of pages before the sign-in. */
export function PrivacyLinks() {
  return (
    <nav aria-label="Privacy and security">
      <ul className={styles.links}>
        {PRIVACY_PLACES.map(([path, label]) => (
          <li key={path}>
            <Link to={path}>{label}</Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
