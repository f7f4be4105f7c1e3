import { PLANS } from '@leadpulse/model/plans';
import type { Plan } from '@leadpulse/model/plans';
import { Link } from 'react-router';
import { allowanceWords } from '../../lib/allowanceWords.js';
import { priceTag } from '../../lib/money.js';
import { Brand } from '../../ui/Brand.js';
import { classes } from '../../ui/classes.js';
import { PageTitle } from '../../ui/PageTitle.js';
import { ButtonLink } from '../../ui/plain/Buttons.js';
import { PrivacyLinks } from '../../ui/plain/PrivacyLinks.js';
import styles from './Landing.module.css';
import { ThreadPicture } from './ThreadPicture.js';

/** Why leads are safe: each is a rule or a test of the product, not a wish. */
const SAFE = [
  ['Yours alone', 'The database itself refuses every request from outside your organization.'],
  ['Seen by role', 'Members see everything or only their own leads, as you decide.'],
  ['STOP means stop', 'An opt-out holds from the next second on, and texts respect quiet hours.'],
  ['No trackers', 'No advertising, no tracking code, nothing sold.'],
] as const;

export function Landing() {
  return (
    <div className={styles.page}>
      <PageTitle parts={['Texts and emails of every lead in one inbox']} />
      <header className={styles.header}>
        <Brand />
        <nav aria-label="Account">
          <Link to="/sign-in" className={styles.signIn}>
            Sign in
          </Link>
        </nav>
      </header>
      <main id="main" tabIndex={-1}>
        <section className={styles.hero}>
          <div>
            <h1>Answer every lead first.</h1>
            <p className={styles.lead}>
              LeadPulse puts the texts and emails of each lead into one thread, in one inbox that your whole
              team answers from. Live, on any device.
            </p>
            <div className={styles.call}>
              <ButtonLink to="/sign-up">Start your free trial</ButtonLink>
              <span>14 days of everything, without a card.</span>
            </div>
          </div>
          <ThreadPicture />
        </section>
        <section className={styles.plans} aria-labelledby="plans">
          <h2 id="plans">What it costs</h2>
          <p className={styles.note}>Every plan: users unlimited, change or cancel at any time.</p>
          <ul>{PLANS.map(planCard)}</ul>
        </section>
        <section className={styles.safe} aria-labelledby="safe">
          <h2 id="safe">Why your leads are safe</h2>
          <ul>
            {SAFE.map(([title, text]) => (
              <li key={title}>
                <h3>{title}</h3>
                <p>{text}</p>
              </li>
            ))}
          </ul>
        </section>
      </main>
      <footer className={styles.footer}>
        <span>LeadPulse</span>
        <PrivacyLinks />
      </footer>
    </div>
  );
}

function planCard({ name, monthlyCents, suits, isPopular, allowances }: Plan) {
  return (
    <li key={name} className={classes(styles.plan, isPopular && styles.isPopular)}>
      <h3>
        {name}
        {isPopular && <span className={styles.badge}>Most popular</span>}
      </h3>
      <p className={classes(styles.price, 'lp-number')}>
        {priceTag(monthlyCents)} <span>a month</span>
      </p>
      <p>{suits}</p>
      <ul className={classes(styles.allowances, 'lp-number')}>
        {allowanceWords(allowances).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </li>
  );
}
