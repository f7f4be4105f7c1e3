import { expect } from 'chai';
import { isTimeZone } from './quietHours.js';
import { timeZoneOfPhone } from './timeZones.js';

describe('the time zone of a number', () => {
  const cases: [string, string | null][] = [
    ['+12125550132', 'America/New_York'],
    ['+13125550132', 'America/Chicago'],
    ['+13035550132', 'America/Denver'],
    ['+16025550132', 'America/Phoenix'],
    ['+14155550132', 'America/Los_Angeles'],
    ['+19075550132', 'America/Anchorage'],
    ['+18085550132', 'Pacific/Honolulu'],
    ['+19155550132', 'America/Denver'],
    ['+18505550132', 'America/Chicago'],
    ['+16045550132', 'America/Vancouver'],
    ['+17095550132', 'America/St_Johns'],
    ['+17875550132', 'America/Puerto_Rico'],
    ['+442079460018', 'Europe/London'],
    ['+919876543210', 'Asia/Kolkata'],
    ['+34922123456', 'Atlantic/Canary'],
    ['+34912345678', 'Europe/Madrid'],
    ['+18005550132', null],
    ['+15005550132', null],
    ['+61412345678', null],
    ['72345', null],
    ['', null],
  ];
  for (const [phone, zone] of cases) {
    it(`of ${phone || 'nothing'} is ${zone ?? 'unknown'}`, () =>
      expect(timeZoneOfPhone(phone)).to.equal(zone));
  }

  it('is one the runtime knows, for each area code and country', () => {
    for (let prefix = 1; prefix < 2_000; prefix += 1) {
      const zone = timeZoneOfPhone(`+${prefix}0000000`);
      if (zone !== null) expect(isTimeZone(zone), zone).to.equal(true);
    }
  });

  it('is known for the area codes of the United States and Canada', () => {
    const known = Array.from({ length: 800 }, (_, i) => timeZoneOfPhone(`+1${i + 200}5550132`)).filter(
      Boolean,
    );
    expect(known.length).to.be.above(430);
  });
});
