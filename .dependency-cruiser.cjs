const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

const outside = (path, ...allowed) => ({ path, pathNot: allowed });

/** Files of functions/ whose comment names the processor they talk to; policy/src/processors.ts says who that is. */
const FUNCTIONS = join(__dirname, 'functions', 'src');
const toldProcessor = readdirSync(FUNCTIONS, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
  .filter((file) => /@processor [a-z-]+/.test(readFileSync(join(FUNCTIONS, file), 'utf8')))
  .map((file) => `^functions/src/${file.replaceAll('.', '\\.')}$`);

/** What reaches outside: Node's network and processes, and every package but those that are known to stay at home. */
const NETWORK = '^(node:)?(http|https|http2|net|tls|dgram|dns|dns/promises|child_process|inspector)$';
const AT_HOME =
  'node_modules/(zod|libphonenumber-js|mailparser|yazl|firebase-functions|firebase-admin/lib/(auth|firestore|functions))/';

/** Who may import whom; the same table stands in docs/architecture.md. */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'model-is-pure',
      severity: 'error',
      comment: 'model/ imports nothing of ours and of npm only zod and libphonenumber-js',
      from: { path: '^model/src', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: ['^model/src', 'node_modules/(zod|libphonenumber-js)/'] },
    },
    {
      name: 'web-not-functions',
      severity: 'error',
      from: { path: '^web' },
      to: { path: '^(functions|local|tests)/' },
    },
    {
      name: 'functions-not-web',
      severity: 'error',
      from: { path: '^functions' },
      to: { path: '^(web|local|tests)/' },
    },
    {
      name: 'domain-by-its-index',
      severity: 'error',
      comment: 'a domain of functions/ is used by the others only through its index.ts',
      from: { path: '^functions/src/([^/]+)/' },
      to: outside(
        '^functions/src/([^/]+)/.+',
        '^functions/src/$1/',
        '^functions/src/[^/]+/index\\.ts$',
        '^functions/src/platform/',
      ),
    },
    {
      name: 'outside-by-a-processor',
      severity: 'error',
      comment:
        'a function reaches outside only in a file whose comment names a processor: @processor, and its id',
      from: {
        path: '^functions/src/',
        pathNot: ['\\.spec\\.ts$', '^functions/src/platform/(http|origin)\\.ts$', ...toldProcessor], // origin asks node:net what is an address
      },
      to: {
        path: [NETWORK, 'node_modules/', '^functions/src/platform/http\\.ts$'],
        pathNot: [AT_HOME],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'features-apart',
      severity: 'error',
      comment: 'features of the SPA do not know each other',
      from: { path: '^web/src/features/([^/]+)/' },
      to: { path: '^web/src/features/', pathNot: '^web/src/features/$1/' },
    },
    {
      name: 'ui-and-lib-below-features',
      severity: 'error',
      from: { path: '^web/src/(ui|lib)/' },
      to: { path: '^web/src/(features|routes)' },
    },
    {
      name: 'lib-below-ui',
      severity: 'error',
      from: { path: '^web/src/lib/' },
      to: { path: '^web/src/ui/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^functions/lib/|^[^/]+/dist/|\\.tsbuild|\\.world' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
    },
  },
};
