import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { HOST } from '../../local/ports.js';
import { ROOT } from './report.js';

/**
 * A module of the SPA, exactly as it is, made ready for Node: what Vite would fill in is filled in, and the SDKs stay
 * outside, so that a counter sees them. Answers the URL to import.
 */
export async function bundleForNode(module: string, base: number): Promise<string> {
  const outfile = join(ROOT, '.world/bench/spa', `${module.replaceAll('/', '-')}.mjs`);
  await build({
    entryPoints: [join(ROOT, 'web/src', module)],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    external: ['firebase/*'],
    define: {
      'import.meta.env': JSON.stringify({ VITE_EMULATORS: '1', VITE_WORLD_BASE: String(base) }),
      location: JSON.stringify({ hostname: HOST, port: String(base) }),
    },
    logLevel: 'warning',
  });
  return pathToFileURL(outfile).href;
}
