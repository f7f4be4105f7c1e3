import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

const lineSchema = z.tuple([z.string(), z.string(), z.unknown()]);

/**
 * Objects by kind and id, with a journal of JSON lines so that a restart forgets nothing. They are never changed in
 * place: a change puts a new one under the same id.
 */
export class Journal<Kept extends { [K in keyof Kept]: { id: string } }> {
  private kinds = new Map<string, Map<string, unknown>>();

  constructor(private readonly file: string | undefined) {
    if (file === undefined) return;
    mkdirSync(dirname(file), { recursive: true });
    if (existsSync(file)) this.replay(readFileSync(file, 'utf8'));
    this.compact(file);
  }

  get<K extends keyof Kept & string>(kind: K, id: string): Kept[K] | undefined {
    return this.mapOf(kind).get(id);
  }

  /** All of a kind, oldest first. */
  all<K extends keyof Kept & string>(kind: K): Kept[K][] {
    return [...this.mapOf(kind).values()];
  }

  put<K extends keyof Kept & string>(kind: K, object: Kept[K]): Kept[K] {
    this.mapOf(kind).set(object.id, object);
    this.write([kind, object.id, object]);
    return object;
  }

  remove(kind: keyof Kept & string, id: string): void {
    this.mapOf(kind).delete(id);
    this.write([kind, id, null]);
  }

  clear(): void {
    this.kinds = new Map();
    if (this.file !== undefined) this.compact(this.file);
  }

  private mapOf<K extends keyof Kept & string>(kind: K): Map<string, Kept[K]> {
    const known = this.kinds.get(kind) ?? new Map<string, unknown>();
    this.kinds.set(kind, known);
    return known as Map<string, Kept[K]>; // put() is the only way in
  }

  private write(line: [string, string, unknown]): void {
    if (this.file !== undefined) appendFileSync(this.file, `${JSON.stringify(line)}\n`);
  }

  private replay(journal: string): void {
    for (const line of journal.split('\n').filter(Boolean)) {
      const [kind, id, object] = lineSchema.parse(JSON.parse(line));
      const objects = this.kinds.get(kind) ?? new Map<string, unknown>();
      this.kinds.set(kind, objects);
      if (object === null) objects.delete(id);
      else objects.set(id, object);
    }
  }

  /** Rewrites the journal without what was overwritten or removed meanwhile. */
  private compact(file: string): void {
    const lines = [...this.kinds].flatMap(([kind, objects]) =>
      [...objects].map(([id, object]) => `${JSON.stringify([kind, id, object])}\n`),
    );
    writeFileSync(`${file}.new`, lines.join(''));
    renameSync(`${file}.new`, file);
  }
}
