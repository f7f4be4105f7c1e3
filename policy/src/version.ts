/** The privacy policy in force; sign-up records that it was accepted. */
export const POLICY_VERSION = '2026-11-25';
