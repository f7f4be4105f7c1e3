import type { TelemetryBatch } from '@leadpulse/model';
import { BROWSER_FAMILIES, dayOf, dayPlus, FEATURES, LIMITS, SLOTS_PER_DAY } from '@leadpulse/model';
import { expect } from 'chai';
import type { DocumentData } from 'firebase/firestore';
import {
  collection,
  deleteField,
  doc,
  getDocs,
  limit,
  query,
  serverTimestamp,
  setDoc,
  Timestamp,
  updateDoc,
  writeBatch,
} from 'firebase/firestore';
import { batchDocument, batchIdOf, SOME_DAY, userDocument } from './documents.js';
import type { Who } from './people.js';
import { people } from './people.js';
import { allowed, as, backstage, denied, inFreshWorld, knock, refused } from './world.js';

interface Try {
  who?: Who;
  org?: string;
  id?: string;
}

/** Writes a batch, changed as told, under the id that it may have or under another. */
function say(change: DocumentData = {}, { who = 'agent', org = 'alpha', id }: Try = {}): Promise<void> {
  const batch: DocumentData = { ...batchDocument(), ...change };
  const own = batchIdOf(people[who].uid, org, batch as TelemetryBatch);
  const kept = Object.entries(batch).filter(([, value]) => value !== undefined);
  return setDoc(doc(as(who), `orgs/${org}/telemetry/${id ?? own}`), Object.fromEntries(kept));
}

const today = (): string => dayOf(Date.now());
const choose = (preferences: DocumentData) =>
  backstage({ 'users/agent': { ...userDocument('agent', {}), preferences } });
const ALLOWED = { productEmails: false, promotionalEmails: false, telemetry: true, cookies: 'all' };

inFreshWorld('a member who allows it is counted [P3]', () => {
  it('with every feature at once, each at its most', () => {
    const counts = Object.fromEntries(FEATURES.map((feature) => [feature, LIMITS.usesPerBatch]));
    return allowed(say({ counts }));
  });

  it('and is not with a feature, a number or a family of no list', async () => {
    for (const uses of [0, '5', '5,6', LIMITS.usesPerBatch + 1])
      await denied(say({ counts: { 'note.add': uses } }));
    await denied(say({ counts: { 'note.read': 1 } }));
    await denied(say({ counts: ['note.add'] }));
    await denied(say({ browser: 'Mozilla/5.0' }));
    await denied(say({ at: Timestamp.now() }));
    await denied(say({ note: 'x' }));
    await denied(say({}, { id: '0'.repeat(64) }));
  });

  for (const browser of BROWSER_FAMILIES) {
    it(`in the family ${browser}`, () => allowed(say({ browser })));
  }

  it('today and the day before, and on no other day', async () => {
    for (const days of [0, -1]) await allowed(say({ day: dayPlus(today(), days) }));
    for (const days of [1, 2, -2, -365]) await denied(say({ day: dayPlus(today(), days) }));
  });

  it('in each of a day’s five minutes, and in none besides', async () => {
    for (const slot of [0, 1, SLOTS_PER_DAY - 1]) await allowed(say({ slot }));
    for (const slot of [-1, SLOTS_PER_DAY, 1.5]) await denied(say({ slot }));
  });

  it('once in five minutes, and cannot say it over or take it back', async () => {
    await allowed(say());
    await denied(say({ counts: { 'note.add': 1 } }));
    const path = `orgs/alpha/telemetry/${batchIdOf('agent', 'alpha')}`;
    await denied(updateDoc(doc(as('agent'), path), { browser: 'edge' }));
  });
});

inFreshWorld('nobody is counted who did not allow it [P5]', () => {
  for (const [what, preferences] of Object.entries({
    'who said no to usage counts': { ...ALLOWED, telemetry: false },
    'who chose necessary storage only': { ...ALLOWED, cookies: 'necessary' },
    'who was not asked about storage': { ...ALLOWED, cookies: 'unasked' },
    'whose page says it in a word': { ...ALLOWED, telemetry: 'true' },
  })) {
    it(`nobody ${what}`, async () => {
      await choose(preferences);
      await denied(say());
    });
  }

  it('nobody without a page', async () => {
    await backstage({ 'users/agent': null });
    await denied(say());
  });

  it('from the next request on: allowing and refusing both hold at once', async () => {
    await allowed(updateDoc(doc(as('agent'), 'users/agent'), { 'preferences.telemetry': false }));
    await denied(say());
    await allowed(updateDoc(doc(as('agent'), 'users/agent'), { 'preferences.telemetry': true }));
    await allowed(say());
  });

  it('and a colleague’s permission is not one’s own', async () => {
    await choose({ ...ALLOWED, telemetry: false });
    await denied(say({}, { id: batchIdOf('owner', 'alpha') }));
  });
});

