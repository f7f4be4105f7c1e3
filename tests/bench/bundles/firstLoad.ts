import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

interface Chunk {
  file: string;
  isEntry?: boolean;
  imports?: string[];
  dynamicImports?: string[];
}
export type Manifest = Record<string, Chunk>;

export function readManifest(outDir: string): Manifest {
  return JSON.parse(readFileSync(join(outDir, '.vite/manifest.json'), 'utf8')) as Manifest;
}

/** The JavaScript files that a page needs at once: the entry, the given lazy modules, and all that they import statically. */
export function filesOf(manifest: Manifest, lazyModules: readonly string[] = []): Set<string> {
  const entries = Object.keys(manifest).filter((key) => manifest[key]?.isEntry);
  const wanted = new Set<string>();
  const visit = (key: string): void => {
    const chunk = manifest[key];
    if (!chunk) throw new Error(`The build has no chunk for ${key}.`);
    if (wanted.has(key)) return;
    wanted.add(key);
    for (const next of chunk.imports ?? []) visit(next);
  };
  for (const key of [...entries, ...lazyModules]) visit(key);
  return new Set([...wanted].map((key) => manifest[key]?.file ?? '').filter((file) => file.endsWith('.js')));
}

/** What those files weigh on the wire, in KiB of gzip, each compressed by itself as a server does. */
export function gzipKiB(outDir: string, files: Iterable<string>): number {
  const bytes = [...files].map((file) => gzipSync(readFileSync(join(outDir, file)), { level: 9 }).length);
  return bytes.reduce((sum, size) => sum + size, 0) / 1024;
}
