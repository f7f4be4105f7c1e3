import { expect } from 'chai';
import { twilioError } from './twilioErrors.js';

const concerned = (code: number): string => twilioError(code).concerns;

describe('an error of Twilio’s', () => {
  it('21610 is an opt-out of theirs, and no other is', () => {
    expect(twilioError(21610)).to.deep.include({
      code: 'twilio-21610',
      kind: 'permanent',
      isRevocation: true,
    });
    for (const code of [20003, 21211, 30003, 30034, 99999])
      expect(twilioError(code).isRevocation).to.be.false;
  });

  it('30034 explains the registration, and is of the account', () => {
    expect(twilioError(30034).message).to.match(/A2P 10DLC/);
    expect(concerned(30034)).to.equal('account');
  });

  for (const code of [20003, 20005, 30002]) {
    it(`${code} breaks the account until it is connected again`, () => {
      expect(concerned(code)).to.equal('credentials');
      expect(twilioError(code).message).to.match(/onnect (it|the account) again/);
    });
  }

  for (const code of [21211, 21614, 30003, 30004, 30005, 30006, 30007, 30008]) {
    it(`${code} is of this message, and says what to do`, () => {
      expect(concerned(code)).to.equal('message');
      expect(twilioError(code).kind).to.equal('permanent');
      expect(twilioError(code).message).to.not.match(/error \d/);
    });
  }

  it('20429 is tried again', () => expect(twilioError(20429).kind).to.equal('transient'));

  it('that is not known is named by its number, to be looked up', () => {
    expect(twilioError(21999).message).to.include('21999');
    expect(twilioError(null).code).to.equal('twilio-error');
  });
});
