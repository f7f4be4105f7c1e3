import { setTimeout as wait } from 'node:timers/promises';
import { signatureFor } from './signing.js';
import type { TwilioMessage, TwilioStore } from './store.js';

const PATIENCE_MS = 15_000; // as Twilio's own
const STEP_MS = 150;
const API_VERSION = '2010-04-01';

/** Numbers whose phone never gets a text: 1 500 555 3 and the last three digits of the error, 30 and so on. */
const FAILING = /^\+15005553(\d{3})$/;

type Call = Pick<HeldCall, 'accountSid' | 'url' | 'fallbackUrl' | 'params'>;

/** A call to the product that waits to be delivered by hand. */
export interface HeldCall {
  id: string;
  accountSid: string;
  messageSid: string;
  status: string;
  url: string;
  fallbackUrl: string; // '' for none
  params: Record<string, string>;
}

/** Brings texts to phones, which are simulated, and tells the product how they fared. */
export class Network {
  private readonly waiting: HeldCall[] = [];

  constructor(
    private readonly store: TwilioStore,
    private readonly signal: AbortSignal,
  ) {}

  /** Carries a text on its way, a state after the other. */
  async carry(id: string): Promise<void> {
    const errorCode = errorOf(this.store.get('message', id));
    const told: Record<string, string>[] = [];
    for (const status of ['sent', errorCode === null ? 'delivered' : 'undelivered']) {
      const message = (await this.pause(STEP_MS)) ? this.store.get('message', id) : undefined;
      if (!message) return;
      const end = status === 'undelivered' ? errorCode : null;
      const next = this.store.put('message', { ...message, status, errorCode: end });
      told.push(statusParams(next));
      const mode = this.modeOf(next);
      if (mode === 'plain') await this.call(next.accountSid, next.statusCallback, statusParams(next));
      if (mode === 'held') this.hold(next, { url: next.statusCallback, fallbackUrl: '' }, statusParams(next));
    }
    await this.tellDisorderly(id, told);
  }

  /** Each callback twice, the last one first. */
  private async tellDisorderly(id: string, told: Record<string, string>[]): Promise<void> {
    const message = this.store.get('message', id);
    if (!message || this.modeOf(message) !== 'disorderly') return;
    for (const params of [...told, ...told].reverse())
      await this.call(message.accountSid, message.statusCallback, params);
  }

  /** Brings a text that came in to where its number leads; what fails there goes to the second address once. */
  async bring(
    message: TwilioMessage,
    to: { url: string; fallbackUrl: string },
    more: Record<string, string>,
  ) {
    const params = { ...inboundParams(message), ...more };
    if (to.url === '') return 'nowhere';
    const { accountSid } = message;
    if (this.store.get('account', accountSid)?.callbacks === 'held') {
      this.hold(message, to, params);
      return 'held';
    }
    return (await this.tryBoth({ accountSid, ...to, params })) ? 'taken' : 'lost';
  }

  held(accountSid: string): HeldCall[] {
    return this.waiting.filter((each) => each.accountSid === accountSid);
  }

  /** Calls what is held, now; whether it was taken. */
  async deliver(id: string, way: 'both' | 'first' | 'second'): Promise<boolean> {
    const held = this.waiting.find((each) => each.id === id);
    if (!held) throw new Error('Nothing of that id is held.');
    if (way === 'both') return this.tryBoth(held);
    return way === 'first' ? this.tryFirst(held) : this.trySecond(held);
  }

  private hold(
    { id: messageSid, accountSid, status }: TwilioMessage,
    to: { url: string; fallbackUrl: string },
    params: Record<string, string>,
  ): void {
    this.waiting.push({ id: `held${this.waiting.length}`, accountSid, messageSid, status, ...to, params });
  }

  private async tryBoth(call: Call): Promise<boolean> {
    return (await this.tryFirst(call)) || this.trySecond(call);
  }

  private tryFirst({ accountSid, url, params }: Call): Promise<boolean> {
    return this.call(accountSid, url, params);
  }

  private async trySecond({ accountSid, url, fallbackUrl, params }: Call): Promise<boolean> {
    if (fallbackUrl === '') return false;
    return this.call(accountSid, fallbackUrl, { ...params, ErrorCode: '11200', ErrorUrl: url });
  }

  /** Only this machine is called, whatever address stands there. */
  private async call(accountSid: string, url: string, params: Record<string, string>): Promise<boolean> {
    const { hostname } = new URL(url);
    const account = this.store.get('account', accountSid);
    if (!account || hostname !== '127.0.0.1') return false;
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'x-twilio-signature': signatureFor(account.authToken, url, params) },
        body: new URLSearchParams(params),
        signal: AbortSignal.any([this.signal, AbortSignal.timeout(PATIENCE_MS)]),
      });
      await response.arrayBuffer();
      return response.ok;
    } catch {
      return false;
    }
  }

  private modeOf({ accountSid, statusCallback }: TwilioMessage): string {
    return statusCallback === '' ? 'lost' : (this.store.get('account', accountSid)?.callbacks ?? 'lost');
  }

  private async pause(ms: number): Promise<boolean> {
    return wait(ms, true, { signal: this.signal }).catch(() => false);
  }
}

function errorOf(message: TwilioMessage | undefined): number | null {
  const [, digits] = FAILING.exec(message?.to ?? '') ?? [];
  return digits === undefined ? null : 30_000 + Number(digits);
}

function commonParams({ id, accountSid, from, to, serviceSid }: TwilioMessage): Record<string, string> {
  return {
    MessageSid: id,
    SmsSid: id,
    AccountSid: accountSid,
    From: from,
    To: to,
    ApiVersion: API_VERSION,
    ...(serviceSid !== null && { MessagingServiceSid: serviceSid }),
  };
}

function statusParams(message: TwilioMessage): Record<string, string> {
  const { status, errorCode } = message;
  return {
    ...commonParams(message),
    MessageStatus: status,
    SmsStatus: status,
    ...(errorCode !== null && { ErrorCode: String(errorCode) }),
  };
}

function inboundParams(message: TwilioMessage): Record<string, string> {
  const { id, accountSid, body, media } = message;
  const pictures = media.flatMap((mediaSid, at) => [
    [`MediaContentType${at}`, 'image/png'],
    [
      `MediaUrl${at}`,
      `https://api.twilio.com/${API_VERSION}/Accounts/${accountSid}/Messages/${id}/Media/${mediaSid}`,
    ],
  ]);
  return {
    ...commonParams(message),
    SmsMessageSid: id,
    Body: body,
    NumMedia: String(media.length),
    NumSegments: '1',
    SmsStatus: 'received',
    FromCountry: 'US',
    ToCountry: 'US',
    ...(Object.fromEntries(pictures) as Record<string, string>),
  };
}
