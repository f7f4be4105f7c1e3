import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import type { OptOutReading } from './optOut.js';
import { readOptOut } from './optOut.js';

const LINE = /^(stop|start|help|unclear|none)(@email)?(?:\[(.*?)\])?\t(.*)$/u;

/** A corpus is read line by line, so that it can be judged and grown without knowing the code. */
function corpus(name: string) {
  const lines = readFileSync(new URL(`../corpus/${name}`, import.meta.url), 'utf8').split('\n');
  return lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [, label, mail, subject = '', text = ''] = LINE.exec(line) ?? [];
      if (label === undefined) throw new Error(`not a line of a corpus: ${line}`);
      const channel = mail === undefined ? ('sms' as const) : ('email' as const);
      return { label: label as OptOutReading['kind'], channel, subject, body: text.replaceAll('\\n', '\n') };
    });
}

const CORPORA = ['optOut.txt', 'optOutHeldOut.txt', 'optOutRounds.txt'];

for (const name of CORPORA) {
  const replies = corpus(name);

  describe(`the labelled replies of ${name}`, function () {
    this.timeout(30_000); // hundreds of replies, on a busy machine
    for (const label of ['stop', 'start', 'help', 'unclear', 'none'] as const) {
      const labelled = replies.filter((reply) => reply.label === label);
      it(`are read as ${label} where they are (${labelled.length})`, () => {
        const wrong = labelled
          .map(({ body, channel, subject }) => ({ body, subject, ...readOptOut(body, channel, subject) }))
          .filter(({ kind }) => kind !== label);
        expect(wrong).to.deep.equal([]);
      });
    }
  });
}

describe('the corpus', () => {
  it('has 300 replies and more, none twice', () => {
    const replies = CORPORA.flatMap(corpus).map((reply) => JSON.stringify(reply));
    expect(replies).to.have.length.above(300);
    expect(new Set(replies).size).to.equal(replies.length);
  });
});
