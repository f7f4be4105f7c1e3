/** What stands between a person and the seat they were invited to. */
export type InviteStep = 'offer' | 'sign-up' | 'confirm' | 'newcomer' | 'too-young' | InviteRefusal;

/** Where the way ends. @internal */
export const INVITE_REFUSALS = [
  'invite-not-found',
  'invite-expired',
  'invite-revoked',
  'invite-used',
  'invite-other-address',
  'already-a-member',
] as const;
export type InviteRefusal = (typeof INVITE_REFUSALS)[number];

export function isRefusal(step: InviteStep): step is InviteRefusal {
  return (INVITE_REFUSALS as readonly string[]).includes(step);
}

/** The steps that begin with the question of age: nobody is asked it twice. */
export function asksAge(step: InviteStep): boolean {
  return step === 'sign-up' || step === 'newcomer';
}

/** Where a refused acceptance leads; null: nowhere, its words stand beside the button. */
export function stepAfter(refusal: unknown): InviteStep | null {
  const reason = (refusal as { reason?: unknown } | null)?.reason;
  if (reason === 'email-not-verified') return 'confirm';
  if (reason === 'newcomer-missing' || reason === 'policy-version-old') return 'newcomer';
  return INVITE_REFUSALS.find((each) => each === reason) ?? null;
}

/** The token stands behind the `#` of the mailed link. */
export function tokenOf(hash: string): string {
  return hash.replace(/^#/, '');
}
