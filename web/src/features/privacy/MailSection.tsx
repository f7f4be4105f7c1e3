import type { MailList, UserConsent } from '@leadpulse/model';
import { MAIL_LIST_FACTS, MAIL_LISTS, newestConsent } from '@leadpulse/model';
import { Switch } from '@mantine/core';
import { useState } from 'react';
import { choiceWords } from '../../lib/mailChoiceWords.js';
import { useSession } from '../../lib/session.js';
import { NoticeList } from '../../ui/NoticeList.js';
import { Section } from '../../ui/Page.js';
import styles from './Privacy.module.css';
import { chooseMail } from './chooseMail.js';
import { useConsents } from './useConsents.js';

/** The news a person wants, each with the day of the choice, and every mail that comes in any case. */
export function MailSection() {
  const { person, profile } = useSession();
  const consents = useConsents(person.uid);
  const [asked, setAsked] = useState<{ list: MailList; given: boolean } | null>(null); // until it is saved
  const [problem, setProblem] = useState(false);
  const choose = (list: MailList, given: boolean): void => {
    setProblem(false);
    setAsked({ list, given });
    chooseMail(person.uid, list, given)
      .catch(() => setProblem(true))
      .finally(() => setAsked(null));
  };
  if (profile === null) return null;
  return (
    <Section title="Mail from us" about="News comes only if you want it. A change holds at once.">
      {MAIL_LISTS.map((list) => {
        const { name, about, preference } = MAIL_LIST_FACTS[list];
        const given = asked?.list === list ? asked.given : profile.preferences[preference];
        return (
          <div key={list} className={styles.choice}>
            <Switch
              label={name}
              description={about}
              checked={given}
              onChange={(event) => choose(list, event.currentTarget.checked)}
            />
            <p className={styles.since} role="status">
              {choiceWords({ given, sinceMs: sinceOf(consents, list, given) })}
            </p>
          </div>
        );
      })}
      <div role="alert">
        {problem && (
          <p className={styles.problem}>The choice was not saved. Check your connection, then try again.</p>
        )}
      </div>
      <h3 className={styles.always}>Account notices, which always come</h3>
      <NoticeList />
    </Section>
  );
}

/** The moment of the choice that holds; null while the ledger does not tell of it. */
function sinceOf(consents: readonly UserConsent[], list: MailList, given: boolean): number | null {
  const entry = newestConsent(consents, MAIL_LIST_FACTS[list].what);
  return entry?.given === given ? entry.at.toMillis() : null;
}
