import type { Account, GateAnswer } from '@leadpulse/model';
import { PACES } from '@leadpulse/model';
import { expect } from 'chai';
import type { ReadyAccount } from './accounts.js';
import type { OutMessage } from './outMessage.js';
import { inTurn } from './pace.js';

const NOW = 1_800_000_000_000;
const GO: GateAnswer = { outcome: 'send', reasons: [] };
const { burst } = PACES.gmail;

const account = (accountId: string) =>
  ({ orgId: 'o1', accountId, account: { kind: 'gmail' } as Account }) as ReadyAccount;
const ask = (accountId: string, message: Partial<OutMessage> = {}, answer: GateAnswer = GO): GateAnswer =>
  inTurn(answer, { message: message as OutMessage, ready: account(accountId), nowMs: NOW });

describe('who waits for the pace of an account', () => {
  it('is who comes after its burst, each a turn later than the one before, and they are told', () => {
    const answers = Array.from({ length: burst + 3 }, () => ask('busy'));
    expect(answers.slice(0, burst).map(({ outcome }) => outcome)).to.not.include('later');
    const later = answers.slice(burst + 1) as Extract<GateAnswer, { outcome: 'later' }>[];
    expect(later.map(({ atMs }) => atMs - NOW)).to.deep.equal([1_000, 1_500]);
    expect(later[0]?.reasons).to.deep.equal([
      {
        code: 'pace',
        text: 'This account sends 120 messages a minute. This one goes when its turn comes.',
      },
    ]);
  });

  it('is nobody whose turn has come, no answer that the law wants at once, and no other account', () => {
    for (let n = 0; n < burst + 10; n += 1) ask('full');
    expect(ask('full').outcome).to.equal('later');
    expect(ask('full', { hadTurn: true })).to.equal(GO);
    expect(ask('full', { purpose: 'opt-out-confirmation' })).to.equal(GO);
    expect(ask('of another organization')).to.equal(GO);
  });

  it('is nobody whom the gate does not let go anyway, who takes no turn from the others', () => {
    const blocked: GateAnswer = { outcome: 'block', reasons: [] };
    for (let n = 0; n < burst + 10; n += 1) expect(ask('blocked', {}, blocked)).to.equal(blocked);
    expect(ask('blocked')).to.equal(GO);
  });
});
