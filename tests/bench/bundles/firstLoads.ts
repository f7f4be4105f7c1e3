import { join } from 'node:path';
import type { World } from '../../../local/world.js';
import { relative, round, say, type Metric } from '../report.js';
import { loadedByBrowser } from './browser.js';
import { filesOf, gzipKiB, readManifest } from './firstLoad.js';
import { buildFloor, type Page } from './floors.js';

/** What `startLoading` in web/src/routes.tsx fetches for a page before a person can use it. */
const LAZY_MODULES: Record<Page, string[]> = {
  'sign-in': ['src/features/account/SignInRoute.tsx'],
  inbox: [
    'src/features/org/SignedInFrame.tsx',
    'src/features/org/OrgFrame.tsx',
    'src/features/inbox/InboxRoute.tsx',
  ],
};
const TARGETS: Record<Page, number> = { 'sign-in': 1.2, inbox: 1.45 };

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
  for (const page of ['sign-in', 'inbox'] as const) {
    const files = filesOf(manifest, LAZY_MODULES[page]);
    const alsoSeen = [...(seen?.[page] ?? [])].filter((file) => !files.has(file));
    for (const file of alsoSeen) say(`  ${page} also loads ${file}, ${round(gzipKiB(outDir, [file]))} KiB`);
    const floorDir = await buildFloor(page);
    metrics.push(
      relative({
        name: `first-load JavaScript of the ${page === 'inbox' ? 'inbox' : 'sign-in page'}`,
        unit: 'KiB gzip',
        ours: gzipKiB(outDir, [...files, ...alsoSeen]),
        against: gzipKiB(floorDir, filesOf(readManifest(floorDir))),
        target: TARGETS[page],
      }),
    );
  }
  return metrics;
}
