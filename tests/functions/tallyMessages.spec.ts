import { dayOf, dayPlus, dayStart, usageDaySchema } from '@leadpulse/model';
import { expect } from 'chai';
import type { DocumentReference } from 'firebase-admin/firestore';
import { Timestamp } from 'firebase-admin/firestore';
import { adminDb, fireSchedule } from '../../local/worldClient.js';
import type { Tenant } from './tenant.js';
import { freshId, seedContact, seedTenant } from './tenant.js';

const DAY = dayPlus(dayOf(Date.now()), -1);
const minutes = (after: number): Timestamp => Timestamp.fromMillis(dayStart(DAY) + after * 60_000);

/** A message of the day that is counted; negative minutes are the day before. */
function say(
  contact: DocumentReference,
  direction: 'in' | 'out',
  at: number,
  more: object = {},
): Promise<unknown> {
  const message = {
    ...{ channel: 'sms', direction, accountId: 'a', from: '+14155550100', to: '+14155550101' },
    ...{ body: 'Is the flat still free?', state: direction === 'in' ? 'received' : 'sent', at: minutes(at) },
  };
  return contact
    .collection('messages')
    .doc(freshId('m'))
    .set({ ...message, ...more });
}

async function tally(): Promise<void> {
  const runs = adminDb().collection('usageRuns');
  for (let ago = 2; ago <= 7; ago += 1) {
    await runs.doc(dayPlus(dayOf(Date.now()), -ago)).set({ talliedAt: Timestamp.now() }); // those are done
  }
  await runs.doc(DAY).delete();
  await fireSchedule('tallyMessages');
}

describe('the tally of an organization’s day', function () {
  this.timeout(120_000);
  let tenant: Tenant;
  const usage = () => tenant.org.collection('usage').doc(DAY);

  before(async () => {
    tenant = await seedTenant();
    const lastMessage = (at: number) => ({
      lastMessage: {
        messageId: 'm',
        at: minutes(at),
        channel: 'sms' as const,
        direction: 'out' as const,
        preview: '',
      },
    });
    const answered = await seedContact(tenant, lastMessage(90));
    await say(answered, 'in', 60);
    await say(answered, 'out', 64);
    await say(answered, 'out', 80, { state: 'canceled' });
    await say(answered, 'out', 90, { purpose: 'help' });
    const overnight = await seedContact(tenant, lastMessage(100));
    await say(overnight, 'out', -200);
    await say(overnight, 'in', -100);
    await say(overnight, 'out', 100, { channel: 'email' });
    const goesOn = await seedContact(tenant, lastMessage(1500)); // wrote since; that day is counted all the same
    await say(goesOn, 'in', 1380, { channel: 'email' });
    await say(goesOn, 'in', 1500);
    const longAgo = await seedContact(tenant, lastMessage(-2000));
    await say(longAgo, 'in', -2000);
    await tally();
  });

  it('counts what came in and went out, and the hours in which leads wrote', async () => {
    const { messages } = usageDaySchema.parse((await usage().get()).data());
    expect(messages).to.deep.include({ textsIn: 1, textsOut: 1, emailsIn: 1, emailsOut: 1 });
    expect(messages?.hoursIn.flatMap((count, hour) => (count > 0 ? [hour] : []))).to.deep.equal([1, 23]);
  });

  it('counts how long leads had waited for each answer, those from the day before too', async () => {
    const { answers } = usageDaySchema.parse((await usage().get()).data());
    expect(answers).to.deep.equal({ within5m: 1, within1h: 0, within4h: 1, within24h: 0, later: 0 });
  });

  it('holds nothing of what was written, nor to whom', async () => {
    const text = JSON.stringify((await usage().get()).data());
    for (const word of ['flat', '1415', 'sms']) expect(text).not.to.include(word);
  });

  it('comes to the same when the day is counted again, and keeps what browsers counted', async () => {
    const before = (await usage().get()).data();
    await usage().update({ counts: { 'note.add': 3 } });
    await tally();
    const { counts, talliedAt, ...rest } = (await usage().get()).data() ?? {};
    expect(counts).to.deep.equal({ 'note.add': 3 });
    expect({ ...rest, talliedAt: before?.talliedAt as unknown }).to.deep.equal(before);
    expect(talliedAt).to.be.instanceOf(Timestamp);
  });

  it('is not written for an organization in which nothing happened', async () => {
    const quiet = await seedTenant();
    await tally();
    expect((await quiet.org.collection('usage').get()).size).to.equal(0);
  });

  it('is done once a day: a day that was counted through is not read again', async () => {
    await usage().update({ 'messages.textsIn': 77 });
    await fireSchedule('tallyMessages');
    expect((await usage().get()).get('messages.textsIn')).to.equal(77);
  });
});
