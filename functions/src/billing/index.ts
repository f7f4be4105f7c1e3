export { endBilling, stopRenewal } from './endBilling.js';
export { forgetEvents, passOnCustomer } from './erasedPayer.js';
export { openTrial } from './openTrial.js';
export { refreshUse } from './monthlyUse.js';
