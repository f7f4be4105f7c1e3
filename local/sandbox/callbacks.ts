import { setTimeout as wait } from 'node:timers/promises';
import { signatureOf } from './signature.js';

const PAUSES_MS = [0, 500, 1000, 2000, 4000, 8000, 15_000, 30_000];

export interface Callback {
  url: string;
  secret: string;
  signatureHeader: string;
  contentType: string;
  body: string;
}

/** Delivers one callback, again on anything but 2xx, as providers do; answers whether it was taken in the end. */
export async function deliver(callback: Callback, signal: AbortSignal): Promise<boolean> {
  for (const pause of PAUSES_MS) {
    if (!(await waited(pause, signal))) return false;
    if (await isTaken(callback, signal)) return true;
  }
  return false;
}

/** False when the world went down meanwhile. */
export async function waited(ms: number, signal: AbortSignal): Promise<boolean> {
  try {
    await wait(ms, undefined, { signal });
    return true;
  } catch {
    return false;
  }
}

async function isTaken(
  { url, secret, signatureHeader, contentType, body }: Callback,
  signal: AbortSignal,
): Promise<boolean> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': contentType, [signatureHeader]: signatureOf(secret, body, Date.now()) },
      body,
      signal: AbortSignal.any([signal, AbortSignal.timeout(30_000)]),
    });
    return response.ok;
  } catch {
    return false;
  }
}
