/** The privacy policy in force; sign-up records that it was accepted. Apart from its text, which is long. */
export const POLICY_VERSION = '2026-11-26';
