import { expect } from 'chai';
import { deleteApp, initializeApp } from 'firebase-admin/app';
import { getFirestore } from 'firebase-admin/firestore';
import { beginAtOnce } from './firstTry.js';

/** As the SDK's: nothing before the first try, something before the next, and by a timer either way. */
class Clock {
  currentBaseMs = 0;
  waits = 0;

  backoffAndWait(): Promise<void> {
    const ms = this.currentBaseMs;
    this.currentBaseMs = 20;
    return new Promise((resolve) => {
      setTimeout(() => {
        this.waits += 1;
        resolve();
      }, ms);
    });
  }
}

/** Whether it settles before any timer could have run. */
async function isAtOnce(promise: Promise<unknown>): Promise<boolean> {
  const immediately = new Promise((resolve) => setImmediate(resolve, 'later'));
  return (await Promise.race([promise.then(() => 'now'), immediately])) === 'now';
}

describe('a first try', () => {
  it('begins at once, and the next one waits as before', async () => {
    beginAtOnce(new Clock());
    const clock = new Clock();
    expect(await isAtOnce(clock.backoffAndWait())).to.equal(true);
    expect(await isAtOnce(clock.backoffAndWait())).to.equal(false);
    await clock.backoffAndWait();
    expect(clock.waits).to.equal(3);
  });

  it('is left alone if the SDK has no such clock', () => {
    expect(() => [undefined, null, {}].forEach(beginAtOnce)).not.to.throw();
  });

  it('of a transaction begins at once with the SDK at hand', async () => {
    const app = initializeApp({ projectId: 'demo-first-try' }, 'first-try');
    const enough = new Error('no server is needed for more');
    const begin = (body: (tx: unknown) => void): Promise<unknown> =>
      getFirestore(app)
        .runTransaction((tx) => {
          body(tx);
          return Promise.reject(enough);
        })
        .catch((error: unknown) => expect(error).to.equal(enough));
    await begin((tx) => beginAtOnce((tx as { _backoff?: unknown })._backoff));
    expect(await isAtOnce(begin(() => undefined))).to.equal(true);
    await deleteApp(app);
  });
});
