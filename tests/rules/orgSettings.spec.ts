import { DEFAULT_SETTINGS } from '@leadpulse/model';
import { deleteField } from 'firebase/firestore';
import { change } from './actions.js';
import { SOME_DAY } from './documents.js';
import { allowed, denied, inFreshWorld } from './world.js';

const org = (fields: Record<string, unknown>) => change('admin', 'orgs/alpha', fields);

inFreshWorld('the settings of an organization', () => {
  it('an admin changes all of them at once', () =>
    allowed(
      org({
        name: 'Ålpha & Sons 🏡',
        timeZone: 'America/Argentina/Buenos_Aires',
        postalAddress: '',
        defaultCountry: 'DE',
        settings: {
          quietHours: { enabled: false, startMinute: 0, endMinute: 1440 },
          undoSendSeconds: 0,
          retentionDays: 365,
        },
      }),
    ));

  for (const timeZone of ['UTC', 'Etc/GMT+5', 'America/Port-au-Prince']) {
    it(`an admin sets the time zone ${timeZone}`, () => allowed(org({ timeZone })));
  }

  for (const [name, values] of Object.entries({
    name: ['', null, 7, ['Alpha'], { en: 'Alpha' }],
    timeZone: ['', 'Mars Base', '<b>', null, 5, 'x'.repeat(65)],
    postalAddress: [null, 7, ['1 Main Street']],
    defaultCountry: ['us', 'USA', '', 1, null, 'U1'],
    settings: [null, 'none', [], {}],
    'settings.quietHours': [null, true, {}, { ...DEFAULT_SETTINGS.quietHours, days: 5 }],
    'settings.quietHours.enabled': ['yes', null, 1],
    'settings.quietHours.startMinute': [-1, 1440, 1.5, '480', null],
    'settings.quietHours.endMinute': [0, 1441, 1.5, '480', null],
    'settings.undoSendSeconds': [-1, 61, 1.5, '10', null],
    'settings.retentionDays': [29, 3651, 30.5, '90', false],
    'settings.more': [true],
  })) {
    for (const value of values) {
      it(`${name} cannot be ${JSON.stringify(value)}`, () => denied(org({ [name]: value })));
    }
  }

  for (const [name, values] of Object.entries({
    'settings.quietHours.startMinute': [0, 1439],
    'settings.quietHours.endMinute': [1, 1440],
    'settings.undoSendSeconds': [0, 60],
    'settings.retentionDays': [30, 3650, null],
  })) {
    for (const value of values) it(`${name} may be ${value}`, () => allowed(org({ [name]: value })));
  }

  for (const name of [
    ...['name', 'timeZone', 'postalAddress', 'defaultCountry', 'settings', 'access', 'createdAt'],
    ...['quietHours', 'undoSendSeconds', 'retentionDays', 'quietHours.enabled', 'quietHours.startMinute'].map(
      (setting) => `settings.${setting}`,
    ),
    'settings.quietHours.endMinute',
  ]) {
    it(`an admin cannot drop ${name}`, () => denied(org({ [name]: deleteField() })));
  }

  for (const [name, value] of Object.entries({
    'access.status': 'active',
    'access.planId': 'scale',
    'access.trialEndsAt': null,
    'access.currentPeriodEnd': SOME_DAY,
    'access.cancelAtPeriodEnd': true,
    access: {},
    createdAt: null,
    verified: true,
  })) {
    it(`an owner cannot write ${name}`, async () => {
      await denied(change('owner', 'orgs/alpha', { [name]: value }));
      await denied(change('owner', 'orgs/alpha', { [name]: value, name: 'Alpha' }));
    });
  }

  it('an organization that is gone cannot be renamed into being', () =>
    denied(change('owner', 'orgs/nowhere', { name: 'Alpha' })));
});
