import { eraseMyAccountContract } from '@leadpulse/model';
import { callable } from '../platform/callable.js';
import { runInTurn } from '../platform/firestore.js';
import { currentPerson } from '../platform/person.js';
import { beginAccountErasure } from './beginAccountErasure.js';
import { closeSignIn } from './signInAccount.js';
import { startJob } from './startJob.js';

/** Every seat and the sign-in end with the answer; what names the person elsewhere follows, whatever happens meanwhile. */
export const eraseMyAccount = callable(eraseMyAccountContract, async ({ confirmEmail }, caller) => {
  const { uid, signedInAtMs } = caller;
  const { email } = await currentPerson(uid);
  const ref = await runInTurn((tx) =>
    beginAccountErasure(tx, { kind: 'erase-account', uid, email, confirmEmail, signedInAtMs }),
  );
  await closeSignIn(uid);
  await startJob(ref);
  return { requestId: ref.id };
});
