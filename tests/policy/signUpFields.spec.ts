import { createOrgContract } from '@leadpulse/model';
import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { inRoot } from '../../local/world/places.js';

/** Every field of the sign-up and of an accepted invite, with why it is asked. */
const ASKED: Record<string, string> = {
  name: 'tells the team who wrote',
  email: 'signs in and receives notices',
  password: 'signs in; it goes to Firebase Authentication only',
  orgName: 'stands under the mails that the organization sends',
  policy: 'agrees to the policy',
  news: 'asks for news, or does not',
};
/** What the function is told beyond them; the browser knows it without a question. */
const TOLD = [
  'displayName',
  'orgName',
  'acceptedPolicyVersion',
  'promotionalEmails',
  'timeZone',
  'defaultCountry',
];

describe('what is asked at registration [P1]', () => {
  it('is on the list, and the list asks for nothing more', () => {
    const forms = ['DetailsStep', 'NewcomerStep', 'PolicyCheck', 'NewOrganizationRoute'].map((name) =>
      readFileSync(inRoot(`web/src/features/account/${name}.tsx`), 'utf8'),
    );
    const names = new Set(
      forms.flatMap((text) => [...text.matchAll(/\bname="(\w+)"/g)].map(([, name]) => name)),
    );
    expect([...names]).to.have.members(Object.keys(ASKED));
  });

  it('is all that the function takes', () => {
    expect(Object.keys(createOrgContract.input.shape)).to.have.members(TOLD);
  });
});
