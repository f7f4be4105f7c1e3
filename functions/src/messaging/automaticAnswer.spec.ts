import { LIMITS } from '@leadpulse/model';
import { expect } from 'chai';
import { replySubject } from './automaticAnswer.js';

describe('the subject of an answer', () => {
  for (const [subject, reply] of [
    ['Your viewing', 'Re: Your viewing'],
    ['RE: Your viewing', 'RE: Your viewing'],
    ['', 'Re:'],
    ['Two\r\nlines', 'Re: Two lines'],
  ] as const) {
    it(`to ${JSON.stringify(subject)} is ${JSON.stringify(reply)}`, () => {
      expect(replySubject(subject)).to.equal(reply);
    });
  }

  it('stays within the limit', () => {
    expect(replySubject('x'.repeat(500)).length).to.equal(LIMITS.subject);
  });
});