/** What a hostile browser might want to leave somewhere. */
const TYPED = [
  'Call Ana at +1 500 555 0100',
  'ana@example.test',
  '5005550100',
  '5',
  '🏡',
  'a'.repeat(300),
  '',
];
const OTHER: unknown[] = [
  ...TYPED,
  null,
  true,
  [],
  ['x'],
  {},
  { a: 'x' },
  { a: { b: 'x' } },
  1.5,
  -1,
  0,
  SOME_DAY,
];

inFreshWorld(
  'a batch has no place for what a person typed [P4]',
  () => {
    for (const field of ['day', 'slot', 'browser', 'at', 'counts'] as const) {
      it(`not as its ${field}, nor without it`, async () => {
        for (const value of OTHER)
          if (field !== 'slot' || value !== 0) await refused(say({ [field]: value }));
        await refused(say({ [field]: undefined }));
      });
    }

    for (const feature of FEATURES) {
      it(`not as the count of ${feature}`, async () => {
        for (const value of [...OTHER, '1,1', LIMITS.usesPerBatch + 1, 2 ** 40, Number.NaN, Infinity])
          await refused(say({ counts: { 'keys.help': 1, 'note.add': 1, [feature]: value } }));
      });
    }

    for (const key of [
      ...TYPED.slice(0, -1),
      'note',
      'Note.add',
      'note.add ',
      'noteadd',
      '__proto__x',
      'ノート.add',
    ]) {
      it(`not as the name of a feature: ${key.slice(0, 30)}`, () =>
        denied(say({ counts: { 'note.add': 1, [key]: 1 } })));
    }

    it('not as a map of maps where a feature has a dot', () => denied(say({ counts: { note: { add: 1 } } })));

    for (const key of ['note', 'uid', 'orgId', 'text', 'a'.repeat(100)]) {
      it(`not as a further field: ${key.slice(0, 30)}`, () => denied(say({ [key]: 1 })));
    }

    for (const id of [
      ...['agent', 'note-to-self', '5005550100', '0'.repeat(64), 'f'.repeat(64), 'deadbeef'.repeat(8)],
      ...[batchIdOf('agent', 'alpha').toUpperCase(), batchIdOf('agent', 'alpha').slice(0, 63)],
      ...[batchIdOf('owner', 'alpha'), batchIdOf('agent', 'beta'), `${batchIdOf('agent', 'alpha')}0`],
      batchIdOf('agent', 'alpha', { day: dayOf(Date.now()), slot: 8 }),
    ]) {
      it(`not as its id: ${id.slice(0, 30)}`, () => denied(say({}, { id })));
    }

    it('not as a day that only looks like one', async () => {
      const [year, month, day] = today().split('-') as [string, string, string];
      for (const other of [
        `${year}-${Number(month)}-${Number(day)} `,
        `${year}/${month}/${day}`,
        `${today()}x`,
        ` ${today()}`,
      ])
        await denied(say({ day: other }));
    });

    it('not with a moment of one’s own', async () => {
      for (const at of [Timestamp.now(), SOME_DAY, Timestamp.fromMillis(Date.now() + 60_000)])
        await denied(say({ at }));
    });

    it('not below a batch, and not with a transform of one’s own', async () => {
      const path = `orgs/alpha/telemetry/${batchIdOf('agent', 'alpha')}`;
      await denied(setDoc(doc(as('agent'), `${path}/notes/x`), { text: 'x' }));
      const batch = writeBatch(as('agent'));
      batch.set(doc(as('agent'), path), { ...batchDocument(), counts: serverTimestamp() });
      await denied(batch.commit());
      await denied(updateDoc(doc(as('agent'), 'orgs/alpha/telemetry/first'), { at: deleteField() }));
    });
  },
  'uncounted',
);

