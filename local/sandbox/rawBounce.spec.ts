import { expect } from 'chai';
import { simpleParser } from 'mailparser';
import { rawBounce } from './rawBounce.js';

const raw = rawBounce({
  of: {
    headers: { 'message-id': '<m1.c1.o1@mail.leadpulse.test>' },
    from: [{ address: 'team@harbor.example', name: '' }],
    subject: 'Hello',
  },
  recipient: 'bernice.bounce@leads.test',
  now: new Date('2026-01-05T10:00:00Z'),
});

describe('a bounce of the mail robot', () => {
  it('is a delivery report that names the mail and the failure', async () => {
    const mail = await simpleParser(raw);
    expect(mail.headers.get('content-type')).to.deep.include({ value: 'multipart/report' });
    expect(raw).to.include('Action: failed').and.to.include('Status: 5.1.1');
    expect(raw).to.include('Message-ID: <m1.c1.o1@mail.leadpulse.test>');
  });

  it('goes back to the sender and says a machine wrote it', async () => {
    const mail = await simpleParser(raw);
    expect(mail.headers.get('to')).to.have.nested.property('value[0].address', 'team@harbor.example');
    expect(mail.headers.get('auto-submitted')).to.equal('auto-replied');
  });
});
