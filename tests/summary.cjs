const { writeFileSync } = require('node:fs');
const { reporters, Runner } = require('mocha');

const { EVENT_TEST_PASS, EVENT_TEST_FAIL, EVENT_SUITE_END, EVENT_RUN_END } = Runner.constants;

/** Tells what failed, in full, and how many passed; writes both numbers to the file TEST_REPORT. */
class Summary extends reporters.Base {
  constructor(runner, options) {
    super(runner, options);
    const result = { passed: 0, failed: 0 };
    runner.on(EVENT_TEST_PASS, () => (result.passed += 1));
    runner.on(EVENT_TEST_FAIL, (test) => {
      result.failed += 1;
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

module.exports = Summary;
