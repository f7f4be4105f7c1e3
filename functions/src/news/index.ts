export { noteLateBounce } from './lateBounce.js';
