import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { add, microDollars, NOTHING, type Operations } from './operations.js';

/** One line that a counted process wrote. */
export interface Entry extends Operations {
  functionName: string;
  call: string;
  invocations: number;
}

export interface Account extends Operations {
  invocations: number;
}

export const EMPTY: Account = { ...NOTHING, invocations: 0 };

/** What the counted processes wrote since the ledger was last emptied. */
export class Ledger {
  constructor(readonly directory: string) {
    this.empty();
  }

  empty(): void {
    rmSync(this.directory, { recursive: true, force: true });
    mkdirSync(this.directory, { recursive: true });
  }

  entries(): Entry[] {
    if (!existsSync(this.directory)) return [];
    return readdirSync(this.directory)
      .flatMap((name) => readFileSync(join(this.directory, name), 'utf8').split('\n'))
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Entry);
  }

  /** The account of each function. */
  byFunction(): Map<string, Account> {
    const accounts = new Map<string, Account>();
    for (const entry of this.entries()) {
      accounts.set(entry.functionName, plus(accounts.get(entry.functionName) ?? EMPTY, entry));
    }
    return accounts;
  }
}

/** What all functions together billed, in micro-dollars. */
export function costOfAll(ledger: Ledger): number {
  return costOf([...ledger.byFunction().values()].reduce(plus, EMPTY));
}

export function plus(a: Account, b: Account): Account {
  return { ...add(a, b), invocations: a.invocations + b.invocations };
}

export function costOf(account: Account): number {
  return microDollars(account, account.invocations);
}
