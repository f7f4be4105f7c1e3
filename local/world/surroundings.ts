import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { GoogleStandIn } from '../google/standIn.js';
import { startGoogle } from '../google/standIn.js';
import { relayAuthMail, repeatedly } from '../mail/authMail.js';
import type { MailSink } from '../mail/mailSink.js';
import { startMailSink } from '../mail/mailSink.js';
import type { Ports } from '../ports.js';
import { HOST } from '../ports.js';
import { startMailRobot } from '../sandbox/mailRobot.js';
import { startProvider } from '../sandbox/provider.js';
import type { StripeStandIn } from '../stripe/standIn.js';
import { startStripe } from '../stripe/standIn.js';
import { LOCAL_SECRETS, realStripe, SYSTEM_MAIL_FROM } from './environment.js';
import { startTwilio } from '../twilio/standIn.js';
import type { Part } from './parts.js';
import { fireScheduleOf, scheduledFunctions } from './schedule.js';

const TICK_MS = 60_000;

interface Place {
  ports: Ports;
  dir: string;
  siteUrl: string;
}

/** Starts what stands around the emulators; answers how to stop it. */
export async function startSurroundings(
  place: Place,
  parts: ReadonlySet<Part>,
): Promise<() => Promise<void>> {
  const stops: (() => unknown)[] = [];
  let sink: MailSink | undefined;
  if (parts.has('mail')) {
    sink = await startMailSink(place.ports, place.dir);
    stops.push(sink.stop, startAuthMail(place), startMailRobot(sink, place.siteUrl));
  }
  if (parts.has('sandbox')) {
    const hasMail = (messageId: string): boolean => sink?.hasAccepted(messageId) ?? false;
    stops.push((await startProvider({ ...place, hasMail })).stop);
  }
  if (parts.has('stripe') && !realStripe()) stops.push((await startPayments(place)).stop);
  if (parts.has('twilio')) {
    stops.push((await startTwilio({ port: place.ports.twilio, file: join(place.dir, 'twilio.jsonl') })).stop);
  }
  if (parts.has('google')) stops.push((await startMailboxes(place)).stop);
  if (parts.has('ticker') && parts.has('functions')) stops.push(startTicker(place.ports));
  return async () => {
    await Promise.all(stops.reverse().map((stop) => stop()));
  };
}

function startAuthMail({ ports, siteUrl }: Place): () => void {
  const transport = createTransport({ host: HOST, port: ports.smtp, secure: false, ignoreTLS: true });
  return relayAuthMail(ports, siteUrl, async (mail) => {
    await transport.sendMail({ from: `LeadPulse <${SYSTEM_MAIL_FROM}>`, ...mail });
  });
}

/** Stripe for this world, which keeps its customers beside the world's other data. */
function startPayments({ ports, dir, siteUrl }: Place): Promise<StripeStandIn> {
  return startStripe({
    port: ports.stripe,
    file: join(dir, 'stripe.jsonl'),
    webhookUrl: `${siteUrl}/hooks/stripe`,
    webhookSecret: LOCAL_SECRETS.STRIPE_WEBHOOK_SECRETS.split(',')[0] ?? '',
  });
}

/** Google for this world; it tells of changes by the emulator's Pub/Sub. */
function startMailboxes({ ports, dir }: Place): Promise<GoogleStandIn> {
  const pubsubUrl = `http://${HOST}:${ports.pubsub}`;
  return startGoogle({ port: ports.google, file: join(dir, 'google.jsonl'), pubsubUrl });
}

/** Fires every scheduled function once a minute, as Cloud Scheduler does; all of ours ask for that. */
function startTicker(ports: Ports): () => void {
  return repeatedly(TICK_MS, async () => {
    const names = await scheduledFunctions(ports);
    await Promise.allSettled(names.map((name) => fireScheduleOf(ports, name)));
  });
}
