export { handleRef, suppressionRef } from './addresses.js';
