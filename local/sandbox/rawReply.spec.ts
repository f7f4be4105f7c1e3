import { expect } from 'chai';
import { simpleParser } from 'mailparser';
import { ourMessageId } from './mailRobot.js';
import { rawReply } from './rawReply.js';

const original = {
  headers: { 'message-id': '<m2.c1.o1@mail.leadpulse.test>', references: '<m1.c1.o1@mail.leadpulse.test>' },
  from: [{ address: 'team@harbor.example', name: 'Harbor Realty' }],
  to: [{ address: 'jose@leads.test', name: 'José Núñez' }],
  subject: 'Re: The flat on Harbor Street',
  text: 'Are you free on Saturday?\n',
};

const parse = (body: string): ReturnType<typeof simpleParser> =>
  simpleParser(
    rawReply({ to: original, from: 'jose@leads.test', body, now: new Date('2026-01-05T10:00:00Z') }),
  );

describe('a reply of the mail robot', () => {
  it('continues the thread', async () => {
    const mail = await parse('Yes!');
    expect(mail.inReplyTo).to.equal('<m2.c1.o1@mail.leadpulse.test>');
    expect(mail.references).to.deep.equal([
      '<m1.c1.o1@mail.leadpulse.test>',
      '<m2.c1.o1@mail.leadpulse.test>',
    ]);
    expect(mail.subject).to.equal('Re: The flat on Harbor Street');
  });

  it('comes from the lead by name and goes to the sending address', async () => {
    const mail = await parse('Yes!');
    expect(mail.from?.value[0]).to.include({ address: 'jose@leads.test', name: 'José Núñez' });
    expect(mail.headers.get('to')).to.have.nested.property('value[0].address', 'team@harbor.example');
  });

  it('keeps long unicode text and quotes the original', async () => {
    const mail = await parse('駐車場はありますか 🐕'.repeat(30));
    expect(mail.text).to.include('駐車場はありますか 🐕'.repeat(30));
    expect(mail.text).to.include('> Are you free on Saturday?');
  });

  it('has the same Message-ID when it is written twice', async () => {
    expect((await parse('Yes!')).messageId).to.equal((await parse('Yes!')).messageId);
    expect((await parse('Yes!')).messageId).to.not.equal((await parse('No.')).messageId);
  });
});

describe('the mail robot', () => {
  it('knows the mails of the product by their three-part Message-ID', () => {
    expect(ourMessageId('<m1.c1.o1@mail.leadpulse.test>')).to.deep.equal({
      messageId: 'm1',
      contactId: 'c1',
      orgId: 'o1',
    });
  });

  for (const other of [
    '<m1.c1@mail.leadpulse.test>',
    '<m1.c1.o1@elsewhere.test>',
    '',
    '<a.b.c.d@mail.leadpulse.test>',
  ]) {
    it(`leaves a mail with the Message-ID "${other}" alone`, () => {
      expect(ourMessageId(other)).to.equal(undefined);
    });
  }
});
