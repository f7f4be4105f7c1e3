import pLimit from 'p-limit';
import type { Random } from '../../../local/seed/random.js';
import { randomFrom } from '../../../local/seed/random.js';
import { fireSchedule, mailbox } from '../../../local/worldClient.js';
import { shuffled } from '../shuffled.js';
import { lawOf } from './law.js';
import { STEPS } from './lifeSteps.js';
import type { Payer } from './payer.js';
import { buy, seedPayer } from './payer.js';
import type { Told } from './stripeSide.js';
import { deliver, isTaken, stripeControl, Telling } from './stripeSide.js';
import type { Standing } from './verdict.js';
import { auditFaults, differences, standingOf } from './verdict.js';

const STEPS_A_LIFE = { from: 6, to: 11 };
const DAY_S = 86_400;

export interface LivesReport {
  lives: number;
  wrongLives: number;
  /** Answered 2xx while what the event tells of was not written yet. */
  falseAcks: number;
  deliveries: number;
  mails: number;
  faults: string[];
}

interface Asked {
  count: number;
  width: number;
  seed: number;
}

/**
 * Plays lives of subscriptions. After each step some of the events so far are delivered, in any order, again or for the
 * first time, some at once, so that looks at Stripe happen in the middle of a life; at the end all that was lost comes.
 */
export async function liveThrough({ count, width, seed }: Asked): Promise<LivesReport> {
  const report: LivesReport = {
    lives: count,
    wrongLives: 0,
    falseAcks: 0,
    deliveries: 0,
    mails: 0,
    faults: [],
  };
  const lives = Array.from({ length: count }, (_, at) => new Life(randomFrom(seed * 100_003 + at)));
  await pLimit(width).map(lives, (life) => life.live());
  await tellOwners();
  const mails = await mailsByOwner();
  for (const [at, life] of lives.entries()) {
    const faults = [...life.faults, ...twice(mails.get(life.ownerEmail) ?? [])];
    report.mails += mails.get(life.ownerEmail)?.length ?? 0;
    report.deliveries += life.deliveries;
    report.falseAcks += life.falseAcks;
    if (faults.length > 0) report.wrongLives += 1;
    report.faults.push(...faults.map((fault) => `life ${at} (${life.story.join(', ')}): ${fault}`));
  }
  return report;
}

class Life {
  readonly story: string[] = [];
  readonly faults: string[] = [];
  falseAcks = 0;
  deliveries = 0;
  ownerEmail = '';
  private readonly delivered = new Set<string>();
  private readonly history: Standing[] = [];
  private telling: Telling | undefined;

  constructor(private readonly random: Random) {}

  async live(): Promise<void> {
    const payer = await this.begin();
    const steps = this.random.int(STEPS_A_LIFE.from, STEPS_A_LIFE.to);
    for (let step = 1; step <= steps; step += 1) {
      await this.happen(payer);
      await this.hear(payer);
    }
    await this.hearTheRest(payer);
    this.faults.push(...(await differences(payer)), ...(await auditFaults(payer, this.history)));
  }

  private async begin(): Promise<Payer> {
    const { random } = this;
    const trialDays = random.pick([14, 14, -1]);
    const payer = await seedPayer({
      trialDays,
      page: random.pick(['with customer', 'with customer', 'none']),
    });
    this.ownerEmail = payer.ownerEmail;
    // a second that passes by itself may renew a second subscription while we compare
    const { now } = await stripeControl().holdTime(payer.customerId);
    await buy(payer, random.pick(['starter', 'growth']), trialDays > 0 ? now + trialDays * DAY_S : null);
    this.story.push('buys');
    await this.note(payer);
    await this.hear(payer);
    return payer;
  }

  private async happen(payer: Payer): Promise<void> {
    const atStripe = await stripeControl().customerState(payer.customerId);
    const possible = STEPS.filter(({ isPossible }) => isPossible(atStripe));
    if (possible.length === 0) return;
    const { name, act } = this.random.pick(possible);
    this.story.push(name);
    await act({ payer, atStripe, random: this.random });
    await this.note(payer);
  }

  private async note(payer: Payer): Promise<void> {
    const atStripe = await stripeControl().customerState(payer.customerId);
    this.history.push(standingOf(lawOf(atStripe, payer.ownTrialEndsAtMs, Date.now()).access));
  }

  /** Some of what was told so far arrives; of what is new, much, and of what is old, a little. */
  private async hear(payer: Payer): Promise<void> {
    const { random } = this;
    if (random.chance(0.25)) return; // all of it is lost for now
    const events = await this.listen(payer);
    const isNew = ({ id }: Told): boolean => !this.delivered.has(id);
    const arriving = events.filter((event) => random.chance(isNew(event) ? 0.55 : 0.12));
    await this.take(payer, shuffled(arriving, random), events);
  }

  private async hearTheRest(payer: Payer): Promise<void> {
    const events = await this.listen(payer);
    const missing = events.filter(({ id }) => !this.delivered.has(id) || this.random.chance(0.2));
    await this.take(payer, shuffled(missing, this.random), events);
  }

  private listen({ customerId }: Payer): Promise<readonly Told[]> {
    this.telling ??= new Telling(customerId);
    return this.telling.listen();
  }

  /** One after the other, or two or three at once. */
  private async take(payer: Payer, arriving: readonly Told[], events: readonly Told[]): Promise<void> {
    const { random } = this;
    for (let at = 0; at < arriving.length;) {
      const wave = arriving.slice(at, at + random.int(1, 3));
      at += wave.length;
      await Promise.all(wave.map((event) => this.takeOne(event)));
    }
    const newest = events.at(-1);
    if (!newest || !this.delivered.has(newest.id)) return;
    const told = new Set(events.filter(({ id }) => this.delivered.has(id)).map(invoiceOf));
    const unknown = await differences(payer, (invoiceId) => !told.has(invoiceId));
    if (unknown.length === 0) return;
    this.falseAcks += 1;
    this.faults.push(`${newest.type} was taken before it was known: ${unknown.join('; ')}`);
  }

  private async takeOne(event: Told): Promise<void> {
    this.deliveries += 1;
    const answer = await deliver(event);
    if (isTaken(answer)) this.delivered.add(event.id);
    else this.faults.push(`${event.type} was answered ${answer.status} ${answer.outcome}`);
  }
}

/** The invoice that an event is about; '' for none. */
function invoiceOf({ payload }: Told): string {
  const { data } = JSON.parse(payload) as { data: { object: { id: string; object: string } } };
  return data.object.object === 'invoice' ? data.object.id : '';
}

/** All mails that are due go out, by two runs at the same time, until nothing is due. */
async function tellOwners(): Promise<void> {
  for (let run = 0; run < 3; run += 1) {
    await Promise.all([fireSchedule('advanceBilling'), fireSchedule('advanceBilling')]);
  }
}

async function mailsByOwner(): Promise<Map<string, string[]>> {
  const byOwner = new Map<string, string[]>();
  for (const { to, subject, text } of await mailbox().list()) {
    const address = to[0]?.address ?? '';
    byOwner.set(address, [...(byOwner.get(address) ?? []), `${subject}\n${text}`]);
  }
  return byOwner;
}

function twice(mails: readonly string[]): string[] {
  const repeated = mails.filter((mail, at) => mails.indexOf(mail) !== at);
  return repeated.map((mail) => `a mail came twice: ${mail.split('\n')[0] ?? ''}`);
}
