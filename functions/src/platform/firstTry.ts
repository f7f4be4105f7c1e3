/** The SDK's clock between tries, as far as it is known here; a later SDK may have another one and is then left alone. */
interface Backoff {
  currentBaseMs?: unknown;
  backoffAndWait?: (this: Backoff) => Promise<void>;
}

const seen = new WeakSet();
const running = new WeakMap<Backoff, Promise<void>>();

/**
 * Lets a first try begin at once. The SDK waits for no time at all before it, but by a timer, and Node has none below a
 * millisecond: a transaction waited twice, a read once. Given one of the SDK's clocks this is mended for all of them;
 * waits between tries stay.
 */
export function beginAtOnce(backoff: unknown): void {
  const prototype = Object.getPrototypeOf(backoff ?? {}) as Backoff;
  const { backoffAndWait } = prototype;
  if (seen.has(prototype) || typeof backoffAndWait !== 'function') return;
  seen.add(prototype);
  prototype.backoffAndWait = async function () {
    await running.get(this);
    const isFirst = this.currentBaseMs === 0;
    const wait = backoffAndWait.call(this);
    if (isFirst) running.set(this, wait);
    else await wait;
  };
}
