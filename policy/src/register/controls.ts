import type { PromiseId } from '../clause.js';
import type { Control } from '../register.js';

/** What keeps each promise. */
export const CONTROLS: Record<PromiseId, readonly Control[]> = {
  P1: [
    { file: 'model/src/org.ts', does: 'the input of createOrg: an unknown field is refused' },
    { file: 'web/src/features/account/DetailsStep.tsx', does: 'the questions of sign-up' },
  ],
  P2: [
    { file: 'functions/src/billing/startCheckout.callable.ts', does: 'sends the buyer to Stripe’s own page' },
    { file: 'web/src/features/billing/leaveTo.ts', does: 'leaves for Stripe’s pages only' },
  ],
  P3: [
    { file: 'model/src/telemetry.ts', does: 'the closed list of features and browser families' },
    { file: 'firestore.rules', does: 'lets in whole numbers of listed features and nothing else' },
  ],
  P4: [
    { file: 'firestore.rules', does: 'has no place for a word in a batch, not even in its id' },
    { file: 'web/src/lib/telemetry/count.ts', does: 'takes the name of a feature and nothing else' },
  ],
  P5: [
    {
      file: 'policy/src/storage.ts',
      does: 'lists every key with its purpose, its life and whether it is needed',
    },
    {
      file: 'web/src/lib/browserStorage.ts',
      does: 'the only way to the browser’s storage, for keys of the list',
    },
    {
      file: 'web/src/features/org/shell/StorageBanner.tsx',
      does: 'asks once, with two answers that are alike',
    },
    { file: 'web/src/lib/telemetry/whyOff.ts', does: 'asks choice, Global Privacy Control and Do Not Track' },
  ],
  P6: [{ file: 'model/src/dataRegister.ts', does: 'has the purpose of each field, or a test fails' }],
  P7: [
    {
      file: 'model/src/mailClasses.ts',
      does: 'lists every notice; a mail of ours names its class or is not built',
    },
    { file: 'functions/src/platform/systemMail.ts', does: 'the one way a notice goes out' },
  ],
  P8: [
    { file: 'model/src/usageAggregate.ts', does: 'leaves out what fewer than ten organizations stand for' },
    { file: 'functions/src/telemetry/rollUpUsage.schedule.ts', does: 'makes the sums, without ids' },
  ],
  P9: [
    { file: 'model/src/mailing.ts', does: 'sends to a yes on record and to nobody else' },
    { file: 'functions/src/news/recipients.ts', does: 'reads that yes in the step that claims the copy' },
    {
      file: 'functions/src/news/unsubscribe.webhook.ts',
      does: 'stops a list by one click, without a sign-in',
    },
    { file: 'functions/src/news/optOutByStaff.ts', does: 'records what was said to support' },
    { file: 'functions/src/news/recordChoices.ts', does: 'puts each choice on record, with its moment' },
  ],
  P10: [{ file: 'firestore.rules', does: 'looks up the seat in that very organization, on every request' }],
  P11: [
    { file: 'model/src/permissions.ts', does: 'the one table of roles and capabilities' },
    { file: 'firestore.rules', does: 'enforces it, “sees everything” and “only assigned” included' },
  ],
  P12: [
    { file: 'policy/src/processors.ts', does: 'names each company, what it does and what it gets' },
    { file: '.dependency-cruiser.cjs', does: 'lets no code reach outside that does not name one of them' },
  ],
  P13: [
    { file: 'model/src/disclosure.ts', does: 'chains the entries of the log; a later change shows' },
    { file: 'local/disclosureLog.ts', does: 'writes an entry, for staff only' },
    { file: 'firestore.rules', does: 'lets no app and no browser near the log' },
  ],
  P14: [
    { file: 'local/hosting/headers.ts', does: 'lets pages load and ask nothing from anybody but Firebase' },
    {
      file: 'web/src/lib/firebase/noHeartbeat.ts',
      does: 'takes out what tells Google on which days one was here',
    },
    { file: 'web/vite.config.ts', does: 'builds the app; Firestore asks our own site whether it is online' },
  ],
  P15: [
    { file: 'local/hosting/headers.ts', does: 'insists on HTTPS, and lets no script but our own run' },
    { file: 'functions/src/platform/systemMail.ts', does: 'insists on TLS' },
    { file: 'functions/src/platform/callable.ts', does: 'insists on a sign-in' },
  ],
  P16: [
    {
      file: 'web/src/ui/ExternalLink.tsx',
      does: 'opens them in a tab of their own, marked, telling nothing of us',
    },
    { file: '.oxlintrc.json', does: 'lets no other code open a tab' },
  ],
  P17: [
    { file: 'web/src/features/account/age.ts', does: 'works the age out in the browser' },
    { file: 'web/src/features/account/signUpDoor.ts', does: 'keeps the door shut, without a date' },
    { file: 'local/privacyDesk.ts', does: 'removes the account of a child, with a receipt' },
  ],
  P18: [
    { file: 'policy/src/versions.ts', does: 'keeps every version' },
    {
      file: 'functions/src/policy/acceptPolicy.callable.ts',
      does: 'records what was seen and accepted, once',
    },
    {
      file: 'web/src/features/org/shell/PolicyNotice.tsx',
      does: 'tells everybody who accepted an earlier one',
    },
    { file: 'policy/src/difference.ts', does: 'compares two of them, sentence by sentence' },
  ],
  P19: [
    { file: 'web/src/features/policy/ContactRoute.tsx', does: 'gives the address' },
    { file: 'functions/src/privacy/remindRequests.schedule.ts', does: 'reminds of what is due' },
    { file: 'local/privacyDesk.ts', does: 'lists what was asked, by its day, and answers it' },
  ],
  P20: [
    { file: 'model/src/erasurePlan.ts', does: 'lists every place where a document names somebody' },
    { file: 'functions/src/privacy/erasePersonJob.ts', does: 'erases a person, at every step once' },
    { file: 'functions/src/org/changeMyName.callable.ts', does: 'corrects a name wherever it stands' },
    { file: 'functions/src/privacy/eraseContact.callable.ts', does: 'erases a lead with the conversation' },
    { file: 'functions/src/privacy/downloadExport.http.ts', does: 'streams an export to who asked for it' },
    { file: 'functions/src/privacy/requestPrivacy.callable.ts', does: 'starts the clock of a request' },
    { file: 'functions/src/privacy/keepTimers.schedule.ts', does: 'keeps an organization’s time limit' },
    { file: 'functions/src/org/purgeOrgs.schedule.ts', does: 'erases deleted organizations' },
  ],
};
