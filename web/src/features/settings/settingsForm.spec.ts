import { DEFAULT_SETTINGS, LIMITS } from '@leadpulse/model';
import { expect } from 'chai';
import {
  changedFields,
  formOf,
  halfHours,
  orgFieldsOf,
  settingsFaults,
  withCurrent,
} from './settingsForm.js';

const org = {
  name: 'Acme',
  timeZone: 'America/New_York',
  postalAddress: '',
  defaultCountry: 'US',
  settings: { ...DEFAULT_SETTINGS, retentionDays: 400 },
};

describe('the settings form', () => {
  it('writes back what it read, and what it does not show', () => {
    expect(orgFieldsOf(formOf(org), org)).to.deep.equal(org);
  });

  it('saves only what was changed, over what somebody else saved meanwhile', () => {
    const filled = formOf(org);
    const meanwhile = { ...org, postalAddress: '1 Main St' };
    expect(changedFields({ ...filled, name: 'Acme Homes' }, filled, meanwhile)).to.deep.equal({
      name: 'Acme Homes',
    });
    expect(changedFields({ ...filled, undoSendSeconds: '20' }, filled, meanwhile)).to.deep.equal({
      settings: { ...org.settings, undoSendSeconds: 20 },
    });
    expect(changedFields(filled, filled, meanwhile)).to.deep.equal({});
  });

  it('trims names and refuses empty and over-long ones', () => {
    const form = formOf(org);
    expect(orgFieldsOf({ ...form, name: ' Acme ' }, org).name).to.equal('Acme');
    expect(settingsFaults({ ...form, name: '  ' })).to.have.property('name');
    expect(settingsFaults({ ...form, name: 'a'.repeat(LIMITS.orgName) })).to.deep.equal({});
    expect(settingsFaults({ ...form, name: 'a'.repeat(LIMITS.orgName + 1) })).to.have.property('name');
    expect(settingsFaults({ ...form, postalAddress: 'a'.repeat(LIMITS.postalAddress + 1) })).to.have.property(
      'postalAddress',
    );
  });

  it('wants the sending hours to end after they begin, while they are on', () => {
    const form = { ...formOf(org), quietStart: '1260', quietEnd: '480' };
    expect(settingsFaults(form)).to.have.property('quietEnd');
    expect(settingsFaults({ ...form, quietEnabled: false })).to.deep.equal({});
  });

  it('offers half hours, and keeps a value from elsewhere', () => {
    const hours = halfHours(0, 60);
    expect(hours.map(({ value }) => value)).to.deep.equal(['0', '30', '60']);
    expect(halfHours(1440, 1440)[0]?.label).to.equal('Midnight');
    expect(withCurrent(hours, '45', '12:45 AM')).to.have.length(4);
    expect(withCurrent(hours, '30', '12:30 AM')).to.have.length(3);
  });
});
