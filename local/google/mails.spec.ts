import { expect } from 'chai';
import { readMail } from '../../functions/src/messaging/mail/readMail.js';
import { relayed } from './mails.js';

const TEXT = {
  to: 'box@gmail.example',
  from: '+14155550199',
  number: '+14155550100',
  body: 'Is it free?\nJo',
};

describe('a text that the stand-in forwards', () => {
  it('is read as Google Voice’s own', async () => {
    const mail = await readMail(Buffer.from(relayed(TEXT)), { isReceivedByGoogle: true });
    expect(mail?.kind).to.equal('voice');
    expect(mail?.voice?.relay).to.include({
      state: 'text',
      contact: TEXT.from,
      ownNumber: TEXT.number,
      text: TEXT.body,
    });
  });

  it('is not believed when it is forged', async () => {
    const mail = await readMail(Buffer.from(relayed(TEXT, true)), { isReceivedByGoogle: true });
    expect(mail?.kind).to.equal('person');
    expect(mail?.voice?.isProven).to.equal(false);
  });
});
