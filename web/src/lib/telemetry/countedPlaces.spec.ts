import { FEATURES } from '@leadpulse/model';
import { expect } from 'chai';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const WEB = new URL('../..', import.meta.url).pathname;
const COUNTING = /telemetry\/(count|useCounting)\.js|OPENED/; // what imports the counter, or is the list of screens

/** The sources of the SPA that count. */
function counting(): string {
  return readdirSync(WEB, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('.spec.'))
    .map((file) => readFileSync(join(WEB, file), 'utf8'))
    .filter((source) => COUNTING.test(source))
    .join('\n');
}

describe('the list of features [P3]', () => {
  const source = counting();
  for (const feature of FEATURES) {
    it(`has a place where ${feature} is counted`, () => expect(source).to.include(`'${feature}'`));
  }
});
