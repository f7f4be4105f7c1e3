export { planPracticeAccounts, writeAccounts } from './sandboxAccounts.js';
