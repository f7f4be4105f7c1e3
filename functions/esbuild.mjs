import { build } from 'esbuild';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** @param {string} path */
const here = (path) => new URL(path, import.meta.url).pathname;
const outdir = process.argv[2] ?? here('lib');
const { dependencies } = JSON.parse(readFileSync(here('package.json'), 'utf8'));

const BUNDLED = ['zod']; // a hundred small files, a tenth of a cold start

/** `src/index.ts` is a list and nothing else: what stands before all functions, and where each function is. */
function readList() {
  /** @type {Map<string, string>} */
  const shared = new Map();
  /** @type {Map<string, string>} */
  const functions = new Map();
  for (const line of readFileSync(here('src/index.ts'), 'utf8').split('\n')) {
    const [, name, path] = /^(?:import|export \{ (\w+) \} from) '(\.\/.+\.js)';$/.exec(line) ?? [];
    if (path === undefined) {
      if (!/^(\/\/.*)?$/.test(line))
        throw new Error(`src/index.ts is a list of functions, it cannot hold: ${line}`);
    } else if (name) functions.set(name, path);
    else shared.set(basename(path, '.js'), path);
  }
  return { shared, functions };
}

const { shared, functions } = readList();
const sharedFiles = new Map([...shared].map(([name, path]) => [here(`src/${path}`), `./${name}.cjs`]));

/** Each function is an entry of its own; only what stands before all of them is one module for all. */
const entries = {
  name: 'entries',
  /** @param {import('esbuild').PluginBuild} building */
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^deployed:/ }, ({ path }) => ({ path: path.slice(9), namespace: 'deployed' }));
    onLoad({ filter: /.*/, namespace: 'deployed' }, ({ path: name }) => ({
      contents: `export { ${name} } from '${functions.get(name)}';`,
      resolveDir: here('src'),
    }));
    onResolve({ filter: /^\./ }, ({ path, resolveDir, kind }) => {
      const file = kind === 'entry-point' ? undefined : sharedFiles.get(join(resolveDir, path));
      return file && { path: file, external: true };
    });
  },
};

/** `import { z }` keeps all of zod with its fifty languages, `import * as z` what is used: a third of it. */
const slimZod = {
  name: 'slim-zod',
  /** @param {import('esbuild').PluginBuild} building */
  setup({ onLoad }) {
    onLoad({ filter: /\/(functions|model|policy)\/src\/.*\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace("import { z } from 'zod';", "import * as z from 'zod';"),
      loader: 'ts',
    }));
  },
};

/**
 * A process in the cloud serves one function: the index loads the file of the one that is asked for and no other; who reads
 * them all, as a deployment does, loads them all. CommonJS, because Node loads the SDKs in half the time by `require`.
 * Workspace code goes into the bundles, npm packages stay outside: `firebase deploy` needs nothing from elsewhere.
 */
rmSync(outdir, { recursive: true, force: true });
mkdirSync(outdir, { recursive: true });
await build({
  entryPoints: [
    ...[...shared].map(([name, path]) => ({ in: here(`src/${path.replace(/js$/, 'ts')}`), out: name })),
    ...[...functions.keys()].map((name) => ({ in: `deployed:${name}`, out: name })),
  ],
  outdir,
  outExtension: { '.js': '.cjs' },
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  supported: { 'dynamic-import': false }, // `require`, here too
  sourcemap: true,
  sourcesContent: false,
  external: Object.keys(dependencies)
    .filter((name) => !BUNDLED.includes(name))
    .flatMap((name) => [name, `${name}/*`]),
  plugins: [entries, slimZod],
  logLevel: 'warning',
});
const first = [...shared.keys()].map((name) => `require('./${name}.cjs');\n`);
const loaders = [...functions.keys()].map((name) => `  ${name}: () => require('./${name}.cjs').${name},\n`);
writeFileSync(
  join(outdir, 'index.cjs'),
  `'use strict';
${first.join('')}const functions = {
${loaders.join('')}};
for (const [name, get] of Object.entries(functions)) Object.defineProperty(exports, name, { enumerable: true, get });
`,
);
