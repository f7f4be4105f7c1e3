import type { UserConsent } from '@leadpulse/model';

interface PolicyEvent {
  version: string;
  atMs: number;
  words: string;
}

const HOW: Partial<Record<UserConsent['source'], string>> = {
  'sign-up': 'Accepted at sign-up',
  'policy-notice': 'Accepted with the button of the notice',
  'going-on': 'Accepted by going on a day or more after the notice',
};

/** What the record says of the policy's versions, the latest first. */
export function policyEvents(consents: readonly UserConsent[]): PolicyEvent[] {
  return consents
    .map(({ what, source, textVersion, at }) => ({
      version: textVersion,
      atMs: at.toMillis(),
      words: what === 'policy-notice' ? 'The notice was shown to you' : (HOW[source] ?? 'Accepted'),
    }))
    .sort((a, b) => b.atMs - a.atMs);
}
