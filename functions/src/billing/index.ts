export { endBilling, stopRenewal } from './endBilling.js';
export { openTrial } from './openTrial.js';
export { refreshUse } from './monthlyUse.js';
