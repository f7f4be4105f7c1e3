const { writeFileSync } = require('node:fs');
const { relative } = require('node:path');
const { reporters, Runner } = require('mocha');

const { EVENT_TEST_PASS, EVENT_TEST_FAIL, EVENT_SUITE_END, EVENT_RUN_END } = Runner.constants;
const TAG = /\[(P\d+)\]/g; // a promise of the privacy policy, see promises.ts

/** Tells what failed, in full, and how many passed; writes both numbers, and those of each promise, to the file TEST_REPORT. */
class Summary extends reporters.Base {
  constructor(runner, options) {
    super(runner, options);
    const result = { passed: 0, failed: 0, promises: {} };
    runner.on(EVENT_TEST_PASS, (test) => {
      result.passed += 1;
      note(result.promises, test, 'passed');
    });
    runner.on(EVENT_TEST_FAIL, (test) => {
      result.failed += 1;
      note(result.promises, test, 'failed');
      process.stdout.write(`  ✗ ${test.fullTitle()}\n`);
    });
    runner.on(EVENT_SUITE_END, (suite) => {
      if (suite.parent?.root && suite.total() > 0) this.tellSuite(suite);
    });
    runner.once(EVENT_RUN_END, () => {
      if (this.failures.length > 0) reporters.Base.list(this.failures);
      if (process.env.TEST_REPORT) writeFileSync(process.env.TEST_REPORT, JSON.stringify(result));
    });
  }

  /** Slow suites show that something is happening; the quick ones are only counted. */
  tellSuite(suite) {
    let ms = 0;
    suite.eachTest((test) => (ms += test.duration ?? 0));
    if (ms > 1000) process.stdout.write(`    ${(ms / 1000).toFixed(1).padStart(6)} s  ${suite.title}\n`);
  }
}

/** Counts a test, or a hook that failed, with the promises whose tags stand in its title or above it. */
function note(promises, test, outcome) {
  const [outermost = ''] = test.titlePath();
  const suite = outermost.replace(/\s*\[P\d+\]/g, '');
  const key = `${relative(process.cwd(), test.file ?? '')} › ${suite}`;
  for (const id of new Set([...test.fullTitle().matchAll(TAG)].map(([, tag]) => tag))) {
    const suites = (promises[id] ??= {});
    const counts = (suites[key] ??= { suite, passed: 0, failed: 0 });
    counts[outcome] += 1;
  }
}

module.exports = Summary;
