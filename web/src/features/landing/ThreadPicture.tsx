import { PersonAvatar } from '../../ui/PersonAvatar.js';
import { classes } from '../../ui/classes.js';
import styles from './ThreadPicture.module.css';

const BUBBLES = [
  {
    from: 'in',
    via: 'Text',
    text: 'Hi! Is the house on Alder Street still free to see this week?',
    at: '9:41',
  },
  { from: 'out', via: 'Text', text: 'It is. Thursday at 5 or Saturday at 11?', at: '9:42' },
  { from: 'in', via: 'Email', text: 'Saturday please. Could you mail me the address?', at: '9:58' },
  { from: 'out', via: 'Email', text: '12 Alder Street, ring at the blue door. See you then!', at: '10:01' },
] as const;

/** What the product looks like; a picture, so one label instead of its parts. */
export function ThreadPicture() {
  return (
    <div
      className={styles.picture}
      role="img"
      aria-label="A conversation with one lead: two texts and two emails in one thread, answered within minutes."
    >
      <div className={styles.head}>
        <PersonAvatar name="Maya Torres" size={32} />
        <div>
          <strong>Maya Torres</strong>
          <span>Assigned to Ben</span>
        </div>
      </div>
      {BUBBLES.map(({ from, via, text, at }) => (
        <div key={at} className={classes(styles.bubble, from === 'out' && styles.isOut)}>
          <p>{text}</p>
          <span className="lp-number">
            {via} · {at}
          </span>
        </div>
      ))}
    </div>
  );
}
