import { expect } from 'chai';
import { mailMessageId, readMailMessageId } from './messageId.js';

const PATH = { orgId: 'o1', contactId: 'c_2', messageId: 'confirm_in_3-a' };

describe('the Message-ID of a mail of ours', () => {
  const before = { ...process.env };
  beforeEach(() => {
    Object.assign(process.env, { MAIL_DOMAIN: 'mail.leadpulse.test', SITE_URL: 'https://leadpulse.test' });
  });
  after(() => {
    process.env = before;
  });

  it('leads back to its message', () => {
    expect(mailMessageId(PATH)).to.equal('<confirm_in_3-a.c_2.o1@mail.leadpulse.test>');
    expect(readMailMessageId(` ${mailMessageId(PATH)} `)).to.deep.equal(PATH);
    expect(readMailMessageId(mailMessageId(PATH).replace('mail.', 'MAIL.'))).to.deep.equal(PATH);
  });

  for (const text of [
    '<m.c.o@elsewhere.example>',
    '<m.c@mail.leadpulse.test>',
    '<m.c.o.x@mail.leadpulse.test>',
    '<m.c/../../o2.o@mail.leadpulse.test>',
    '<m.c.o@mail.leadpulse.test@mail.leadpulse.test>',
    '<..@mail.leadpulse.test>',
    '',
  ]) {
    it(`is not read into ${JSON.stringify(text)}`, () => {
      expect(readMailMessageId(text)).to.be.null;
    });
  }
});
