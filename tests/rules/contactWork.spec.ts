import { STAGES } from '@leadpulse/model';
import { deleteField, doc, getDoc, Timestamp, updateDoc } from 'firebase/firestore';
import { ALPHA_CONTACT, work } from './actions.js';
import { contactDocument, SOME_DAY } from './documents.js';
import { allowed, as, backstage, denied, inFreshWorld, refused } from './world.js';

const days = (count: number) => Timestamp.fromMillis(Date.now() + count * 86_400_000);
const snoozed = (until: unknown) => ({ status: 'snoozed', unread: 0, snoozedUntil: until });

const FINE: Record<string, unknown[]> = {
  company: ['', 'Bäckerei Müller 🥐'],
  tags: [[], ['hot'], ['two words', 'a', '🏡', 'x-y_z'], ['hot', 'hot']],
  stage: [...STAGES],
  assigneeUid: [null, 'agent', 'narrowViewer', 'owner'],
  custom: [{}, { budget: '' }, { a: 'line\nline', 'b c': '🏡' }, { a: 'x', b: '' }],
  timeZone: [null, 'Europe/Berlin'],
  inbox: [
    { status: 'open', unread: 0, snoozedUntil: null },
    { status: 'open', unread: 1, snoozedUntil: null },
    { status: 'closed', unread: 3, snoozedUntil: null },
    snoozed(days(1)),
    snoozed(days(364)),
  ],
};

const WRONG: Record<string, unknown[]> = {
  company: [null, 5, ['Lead'], { name: 'Lead' }, true],
  tags: [
    null,
    'warm',
    { warm: true },
    [1],
    [null],
    [true],
    ['a', 2],
    [' '],
    [' a'],
    ['a '],
    [''],
    ['a', ''],
    ['a␟b'],
  ],
  stage: ['', 'New', 'archived', null, 1, ['new']],
  assigneeUid: [
    '',
    'stranger',
    'removed',
    'nobody',
    'agent/x',
    '../members/agent',
    '.',
    '..',
    5,
    true,
    ['agent'],
  ],
  custom: [
    null,
    'x',
    ['x'],
    { a: 1 },
    { a: null },
    { a: true },
    { a: 'x', b: 2 },
    { 'a␟b': 'x' },
    { a: 'x␟y' },
  ],
  timeZone: ['', 'Mars Base', 5, {}, 'x'.repeat(65)],
  inbox: [
    null,
    'open',
    {},
    { status: 'open', unread: 0 },
    { status: 'open', snoozedUntil: null },
    { unread: 0, snoozedUntil: null },
    { status: 'open', unread: 0, snoozedUntil: null, pinned: true },
    { status: 'spam', unread: 0, snoozedUntil: null },
    { status: 'open', unread: 2, snoozedUntil: null },
    { status: 'open', unread: -1, snoozedUntil: null },
    { status: 'open', unread: 4, snoozedUntil: null },
    { status: 'open', unread: '0', snoozedUntil: null },
    { status: 'open', unread: null, snoozedUntil: null },
    { status: 'open', unread: 0, snoozedUntil: days(1) },
    { status: 'closed', unread: 0, snoozedUntil: days(1) },
    snoozed(null),
    snoozed(SOME_DAY),
    snoozed(days(366)),
    snoozed(Date.now() + 60_000),
    snoozed('tomorrow'),
  ],
};

inFreshWorld('working on a contact', () => {
  for (const [name, values] of Object.entries(FINE)) {
    for (const value of values) {
      it(`${name} may be ${JSON.stringify(value)}`, () => allowed(work('agent', { [name]: value })));
    }
  }
  for (const [name, values] of Object.entries(WRONG)) {
    for (const value of values) {
      it(`${name} cannot be ${JSON.stringify(value)}`, () => denied(work('agent', { [name]: value })));
    }
    it(`${name} cannot be dropped`, () => denied(work('agent', { [name]: deleteField() })));
  }

  for (const [what, fields] of Object.entries({
    'a map as a tag': { tags: ['a', { b: 'c' }] },
    'a timestamp as a tag': { tags: [SOME_DAY] },
    'a map as a custom value': { custom: { a: { b: 'c' } } },
    'a list as a custom value': { custom: { a: ['b'] } },
  })) {
    it(`${what} is refused`, () => refused(work('agent', fields)));
  }

  for (const [name, value] of Object.entries({
    name: 'Somebody else',
    nameKey: 'somebody else',
    emails: ['other@example.test'],
    phones: ['+15005550199'],
    source: 'import',
    optOut: { sms: false, email: false, fax: true },
    'optOut.sms': true,
    optOutQuestion: {}, // nobody answers the question but decideOptOut
    consentHead: { sequence: 9, hash: 'made up' },
    lastInboundAt: null,
    search: [],
    duplicateOf: 'x',
    createdAt: null,
    createdBy: 'owner',
  })) {
    it(`an owner cannot write ${name}`, async () => {
      await denied(work('owner', { [name]: value }));
      await denied(work('owner', { [name]: value, stage: 'won' }));
      await denied(work('owner', { [name]: deleteField() }));
    });
  }
  it('an owner cannot add a field', () => denied(work('owner', { orgId: 'beta' })));

  it('a contact that is missing is not worked into being', () =>
    denied(work('agent', { stage: 'won' }, 'orgs/alpha/contacts/nobody')));

  it('who sees everything is told that a contact is missing', () =>
    allowed(getDoc(doc(as('viewer'), 'orgs/alpha/contacts/nobody'))));

  it('who sees only assigned contacts is not told whether one is missing', () =>
    denied(getDoc(doc(as('narrowAgent'), 'orgs/alpha/contacts/nobody'))));

  it('a snoozed contact whose time has passed is still worked on', async () => {
    await backstage({ [ALPHA_CONTACT]: { ...contactDocument(null), inbox: snoozed(SOME_DAY) } });
    await allowed(work('agent', { stage: 'contacted' }));
    await allowed(work('agent', { 'inbox.unread': 1 }));
    await denied(work('agent', { 'inbox.status': 'open' }));
    await allowed(work('agent', { inbox: { status: 'open', unread: 1, snoozedUntil: null } }));
  });

  it('a contact whose assignee lost the seat is still worked on', () =>
    allowed(updateDoc(doc(as('agent'), 'orgs/alpha/contacts/removeds'), { stage: 'lost' })));

  it('what is stored already does not stand in the way of another change', async () => {
    const stored = {
      company: 'x'.repeat(200),
      tags: [' old '],
      stage: 'archived',
      custom: { a: 1 },
      timeZone: '',
    };
    await backstage({ [ALPHA_CONTACT]: { ...contactDocument(null), ...stored } });
    await allowed(work('agent', { assigneeUid: 'agent' }));
    await denied(work('agent', { company: 'x'.repeat(201) }));
    await allowed(work('agent', { company: 'Lead & Sons' }));
  });

  it('who sees only assigned contacts hands one away and loses sight of it', async () => {
    const contact = doc(as('narrowAgent'), 'orgs/alpha/contacts/narrowAgents');
    await allowed(getDoc(contact));
    await allowed(updateDoc(contact, { assigneeUid: 'agent' }));
    await denied(getDoc(contact));
    await denied(updateDoc(contact, { assigneeUid: 'narrowAgent' }));
  });

  it('who sees only assigned contacts cannot take one that is not theirs', () =>
    denied(updateDoc(doc(as('narrowAgent'), 'orgs/alpha/contacts/cold'), { assigneeUid: 'narrowAgent' })));
});
