import { expect } from 'chai';
import { readOptOut } from './optOut.js';

const kind = (text: string, channel: 'sms' | 'email' = 'sms') => readOptOut(text, channel).kind;

const STOPS = [
  ...[
    'wrong number',
    'you have the wrong person',
    'STOP',
    'STOPALL',
    'STOP ALL',
    'UNSUBSCRIBE',
    'CANCEL',
    'END',
    'QUIT',
    'REVOKE',
    'OPTOUT',
    'OPT OUT',
  ],
  ...['OPT-OUT', 'REMOVE', 'ARRET', 'TD', 'arrêt'],
  ...[
    'stop',
    'Stop.',
    ' stop!!! ',
    '“STOP”',
    "'stop'",
    '🛑 Stop 🛑',
    'ＳＴＯＰ',
    'S.T.O.P.',
    's t o p',
    '\n\nStop\n',
  ],
  ...['st\u200bop', 'Stop\u00a0all', 'STOP\n\nSent from my iPhone'],
  ...['please stop', 'Stop please', 'stop now', 'STOP STOP STOP', 'ok stop', 'Not interested. Stop.'],
  ...['stop texting me', 'Please stop texting me!', 'Hi, wrong person, stop messaging me', 'quit texting me'],
  ...['can you please stop calling and texting me', 'STOP CONTACTING ME', 'I want you to stop texting me'],
  ...['stop txting me', 'pls stop txting me', 'please stop texting', 'stop sending me these messages'],
  ...['stop writing to me', 'stop texting this number', 'Im not interested stop texting me'],
  ...["If you don't stop texting me I'll call my lawyer", "why won't you stop texting me"],
  ...["please don't text me any more", 'please don’t text me any more', 'dont text me anymore'],
  ...[
    'do not contact me again',
    'Never contact me again',
    'DO NOT CALL OR TEXT ME AGAIN',
    'don’t ever text me again',
  ],
  ...["Don't text me", 'Please do not contact me.', 'Do not contact me again unless my lawyer is there'],
  ...['take me off your list', 'Take me off your mailing list', 'remove me from your list'],
  ...['please remove my number from your contacts', 'get me off this list', 'remove me from all your lists'],
  ...[
    'please remove me',
    'unsubscribe me',
    'Please unsubscribe',
    'How do I unsubscribe?',
    'I want to unsubscribe',
  ],
  ...['I would like to opt out', 'I want to opt out of these texts', 'opt me out', 'No more texts please'],
  ...[
    "I don't want any more texts",
    'I no longer wish to receive your messages',
    'I do not want to hear from you',
  ],
  ...['Leave me alone', 'lose my number', 'I revoke my consent', 'put me on your do not call list'],
];

const TRAPS = [
  ...["I'll quit my job Friday", 'cancel Tuesday', "don't stop texting me", 'can you stop by at 5?'],
  ...[
    'the end of the month',
    "I can't stop thinking about the house",
    'I can’t stop thinking about the house',
  ],
  ...['Please never stop texting me', "I don't want you to stop texting me", 'I never said stop texting me'],
  ...['I did not mean you should go. Why did you stop texting me?', 'you never text me anymore'],
  ...[
    "why don't you text me anymore",
    'My ex will not stop texting me',
    'When you stop texting me I get sad',
  ],
  ...["don't text me before 9", "don't text me until Friday", "don't call me, just text"],
  ...['There is a bus stop at the corner', 'non-stop flight'],
  ...['Oh stop, you flatter me', 'End of story: we love it', 'Cancel that, 6 pm works', 'Can I cancel?'],
  ...['I unsubscribed from Netflix', 'I want to opt out of the HOA', 'remove the shed from the listing'],
  ...[
    'remove me from the showing list for Saturday',
    'take the sofa off your list',
    "don't take me off your list",
  ],
  ...[
    'there are no more messages from the bank',
    "don't leave me alone with the inspector",
    'yes',
    'YES',
    '',
  ],
  ...[
    'Liked “Reply STOP to opt out”',
    'Laughed at "stop texting me"',
    'START the tour at 5',
    'help me choose',
  ],
  ...['Can you send me more info?', 'Reply STOP to end', 'td bank approved us'],
];

const DOUBTS = [
  ...['not interested', "Don't text me, call me", 'Please do not contact me again until Monday'],
  ...['no more for now', 'who is this? leave me be', 'I will report you', 'stop sending me condos', 'atop'],
];

describe('opt-out words', () => {
  for (const text of STOPS) {
    it(`revoke: ${JSON.stringify(text)}`, () => expect(kind(text)).to.equal('stop'));
  }
  for (const text of TRAPS) {
    it(`leave to a person: ${JSON.stringify(text)}`, () => expect(kind(text)).to.equal('none'));
  }
  for (const text of DOUBTS) {
    it(`ask a person: ${JSON.stringify(text)}`, () => expect(kind(text)).to.equal('unclear'));
  }
  for (const text of ['START', 'unstop', 'Subscribe!', 'ＳＴＡＲＴ']) {
    it(`opt in again: ${text}`, () => expect(kind(text)).to.equal('start'));
  }
  for (const text of ['HELP', 'info', 'Help?']) {
    it(`ask for help: ${text}`, () => expect(kind(text)).to.equal('help'));
  }

  it('name the words that were read', () => {
    expect(readOptOut(' Stop! ', 'sms')).to.deep.equal({ kind: 'stop', word: 'stop' });
    expect(readOptOut('Hey. Please stop texting me, thanks', 'sms')).to.deep.equal({
      kind: 'stop',
      word: 'stop texting me',
    });
    expect(readOptOut('Sounds good', 'sms')).to.deep.equal({ kind: 'none' });
  });

  it('are read in an email only above what it quotes', () => {
    const quote = 'On Tue, Mar 4, 2025 at 9:00 AM Ana <ana@b.co> wrote:\n> Reply STOP to stop texting me';
    expect(kind(`Sounds great!\n\n${quote}`, 'email')).to.equal('none');
    expect(kind(`STOP\n\n${quote}`, 'email')).to.equal('stop');
    expect(kind(`Unsubscribe\n-- \nJane Doe\nAcme`, 'email')).to.equal('stop');
    expect(kind(`Thanks!\n\n-- \nTo be removed: please remove me`, 'email')).to.equal('none');
  });

  it('are found in a long email within a moment', () => {
    const started = performance.now();
    for (const filler of ['please do not ', 'stop ', 'on ', 'you can you ', 'x', '\n', ' - ']) {
      expect(kind(filler.repeat(Math.ceil(50_000 / filler.length)), 'email')).to.be.oneOf(['none', 'stop']);
    }
    expect(performance.now() - started).to.be.below(2_000);
  });
});