inFreshWorld('a batch of another organization', () => {
  it('is refused, whoever’s id it has', async () => {
    for (const id of [
      batchIdOf('agent', 'beta'),
      batchIdOf('stranger', 'beta'),
      batchIdOf('agent', 'alpha'),
    ]) {
      await denied(say({}, { org: 'beta', id }));
    }
    await allowed(say({}, { who: 'stranger', org: 'beta' }));
  });

  it('is refused where the organization was deleted', () =>
    denied(say({}, { who: 'closedAgent', org: 'closed' })));
});

inFreshWorld('the days of usage', () => {
  it('are listed a page at a time by an owner or admin, and by nobody else', async () => {
    const days = (who: Who) => collection(as(who), 'orgs/alpha/usage');
    await allowed(getDocs(query(days('admin'), limit(LIMITS.listPage))));
    await denied(getDocs(query(days('admin'), limit(LIMITS.listPage + 1))));
    await denied(getDocs(days('admin')));
    await denied(getDocs(query(days('agent'), limit(10))));
  });
});

inFreshWorld(
  'random batches [P4]',
  () => {
    it('get in only where their schema takes them and their id is the one they may have', async () => {
      const { written, strange } = await throwBatches(SLOTS_PER_DAY);
      expect(strange).to.deep.equal([]);
      expect(written).to.be.greaterThan(20);
    });
  },
  'uncounted',
);

/** Batches with one thing of them random, as a client without our SDK might write them. */
async function throwBatches(count: number): Promise<{ written: number; strange: string[] }> {
  const strange: string[] = [];
  let written = 0;
  for (let n = 0; n < count; n += 1) {
    const { data, id, isFine } = thrown(n);
    const { status, words } = await knock({ uid: 'agent' }, ':commit', (root) => ({
      writes: [
        {
          update: { name: `${root}/orgs/alpha/telemetry/${id}`, fields: data },
          updateTransforms: [{ fieldPath: 'at', setToServerValue: 'REQUEST_TIME' }],
          currentDocument: { exists: false },
        },
      ],
    }));
    if (status === 'OK') written += 1;
    else if (status !== 'PERMISSION_DENIED') strange.push(`${status} ${words}: ${JSON.stringify(data)}`);
    if (status === 'OK' && !isFine) strange.push(`got in: ${id} ${JSON.stringify(data)}`);
  }
  return { written, strange };
}

type Wire = Record<string, object>;
const int = (value: number): object => ({ integerValue: String(value) });

function thrown(n: number): { data: Wire; id: string; isFine: boolean } {
  const slot = n % SLOTS_PER_DAY;
  const right: Wire = {
    day: { stringValue: today() },
    slot: int(slot),
    browser: { stringValue: BROWSER_FAMILIES[n % BROWSER_FAMILIES.length] },
    counts: {
      mapValue: { fields: { [FEATURES[n % FEATURES.length]!]: int(1 + (n % LIMITS.usesPerBatch)) } },
    },
  };
  const id = batchIdOf('agent', 'alpha', { day: today(), slot });
  const odd = ODD[n % (2 * ODD.length)];
  if (!odd) return { data: right, id, isFine: true };
  const field = Object.keys(right)[Math.floor(n / ODD.length) % 4]!;
  const feature = FEATURES[(n * 7) % FEATURES.length]!;
  const data =
    field === 'counts' && n % 3 > 0
      ? { ...right, counts: { mapValue: { fields: { [feature]: odd, 'note.add': int(2) } } } }
      : { ...right, [field]: odd };
  return { data, id, isFine: false };
}

const ODD: object[] = [
  ...TYPED.map((stringValue) => ({ stringValue })),
  { doubleValue: 1 },
  { doubleValue: 3.5 },
  { doubleValue: 'NaN' },
  { doubleValue: 'Infinity' },
  int(0),
  int(-5),
  { integerValue: '10001' },
  { integerValue: '9223372036854775807' },
  { booleanValue: true },
  { nullValue: null },
  { bytesValue: Buffer.from('Call Ana').toString('base64') },
  { geoPointValue: { latitude: 52.52, longitude: 13.4 } },
  { referenceValue: 'projects/p/databases/(default)/documents/typed/words' },
  { timestampValue: '2026-11-25T10:00:00Z' },
  { arrayValue: { values: [{ stringValue: 'x' }] } },
  { mapValue: { fields: { 'a b': { stringValue: 'x' } } } },
  { mapValue: {} },
];
