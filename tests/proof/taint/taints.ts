import { randomBytes, randomInt } from 'node:crypto';

/** A string that occurs nowhere else, and was given to the product as somebody's name, number, address, words or file. */
export interface Taint {
  kind: 'name' | 'number' | 'address' | 'words' | 'file' | 'secret';
  where: string; // through which door
  text: string; // as it was given
  core: string; // what is looked for: letters and digits, whatever was done to the rest
  isKept: boolean; // the product has to keep it or to send it on: then it must be found there
}

/** Makes taints and remembers them. */
export class Taints {
  readonly all: Taint[] = [];

  private make(kind: Taint['kind'], where: string, isKept: boolean, dress: (core: string) => string): string {
    const core = kind === 'number' ? `1415${randomInt(2_000_000, 9_999_999)}` : `qz${letters(14)}`;
    const text = dress(core);
    this.all.push({ kind, where, text, core, isKept });
    return text;
  }

  name(where: string, isKept = true): string {
    return this.make('name', where, isKept, (core) => `Nadia ${core[0]?.toUpperCase()}${core.slice(1)}`);
  }

  number(where: string, isKept = true): string {
    return this.make('number', where, isKept, (core) => `+${core}`);
  }

  address(where: string, isKept = true): string {
    return this.make('address', where, isKept, (core) => `${core}@leads.example`);
  }

  words(where: string, isKept = true): string {
    return this.make('words', where, isKept, (core) => `The key is ${core}, please come.`);
  }

  word(where: string, isKept = true): string {
    return this.make('words', where, isKept, (core) => core);
  }

  file(where: string, isKept = false): string {
    return this.make('file', where, isKept, (core) => `plan,${core}\r\nroof,${core}`);
  }

  secret(where: string): string {
    return this.make('secret', where, false, (core) => core);
  }

  /** One that somebody else has made, to be found nowhere. */
  given(kind: Taint['kind'], where: string, text: string): void {
    this.all.push({ kind, where, text, core: text, isKept: false });
  }
}

/** Small letters and digits that are no hexadecimal number, so that no id or hash looks like them. */
function letters(count: number): string {
  const alphabet = 'ghjkmnpqrstvwxyz23456789';
  return Array.from(randomBytes(count), (byte) => alphabet[byte % alphabet.length]).join('');
}
