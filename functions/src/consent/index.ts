export type { Said } from './ledger.js';
export { readHolders, writeLedger } from './ledger.js';
