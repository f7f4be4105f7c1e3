/** A tab of its own, which cannot reach back to us and does not learn where it was opened. Lint refuses any other way. */
export const OWN_TAB = { target: '_blank', rel: 'noopener noreferrer nofollow' } as const;
