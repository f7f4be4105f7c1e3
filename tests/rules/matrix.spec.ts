import { can } from '@leadpulse/model';
import type { Operation } from './operations.js';
import { operations } from './operations.js';
import type { Who } from './people.js';
import { called, everybody, orgOf, people, roleOf, seatOf, seesContactOf } from './people.js';
import { allowed, as, denied, freshWorld, inFreshWorld } from './world.js';
import { CONTACTS, EVERYWHERE } from './seed.js';

/** The answer of the capability table and of the plan: the rules have to say the same. */
function may(who: Who, { needs, contact, paid }: Operation): boolean {
  const seat = seatOf(who);
  if (paid && orgOf(who) === 'paused') return false;
  if (!seat || needs === 'nothing grants it' || !can(roleOf(who), needs)) return false;
  return contact === undefined || seesContactOf(who, CONTACTS[contact]);
}

inFreshWorld(
  'the capability table [P11]',
  () => {
    for (const operation of operations) {
      describe(operation.does, () => {
        const attempts = new Map<Who, Promise<unknown>>();
        const attempt = (who: Who) => operation.attempt(as(who), orgOf(who), people[who].uid);

        before('those who may not try all at once', async () => {
          await freshWorld();
          for (const who of everybody.filter((somebody) => !may(somebody, operation)))
            attempts.set(who, attempt(who));
          await Promise.allSettled(attempts.values()); // each is looked at in its own test
        });
        const there = ({ contact = 'cold' }: Operation, who: Who) =>
          orgOf(who) === 'alpha' || EVERYWHERE.includes(contact);
        for (const who of everybody.filter((somebody) => there(operation, somebody))) {
          const granted = may(who, operation);
          it(`${called(who)} ${granted ? 'may' : 'cannot'} ${operation.does}`, () => {
            if (granted) return allowed(attempt(who));
            return denied(attempts.get(who)!);
          });
        }
      });
    }
  },
  'uncounted',
);

inFreshWorld(
  'the wall between organizations [P10]',
  () => {
    for (const operation of operations.filter(({ contact = 'cold' }) => EVERYWHERE.includes(contact))) {
      it(`nobody of 'alpha' may ${operation.does} of 'beta', a stranger owns it`, async () => {
        const attempt = (who: Who) => operation.attempt(as(who), 'beta', people[who].uid);
        const others = everybody.filter((who) => who !== 'stranger');
        await Promise.all(others.map((who) => denied(attempt(who))));
        await (operation.needs === 'nothing grants it' ? denied : allowed)(attempt('stranger'));
      });
    }
  },
  'uncounted',
);
