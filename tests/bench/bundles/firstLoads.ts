import { join } from 'node:path';
import type { World } from '../../../local/world.js';
import { relative, round, say, type Metric } from '../report.js';
import { loadedByBrowser, type Page } from './browser.js';
import { filesOf, gzipKiB, readManifest } from './firstLoad.js';
import { buildFloor, type Floor } from './floors.js';

const INBOX = [
  'src/features/org/SignedInFrame.tsx',
  'src/features/org/OrgFrame.tsx',
  'src/features/inbox/InboxRoute.tsx',
];
const THREAD = 'src/features/inbox/ThreadPane.tsx';

/** `lazy`: what `startLoading` in web/src/routes.tsx fetches for a page before a person can use it. */
const PAGES: Record<Page, { name: string; lazy: string[]; floor: Floor; target: number }> = {
  'sign-in': {
    name: 'sign-in page',
    lazy: ['src/features/account/SignInRoute.tsx'],
    floor: 'sign-in',
    target: 1.2,
  },
  inbox: { name: 'inbox', lazy: INBOX, floor: 'inbox', target: 1.45 },
  // What the inbox leaves for later it is not rid of: the address of a thread needs it at once.
  thread: { name: 'inbox with an open thread', lazy: [...INBOX, THREAD], floor: 'inbox', target: 1.45 },
};

/**
 * First-load JavaScript over floors that the same bundler builds now: the entry, the page's lazy modules and all their
 * static imports, and whatever else a real browser loads before the page can be used.
 */
export async function measureFirstLoads(world: World): Promise<Metric[]> {
  const outDir = join(world.dir, 'public');
  const manifest = readManifest(outDir);
  const seen = await loadedByBrowser(world.siteUrl);
  if (!seen) say('  no Chromium here: counted by the manifest alone');
  const metrics: Metric[] = [];
  for (const page of ['sign-in', 'inbox', 'thread'] as const) {
    const { name, lazy, floor, target } = PAGES[page];
    const files = filesOf(manifest, lazy);
    const alsoSeen = [...(seen?.[page] ?? [])].filter((file) => !files.has(file));
    for (const file of alsoSeen) say(`  ${page} also loads ${file}, ${round(gzipKiB(outDir, [file]))} KiB`);
    const floorDir = await buildFloor(floor);
    metrics.push(
      relative({
        name: `first-load JavaScript of the ${name}`,
        unit: 'KiB gzip',
        ours: gzipKiB(outDir, [...files, ...alsoSeen]),
        against: gzipKiB(floorDir, filesOf(readManifest(floorDir))),
        target,
      }),
    );
  }
  return metrics;
}
