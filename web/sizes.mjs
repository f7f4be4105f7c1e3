import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const dist = process.argv[2] ?? join(import.meta.dirname, 'dist');
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));

/** What a browser loads for a place before anybody does anything: the entry, its frames, its screen. */
const PLACES = [
  { place: '/', screens: ['features/landing/HomeRoute.tsx'] },
  { place: '/sign-in', screens: ['features/account/SignInRoute.tsx'], budget: 127 },
  { place: '/sign-up', screens: ['features/account/SignUpRoute.tsx'], budget: 127 },
  ...['inbox/InboxRoute', 'contacts/ContactsRoute', 'accounts/AccountsRoute', 'settings/SettingsRoute'].map(
    (screen) => ({
      place: `/o/x/${screen.split('/')[0]}`,
      screens: ['features/org/SignedInFrame.tsx', 'features/org/OrgFrame.tsx', `features/${screen}.tsx`],
      ...(screen.startsWith('inbox') ? { budget: 305 } : {}),
    }),
  ),
];

function withImports(key, seen) {
  if (seen.has(key)) return;
  seen.add(key);
  for (const imported of manifest[key].imports ?? []) withImports(imported, seen);
}

let isOver = false;
for (const { place, screens, budget } of PLACES) {
  const seen = new Set();
  for (const key of ['index.html', ...screens.map((screen) => `src/${screen}`)]) withImports(key, seen);
  const files = [...new Set([...seen].map((key) => manifest[key].file))];
  const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length, 0);
  const kib = bytes / 1024;
  if (budget !== undefined && kib > budget) isOver = true;
  const held = budget === undefined ? '' : ` of ${budget} KiB${kib > budget ? ' (over)' : ''}`;
  console.log(`${place.padEnd(18)} ${kib.toFixed(1).padStart(7)} KiB gzip, ${files.length} files${held}`);
}
if (isOver) process.exitCode = 1;
