import { HOST, readBase } from './ports.js';
import { Progress } from './progress.js';
import { isSeeded, seedDemo, wireOfficeMailbox } from './seed/demo.js';
import { DEMO_PASSWORD, DEMO_PEOPLE } from './seed/people.js';
import { buyPlans } from './seed/subscriptions.js';
import type { World } from './world.js';
import { startWorld } from './world.js';
import { realStripe } from './world/environment.js';
import { PortTaken } from './world/portHolders.js';

const isRealStripe = realStripe() !== null; // asked before seeding, which sets the local secrets

/** `npm start`: the whole product on this machine, until Ctrl-C. */
async function main(): Promise<void> {
  const base = readBase(process.env.PORT_BASE ?? '5300');
  const progress = new Progress(process.stdout);
  process.stdout.write('Starting LeadPulse\n');
  const world = await startWorld({
    name: 'dev',
    base,
    keepData: true,
    fresh: process.argv.includes('--fresh'),
    log: (line) => progress.step(line),
  }).catch((error: unknown) => {
    progress.done();
    throw error instanceof PortTaken ? new Error(`${error.message} ${wayOut(base)}`) : error;
  });
  stopOnSignal(world, progress);
  if (!(await isSeeded(world.ports))) {
    progress.step('seeding the demo organization');
    await seedDemo(world.ports, new Date());
    if (!isRealStripe) await buyPlans(world.ports);
  } else {
    await wireOfficeMailbox(world.ports);
  }
  progress.done();
  process.stdout.write(block(world));
  if (!(await world.ended).asked) {
    throw new Error(`The emulators ended by themselves; see ${world.dir}/emulators.log, then: npm start`);
  }
}

function wayOut(base: number): string {
  return `Stop that, or start elsewhere: PORT_BASE=${base === 5350 ? 5450 : 5350} npm start`;
}

function stopOnSignal(world: World, progress: Progress): void {
  const stop = async (): Promise<void> => {
    progress.step('stopping, your data is being saved');
    const { saved } = await world.stop();
    progress.done();
    process.stdout.write(saved ? 'Stopped. Your data is kept.\n' : 'Stopped. The data could not be saved.\n');
    process.exit(saved ? 0 : 1);
  };
  let stopping: Promise<void> | undefined;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => void (stopping ??= stop()));
  }
}

function block(world: World): string {
  const rows = DEMO_PEOPLE.map(({ email, who }) => `    ${email.padEnd(24)} ${who}`);
  const payments = isRealStripe
    ? 'Payments              real Stripe, in test mode'
    : `Payments (stand-in)   http://${HOST}:${world.ports.stripe}`;
  return `
  LeadPulse is ready    ${world.siteUrl}

  Sign in as            (password of all: ${DEMO_PASSWORD})
${rows.join('\n')}

  Mails arrive at       http://${HOST}:${world.ports.mailWeb}
  Phones (Twilio)       http://${HOST}:${world.ports.twilio}  with the keys of its demo account
  Mailboxes (Gmail)     http://${HOST}:${world.ports.google}  also for Google Voice
  ${payments}
  Stop                  Ctrl-C; your data is kept
  Begin anew            npm start -- --fresh

`;
}

await main();
