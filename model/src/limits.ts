/** Each limit once. firestore.rules repeats some of them by name; tests pin both sides. */
export const LIMITS = {
  orgName: 80,
  personName: 80,
  email: 254,
  phone: 16,
  company: 120,
  postalAddress: 300,
  handlesPerContact: 10,
  tagsPerContact: 20,
  tag: 40,
  customFields: 30,
  customKey: 40,
  customValue: 500,
  smsBody: 1600,
  emailBody: 50_000,
  subject: 200,
  references: 20,
  referenceId: 300,
  attachments: 50, // listed with a message
  attachmentName: 150,
  voiceRelays: 20, // addresses of Google Voice kept with a contact
  note: 10_000,
  preview: 140,
  listPage: 100,
  consentNote: 300,
  consentWords: 1000,
  undoSeconds: 60,
  sendLaterDays: 365,
  searchTerm: 20,
  lastActiveMinutes: 10, // at most so often is a seat told that its member is here
  usesPerBatch: 10_000, // of one feature, in one batch of usage counts
  batchesPerDay: 5_000, // of usage counts, of one organization; more are not added up
} as const;
