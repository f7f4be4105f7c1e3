import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HOST, PROJECT_ID, type Ports } from '../../../local/ports.js';
import type { World } from '../../../local/world.js';

interface PathValue {
  segments?: { simple?: string }[];
}
interface Node {
  values?: { value?: { pathValue?: unknown }; count?: number }[];
  children?: Node[];
}

/** How often the rules have named each document so far, by the emulator's own coverage report. */
export type Named = ReadonlyMap<string, number>;

/**
 * The paths that the rules handed to get(), exists(), getAfter() and existsAfter(). Firestore bills one read per distinct
 * document and request: take the report before and after one request and count what grew.
 */
export async function documentsNamedByRules(ports: Ports): Promise<Named> {
  const response = await ask(ports, 'ruleCoverage');
  return namedIn(((await response.json()) as { report?: Node[] }).report ?? []);
}

/** Loads the same rules anew, which empties the report: after hundreds of requests it takes seconds to read. */
export async function forgetNamed({ dir, ports }: Pick<World, 'dir' | 'ports'>): Promise<void> {
  const content = readFileSync(join(dir, 'firestore.rules'), 'utf8');
  const body = JSON.stringify({ rules: { files: [{ name: 'security.rules', content }] } });
  await ask(ports, 'securityRules', { method: 'PUT', headers: { 'content-type': 'application/json' }, body });
}

async function ask(ports: Ports, what: string, request?: RequestInit): Promise<Response> {
  const url = `http://${HOST}:${ports.firestore}/emulator/v1/projects/${PROJECT_ID}:${what}`;
  const response = await fetch(url, request);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response;
}

export function namedIn(report: readonly Node[]): Named {
  const named = new Map<string, number>();
  const visit = (node: Node): void => {
    for (const { value, count } of node.values ?? []) {
      const pathValue = value?.pathValue as PathValue | undefined;
      const path = pathValue?.segments?.map(({ simple }) => simple ?? '').join('/');
      if (path) named.set(path, (named.get(path) ?? 0) + (count ?? 0));
    }
    node.children?.forEach(visit);
  };
  report.forEach(visit);
  return named;
}

export function namedSince(before: Named, after: Named): string[] {
  return [...after].filter(([path, count]) => count > (before.get(path) ?? 0)).map(([path]) => path);
}
