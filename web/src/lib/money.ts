const inFull = new Intl.NumberFormat('en', { style: 'currency', currency: 'USD' });
const inDollars = new Intl.NumberFormat('en', {
  style: 'currency',
  currency: 'USD',
  minimumFractionDigits: 0,
});

/** `$1,197.00`; what is taken off has a minus. */
export function money(cents: number): string {
  return inFull.format(cents / 100);
}

/** `$97`, as on a price tag: cents only where there are some. */
export function priceTag(cents: number): string {
  return cents % 100 === 0 ? inDollars.format(cents / 100) : money(cents);
}
