import { expect } from 'chai';
import { createHmac } from 'node:crypto';
import { isSigned } from './webhook.js';

const KEY = 'a key';
const BODY = Buffer.from('{"type":"message.status"}');
const NOW_MS = 1_800_000_000_000;

function sign(time: number, body = BODY, key = KEY): string {
  const mac = createHmac('sha256', key).update(`${time}.`).update(body).digest('hex');
  return `t=${time},v1=${mac}`;
}

describe('a webhook signature', () => {
  const now = NOW_MS / 1000;
  it('holds within five minutes either way', () => {
    for (const time of [now, now - 300, now + 300]) {
      expect(isSigned(sign(time), BODY, KEY, NOW_MS), String(time)).to.be.true;
    }
  });

  const forgeries: [string, string][] = [
    ['older than five minutes', sign(now - 301)],
    ['from the future', sign(now + 301)],
    ['over another body', sign(now, Buffer.from('{}'))],
    ['with another key', sign(now, BODY, 'another key')],
    ['whose time was changed', sign(now - 400).replace(/t=\d+/, `t=${now}`)],
    ['cut short', sign(now).slice(0, -1)],
    ['without a time', sign(now).replace(/t=\d+,/, '')],
    ['that is empty', ''],
  ];
  for (const [what, header] of forgeries) {
    it(`does not hold when it is one ${what}`, () => {
      expect(isSigned(header, BODY, KEY, NOW_MS)).to.be.false;
    });
  }
});
