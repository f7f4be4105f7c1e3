import type { Mailing } from '../functions/src/news/mailings.js';
import { forecast } from '../functions/src/news/forecast.js';
import type { RunReport } from '../functions/src/news/runMailing.js';
import { runMailing } from '../functions/src/news/runMailing.js';
import { setTimeout as wait } from 'node:timers/promises';

const TELL_EVERY = 100;

const SKIPPED: Record<string, string> = {
  done: 'have it, or were tried for good',
  'given-up': 'put off by their mail server three times',
  'no-account': 'have no page any more',
  'not-wanted': 'took it back',
  'no-consent': 'have no yes on record',
  'opted-out': 'wrote to support that they want none',
  'knows-it': 'have accepted this version',
  unconfirmed: 'never confirmed their address, or are closed',
};

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Sends a mailing, or says what sending would do; answers with the exit code. */
export async function sendMailing(mailing: Mailing, isDryRun: boolean): Promise<number> {
  say(`“${mailing.subject}” (${mailing.mailClass}), mailing ${mailing.id}`);
  if (isDryRun) {
    const { due, skipped } = await forecast(mailing);
    say(`Nothing is sent or written. Now it would go to ${due}.`);
    tellSkipped(skipped);
    return 0;
  }
  for (;;) {
    const report = await runMailing(mailing, (looked, sent) => {
      if (looked % TELL_EVERY === 0) say(`  looked at ${looked}, sent ${sent}`);
    });
    if (typeof report.stop === 'string') return tellReport(report, report.stop);
    const seconds = Math.ceil(report.stop.busyMs / 1000);
    say(`Another run is at work, or died a moment ago. Looking again in ${seconds} s.`);
    await wait(report.stop.busyMs + 200);
  }
}

const STOPS: Record<Extract<RunReport['stop'], string>, { words: string; code: number }> = {
  finished: { words: 'Finished: everybody who is due has it.', code: 0 },
  'already-finished': { words: 'This was finished before; nothing was sent now.', code: 0 },
  'some-wait': { words: 'Some mail servers put it off. Run the same command again in an hour.', code: 2 },
  'server-away': {
    words: 'Our mail server cannot be reached. Nothing is lost: run the same command again.',
    code: 1,
  },
  lost: { words: 'Another run has taken over; this one stopped.', code: 1 },
};

function tellReport({ tally, skipped }: RunReport, stop: Extract<RunReport['stop'], string>): number {
  const { words, code } = STOPS[stop];
  say(`sent ${tally.sent}, refused ${tally.refused}, uncertain ${tally.uncertain}, waiting ${tally.waiting}`);
  if (tally.uncertain > 0)
    say('  uncertain: it may have arrived, so it is not sent again (docs/decisions/016)');
  tellSkipped(skipped);
  say(words);
  return code;
}

function tellSkipped(skipped: RunReport['skipped']): void {
  for (const [reason, count] of Object.entries(skipped))
    say(`  ${count} skipped: ${SKIPPED[reason] ?? reason}`);
}
