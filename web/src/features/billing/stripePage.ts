/** Where Stripe asks for cards, shows invoices and changes what it keeps. */
const STRIPE_HOSTS = ['checkout.stripe.com', 'billing.stripe.com', 'invoice.stripe.com'];

/** Whether an address is Stripe's; in a local world its stand-in answers on the machine that `here` is. */
export function isStripePage(url: string, here: Pick<Location, 'hostname'>, isLocal: boolean): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, port, username } = new URL(url);
  if (username !== '') return false;
  if (protocol === 'https:') return STRIPE_HOSTS.includes(hostname) && port === '';
  return isLocal && protocol === 'http:' && hostname === here.hostname;
}
