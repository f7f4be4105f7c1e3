/** The public pages about privacy, as the footers list them. */
export const PRIVACY_PLACES: readonly (readonly [path: string, label: string])[] = [
  ['/privacy', 'Privacy policy'],
  ['/privacy/cookies', 'Cookies and storage'],
  ['/privacy/processors', 'Processors'],
  ['/privacy/promises', 'Promises kept'],
  ['/privacy/contact', 'Ask about your data'],
  ['/security', 'Security'],
];
