const LEAST_CHARGE_CENTS = 50;

/**
 * What an invoice asks for once the customer's balance is used, and the balance after it. A negative balance is a
 * credit. Less than Stripe can charge is not charged but owed: it waits in the balance for the next invoice.
 */
export function applyBalance(
  totalCents: number,
  balanceCents: number,
): { dueCents: number; balanceCents: number } {
  const asked = totalCents + balanceCents;
  const dueCents = totalCents > 0 && asked >= LEAST_CHARGE_CENTS ? asked : 0;
  return { dueCents, balanceCents: asked - dueCents };
}
