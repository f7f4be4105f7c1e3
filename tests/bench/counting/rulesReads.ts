import { HOST, PROJECT_ID, type Ports } from '../../../local/ports.js';

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
  const url = `http://${HOST}:${ports.firestore}/emulator/v1/projects/${PROJECT_ID}:ruleCoverage`;
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return namedIn(((await response.json()) as { report?: Node[] }).report ?? []);
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
