import type { Plan, PlanPreview } from '@leadpulse/model';
import { money } from '../../lib/money.js';
import { longDate } from '../../lib/time.js';
import { classes } from '../../ui/classes.js';
import styles from './Billing.module.css';

/** Stripe's lines, what is due at once, what is left over, and what comes next. */
export function PreviewTable({ preview, plan }: { preview: PlanPreview; plan: Plan }) {
  const { lines, dueNowCents, carriedCents, creditCents, nextCents, nextAtMs } = preview;
  return (
    <>
      <table className={classes(styles.preview, 'lp-number')}>
        <caption className="lp-visually-hidden">What the switch to {plan.name} costs</caption>
        <tbody>
          {lines.map(({ text, cents }, at) => (
            <tr key={at}>
              <th scope="row">{text}</th>
              <td>{money(cents)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className={styles.due}>
            <th scope="row">Due now</th>
            <td>{money(dueNowCents)}</td>
          </tr>
          {carriedCents > 0 && (
            <tr>
              <th scope="row">Too little to charge: added to your next invoice</th>
              <td>{money(carriedCents)}</td>
            </tr>
          )}
          {creditCents > 0 && (
            <tr>
              <th scope="row">Credit for your next invoices</th>
              <td>{money(creditCents)}</td>
            </tr>
          )}
          <tr>
            <th scope="row">
              {nextAtMs === null ? 'Then each month' : `Each month from ${longDate(nextAtMs)}`}
            </th>
            <td>{money(nextCents)}</td>
          </tr>
        </tfoot>
      </table>
      <p className={styles.next}>
        {dueNowCents > 0
          ? `${money(dueNowCents)} is charged to your card at once. ${plan.name} works as soon as it is paid.`
          : `Nothing is charged now. ${plan.name} works at once.`}
      </p>
    </>
  );
}
