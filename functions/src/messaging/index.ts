export { connectedAccounts } from './accounts.js';
export { planPracticeAccounts, writeAccounts } from './sandboxAccounts.js';
