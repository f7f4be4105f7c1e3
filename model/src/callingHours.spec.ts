import { expect } from 'chai';
import { hoursOfPhone } from './callingHours.js';
import { isTimeZone } from './quietHours.js';
import type { GateInput } from './sendGate.js';
import { sendGate } from './sendGate.js';
import { timeZoneOfPhone } from './timeZones.js';

const OWN = { enabled: true, startMinute: 8 * 60, endMinute: 21 * 60 };

function asked(phone: string, iso: string, own = OWN, timeZone: string | null = null): GateInput {
  return {
    message: { channel: 'sms', to: phone, body: 'Hello', requestedAtMs: 0 },
    contact: {
      optOut: { sms: false, email: false },
      phones: [phone],
      emails: [],
      timeZone,
      lastInboundAtMs: null,
    },
    org: {
      timeZone: 'America/New_York',
      access: { status: 'active', planId: 'growth', trialEndsAt: null },
      settings: { quietHours: own },
    },
    account: { kind: 'twilio', channel: 'sms', state: 'active' },
    suppressed: false,
    recipient: hoursOfPhone(phone),
    nowMs: Date.parse(iso),
  };
}

function opens(...args: Parameters<typeof asked>): string {
  const answer = sendGate(asked(...args));
  return answer.outcome === 'later' ? new Date(answer.atMs).toISOString().slice(0, 16) : answer.outcome;
}

const textOf = (...args: Parameters<typeof asked>) => sendGate(asked(...args)).reasons[0]?.text ?? '';

