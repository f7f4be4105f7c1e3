import type { Clause } from '@leadpulse/policy/clause';
import { differenceOf } from '@leadpulse/policy/difference';
import type { ChangedClause, Piece } from '@leadpulse/policy/difference';
import { CURRENT_POLICY, policyOf } from '@leadpulse/policy/versions';
import { policyDay } from '../../lib/policyDay.js';
import { PublicSection } from '../../ui/plain/PublicPage.js';
import styles from './Policy.module.css';

/** Clause by clause, sentence by sentence: what is new, what reads differently, what is gone. */
export function ChangesSection({ since }: { since: string }) {
  const earlier = policyOf(since);
  if (earlier === null) {
    return (
      <PublicSection id="what-changed" title="What changed">
        <p>
          There is no version of that day to compare with. All versions are listed at the end of this page.
        </p>
      </PublicSection>
    );
  }
  const { added, changed, removed } = differenceOf(earlier, CURRENT_POLICY);
  return (
    <PublicSection id="what-changed" title={`What changed since ${policyDay(since)}`}>
      {added.length + changed.length + removed.length === 0 && <p>Nothing: that is the version in force.</p>}
      <div className={styles.changes}>
        {added.map((clause) => (
          <WholeClause key={clause.id} clause={clause} fate="added" />
        ))}
        {changed.map((change) => (
          <Change key={change.to.id} change={change} />
        ))}
        {removed.map((clause) => (
          <WholeClause key={clause.id} clause={clause} fate="removed" />
        ))}
      </div>
    </PublicSection>
  );
}

function WholeClause({ clause, fate }: { clause: Clause; fate: 'added' | 'removed' }) {
  const { id, title, paragraphs, list = [] } = clause;
  return (
    <article>
      <h3>{fate === 'added' ? <a href={`#${id}`}>{title}</a> : title}</h3>
      <p className={styles.kind}>{fate === 'added' ? 'New' : 'No longer there'}</p>
      {[...paragraphs, ...list].map((text) => (
        <p key={text}>
          <Marked piece={{ fate, text }} />
        </p>
      ))}
    </article>
  );
}

function Change({ change: { from, to, pieces } }: { change: ChangedClause }) {
  return (
    <article>
      <h3>
        <a href={`#${to.id}`}>{to.title}</a>
      </h3>
      <p className={styles.kind}>{from.title === to.title ? 'Changed' : `Changed; it was “${from.title}”`}</p>
      <p>
        {pieces.map((piece, at) => (
          <span key={`${at}${piece.text}`}>
            <Marked piece={piece} />{' '}
          </span>
        ))}
      </p>
    </article>
  );
}

/** Colour is not all that tells: what went is struck through, what came is underlined, and both say so to a screen reader. */
function Marked({ piece: { fate, text } }: { piece: Piece }) {
  if (fate === 'kept') return text;
  if (fate === 'added') {
    return (
      <ins>
        <span className="lp-visually-hidden">New: </span>
        {text}
      </ins>
    );
  }
  return (
    <del>
      <span className="lp-visually-hidden">Gone: </span>
      {text}
    </del>
  );
}
