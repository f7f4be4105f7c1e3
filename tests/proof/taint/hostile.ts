import type { FeatureCounts, TelemetryBatch } from '@leadpulse/model';
import { batchKey, dayOf } from '@leadpulse/model';
import { createHash } from 'node:crypto';
import pLimit from 'p-limit';
import { HOST, PROJECT_ID } from '../../../local/ports.js';
import { worldPorts } from '../../../local/worldClient.js';
import { tokenOf } from '../../functions/callAs.js';
import type { House } from './house.js';

const WIDTH = 8;

type Fields = Record<string, object>;

/** Writes a batch over HTTP, as a client without our code may; whether it got in. */
async function writeBatch(house: House, id: string, fields: Fields): Promise<boolean> {
  const root = `projects/${PROJECT_ID}/databases/(default)/documents`;
  const write = {
    update: { name: `${root}/orgs/${house.orgId}/telemetry/${id}`, fields },
    updateTransforms: [{ fieldPath: 'at', setToServerValue: 'REQUEST_TIME' }],
    currentDocument: { exists: false },
  };
  const token = tokenOf({ uid: house.owner.uid, email: house.email });
  const response = await fetch(`http://${HOST}:${worldPorts().firestore}/v1/${root}:commit`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ writes: [write] }),
  });
  await response.arrayBuffer();
  return response.ok;
}

const idOf = ({ owner, orgId }: House, batch: Pick<TelemetryBatch, 'day' | 'slot'>): string =>
  createHash('sha256')
    .update(batchKey(owner.uid, orgId, batch))
    .digest('hex');

function fieldsOf({ day, slot, browser, counts }: TelemetryBatch): Fields {
  const integers = Object.entries(counts).map(([feature, uses]) => [feature, { integerValue: String(uses) }]);
  return {
    day: { stringValue: day },
    slot: { integerValue: String(slot) },
    browser: { stringValue: browser },
    counts: { mapValue: { fields: Object.fromEntries(integers) as Fields } },
  };
}

/** The person's own counts, as their browser tells them. */
export async function tellCounts(house: House, counts: FeatureCounts): Promise<void> {
  const batch: TelemetryBatch = { day: dayOf(Date.now()), slot: 0, browser: 'chrome', counts };
  if (!(await writeBatch(house, idOf(house, batch), fieldsOf(batch))))
    throw new Error('The counts were refused.');
}

/** The same person tries to leave each of these strings in the counts, in one place or another; those that got in. */
export async function smuggle(house: House, strings: readonly string[]): Promise<string[]> {
  const gotIn: string[] = [];
  await pLimit(WIDTH).map([...strings.entries()], async ([at, text]) => {
    const batch: TelemetryBatch = {
      day: dayOf(Date.now()),
      slot: 1 + (at % 286),
      browser: 'other',
      counts: { 'note.add': 1 },
    };
    const right = fieldsOf(batch);
    const [id, said] = [idOf(house, batch), { stringValue: text }];
    const ways: [string, Fields][] = [
      [id, { ...right, counts: { mapValue: { fields: { [text]: { integerValue: '1' } } } } }],
      [id, { ...right, counts: { mapValue: { fields: { 'note.add': said } } } }],
      [id, { ...right, browser: said }],
      [id, { ...right, day: said }],
      [id, { ...right, note: said }],
      [id, { ...right, counts: { mapValue: { fields: { 'note.add': { integerValue: digitsOf(text) } } } } }],
      [text.replace(/[^A-Za-z0-9]/g, ''), right],
    ];
    const [batchId, fields] = ways[at % ways.length]!;
    if (await writeBatch(house, batchId, fields)) gotIn.push(text);
  });
  return gotIn;
}

/** The string as a whole number, as long as one may be: more than a count can be. */
function digitsOf(text: string): string {
  const digits = BigInt(`0x${Buffer.from(text).toString('hex').slice(0, 15)}`);
  return String(digits);
}
