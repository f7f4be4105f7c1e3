import mochaPlugin from 'eslint-plugin-mocha';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const sizes = (lines) => ({
  'max-lines': ['error', { max: lines, skipBlankLines: false, skipComments: false }],
  'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true, IIFEs: true }],
  complexity: ['error', 10],
});

/** What reaches outside without an import; imports are held by .dependency-cruiser.cjs. */
const DOORS = ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest'];
const message =
  'A call to outside goes through a file that names its processor; see policy/src/processors.ts.';
const noOutgoingCalls = {
  'no-restricted-globals': ['error', ...DOORS.map((name) => ({ name, message }))],
  'no-restricted-properties': [
    'error',
    ...['globalThis', 'global'].flatMap((object) => DOORS.map((property) => ({ object, property, message }))),
  ],
};

export default tseslint.config(
  { ignores: ['**/node_modules', 'functions/lib', '**/dist', '.tsbuild', '.world', 'reports'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    // one program of everything: a project for each folder works out the types of what they share again and again
    languageOptions: {
      parserOptions: { project: './tsconfig.lint.json', tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      ...sizes(250),
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true } }],
      eqeqeq: 'error',
    },
  },
  { files: ['functions/src/**/*.ts'], rules: noOutgoingCalls },
  {
    files: ['web/src/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...[
          "JSXAttribute[name.name='target']",
          "CallExpression[callee.property.name='open'][callee.object.name='window']",
        ].map((selector) => ({
          selector,
          message: 'What opens a tab is ui/ExternalLink.tsx: safe and marked.',
        })),
      ],
    },
  },
  { files: ['web/src/**/*.{ts,tsx}'], extends: [reactHooks.configs.flat.recommended] },
  {
    files: ['tests/**/*.ts', '**/*.spec.{ts,tsx}'],
    plugins: { mocha: mochaPlugin },
    rules: {
      ...sizes(400),
      'max-lines-per-function': 'off',
      'mocha/no-exclusive-tests': 'error',
      'mocha/no-pending-tests': 'error',
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  { files: ['**/*.config.ts'], rules: { 'no-restricted-exports': 'off' } },
  { files: ['**/*.{js,mjs}'], extends: [tseslint.configs.recommended], rules: sizes(250) },
);