describe('calling hours', () => {
  const places: [phone: string, place: string | null, zones: string[], source: string | null][] = [
    ['+13055550132', 'Florida', ['America/New_York'], 'Fla. Stat. 501.616(6)'],
    ['+18505550132', 'Florida', ['America/Chicago', 'America/New_York'], 'Fla. Stat. 501.616(6)'],
    ['+12085550132', 'Idaho', ['America/Denver', 'America/Los_Angeles'], '47 CFR 64.1200(c)(1)'],
    ['+12125550132', 'New York', ['America/New_York'], '47 CFR 64.1200(c)(1)'],
    ['+17875550132', null, ['America/Puerto_Rico'], '47 CFR 64.1200(c)(1)'],
    ['+18005550132', null, [], '47 CFR 64.1200(c)(1)'],
    ['+15005550132', null, [], '47 CFR 64.1200(c)(1)'],
    ['+14655550132', 'New York', ['America/New_York'], '47 CFR 64.1200(c)(1)'],
    ['+14165550132', null, ['America/Toronto'], null],
    ['+18075550132', null, ['America/Toronto', 'America/Winnipeg'], null],
    ['+442079460018', null, ['Europe/London'], null],
    ['+61412345678', null, [], null],
    ['72345', null, [], null],
  ];
  for (const [phone, place, zones, source] of places) {
    it(`of ${phone} are those of ${place ?? 'no state'}`, () => {
      const hours = hoursOfPhone(phone);
      expect([hours.place, hours.zones, hours.law?.source ?? null]).to.deep.equal([place, zones, source]);
    });
  }

  it('name a state for each area code of the United States, in a zone of the runtime, once', () => {
    let states = 0;
    for (let code = 200; code < 1000; code += 1) {
      const { place, zones } = hoursOfPhone(`+1${code}5550132`);
      if (place === null) continue;
      states += 1;
      expect(zones.length, String(code)).to.be.above(0);
      expect(zones[0]).to.equal(timeZoneOfPhone(`+1${code}5550132`));
      expect(new Set(zones).size, String(code)).to.equal(zones.length);
      for (const zone of zones) expect(isTimeZone(zone), zone).to.equal(true);
    }
    expect(states).to.be.above(360);
  });

  // 2026-11-25 is a Wednesday, the 28th a Saturday, the 29th a Sunday; New York is five hours behind.
  const cases: [title: string, args: Parameters<typeof opens>, expected: string][] = [
    ['let Florida’s evening end at eight', ['+13055550132', '2026-11-26T01:00Z'], '2026-11-26T13:00'],
    ['leave Florida open before eight', ['+13055550132', '2026-11-26T00:59Z'], 'send'],
    ['hold by the federal law elsewhere', ['+12125550132', '2026-11-26T01:30Z'], 'send'],
    ['end by the federal law at nine', ['+12125550132', '2026-11-26T02:00Z'], '2026-11-26T13:00'],
    ['begin in Connecticut at nine', ['+12035550132', '2026-11-25T13:30Z'], '2026-11-25T14:00'],
    ['begin in Kentucky at ten, in both zones', ['+12705550132', '2026-11-25T15:30Z'], '2026-11-25T16:00'],
    ['begin in Texas on a Sunday at noon', ['+12145550132', '2026-11-29T16:00Z'], '2026-11-29T18:00'],
    ['begin in Texas on a Saturday at nine', ['+12145550132', '2026-11-28T14:30Z'], '2026-11-28T15:00'],
    ['end in Rhode Island on a Saturday at five', ['+14015550132', '2026-11-28T22:00Z'], '2026-11-29T15:00'],
    ['end in Rhode Island on a weekday at six', ['+14015550132', '2026-11-25T23:00Z'], '2026-11-26T14:00'],
    ['skip Sunday in Louisiana', ['+15045550132', '2026-11-29T02:30Z'], '2026-11-30T14:00'],
    ['skip Sunday in Utah', ['+18015550132', '2026-11-29T18:00Z'], '2026-11-30T15:00'],
    ['skip Sunday in Mississippi', ['+16015550132', '2026-11-29T18:00Z'], '2026-11-30T14:00'],
    ['wait for the later of two zones', ['+12085550132', '2026-11-25T15:30Z'], '2026-11-25T16:00'],
    [
      'take the organization’s zone for a toll-free number',
      ['+18005550132', '2026-11-26T02:00Z'],
      '2026-11-26T13:00',
    ],
    ['leave other countries to the organization', ['+442079460018', '2026-11-25T21:00Z'], '2026-11-26T08:00'],
  ];
  for (const [title, args, expected] of cases) it(title, () => expect(opens(...args)).to.equal(expected));

  it('are those of the strictest: the organization’s own, where they are narrower', () => {
    const narrow = { enabled: true, startMinute: 10 * 60, endMinute: 17 * 60 };
    expect(opens('+13055550132', '2026-11-25T22:30Z', narrow)).to.equal('2026-11-26T15:00');
    expect(textOf('+13055550132', '2026-11-25T22:30Z', narrow)).to.include('your organization’s hours');
  });

  it('hold where the organization switched its own off, and where its own leave nothing of the law’s', () => {
    const off = { ...OWN, enabled: false };
    expect(opens('+13055550132', '2026-11-26T01:30Z', off)).to.equal('2026-11-26T13:00');
    expect(opens('+442079460018', '2026-11-26T01:30Z', off)).to.equal('send');
    const night = { enabled: true, startMinute: 22 * 60, endMinute: 23 * 60 };
    expect(opens('+13055550132', '2026-11-26T01:30Z', night)).to.equal('2026-11-26T13:00');
  });

  it('go by the clock of the zone that somebody set for the contact', () => {
    expect(opens('+13055550132', '2026-11-26T02:30Z', OWN, 'America/Los_Angeles')).to.equal('send');
    expect(opens('+13055550132', '2026-11-26T04:30Z', OWN, 'America/Los_Angeles')).to.equal(
      '2026-11-26T16:00',
    );
  });

  it('are told with the place, the rule and when it opens', () => {
    expect(textOf('+13055550132', '2026-11-26T01:14Z')).to.equal(
      'It is 20:14 in Florida. The law of Florida (Fla. Stat. 501.616(6)) allows sales texts from 8:00 to 20:00. The text goes out on Thursday at 8:00 there.',
    );
    expect(textOf('+15045550132', '2026-11-29T18:00Z'))
      .to.include('allows no sales texts on Sundays')
      .and.include('on Monday at 8:00');
    expect(textOf('+18005550132', '2026-11-26T02:00Z')).to.include('Federal law (47 CFR 64.1200(c)(1))');
  });
});
