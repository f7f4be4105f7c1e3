/** What a world is made of besides the Auth and Firestore emulators, which are always there. */
export const PARTS = [
  'hosting',
  'functions',
  'mail',
  'sandbox',
  'stripe',
  'twilio',
  'google',
  'ticker',
  'pubsub',
] as const;
export type Part = (typeof PARTS)[number];
