export { connectedAccounts } from './accounts.js';
export { leaveProviders } from './connecting/leaveProviders.js';
export { planPracticeAccounts, writeAccounts } from './sandboxAccounts.js';
