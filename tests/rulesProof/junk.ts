import { SOME_DAY } from '../rules/documents.js';
import { NOW } from './values.js';

/** What is wrong almost everywhere. */
export const JUNK: readonly unknown[] = [
  null,
  true,
  7,
  -1,
  1.5,
  '',
  ' ',
  'x',
  [],
  [null],
  ['a', 1],
  {},
  { a: 1 },
  SOME_DAY,
  NOW,
];
