/**
 * The lint rules of the house. Formatting is prettier's; walls between folders are dependency-cruiser's; what neither
 * can see is in test/tidy. No comment in a source file can switch a rule off.
 */
import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import prettier from 'eslint-config-prettier';
import vue from 'eslint-plugin-vue';
import accessibility from 'eslint-plugin-vuejs-accessibility';
import tseslint from 'typescript-eslint';

const root = fileURLToPath(new URL('..', import.meta.url));

/** An editor's files change while it looks at them; `npm test` looks once. */
const parser = process.env['LINT_ONCE'] === '1' ? (await import('./lint-parser.ts')).parserOfOneProgram(root) : null;
const types =
  parser === null
    ? { parserOptions: { projectService: true, tsconfigRootDir: root, extraFileExtensions: ['.vue'] } }
    : { parser };

const typed = ['**/*.ts', '**/*.vue'];
const plainScripts = ['**/*.js', '**/*.mjs', '**/*.cjs'];

/** Node 24 strips types and does no more, so what needs compiling is refused everywhere. */
const notErasable = [
  { selector: 'TSEnumDeclaration', message: 'Enums need compiling: use a union of literals.' },
  { selector: 'TSModuleDeclaration[kind="namespace"]', message: 'Namespaces need compiling: use a module.' },
  { selector: 'TSParameterProperty', message: 'Parameter properties need compiling: declare the field.' },
  { selector: 'TSImportEqualsDeclaration', message: 'Use an ES import.' },
  { selector: 'TSExportAssignment', message: 'Use an ES export.' },
];

/** Rules are decided on what they are given, so that a test can give them any day (docs/architecture.md 2). */
const clocksAndChance = [
  {
    selector: 'MemberExpression[object.name=/^(Date|performance)$/][property.name="now"]',
    message: 'The clock is handed in.',
  },
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'The clock is handed in.' },
  { selector: 'CallExpression[callee.name="Date"]', message: 'The clock is handed in.' },
  { selector: 'MemberExpression[object.name="Math"][property.name="random"]', message: 'Chance is handed in.' },
];

export default defineConfig(
  globalIgnores(['out/', 'dist/', 'node_modules/', '.cache/', 'test-results/']),
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    rules: {
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-param-reassign': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'object-shorthand': 'error',
      'no-empty': ['error', { allowEmptyCatch: false }],
    },
  },
  {
    files: plainScripts,
    languageOptions: {
      globals: {
        Buffer: 'readonly',
        URL: 'readonly',
        __dirname: 'readonly',
        console: 'readonly',
        fetch: 'readonly',
        module: 'writable',
        process: 'readonly',
        require: 'readonly',
      },
    },
  },
  {
    files: typed,
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: types,
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      // Names are taken apart by code point on purpose: characters of Ext. B are two units of UTF-16.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // What answers a promise may have nothing to wait for; `async` still turns what it throws into a rejection.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // Amounts are branded numbers, which this rule takes for no numbers.
      '@typescript-eslint/no-unsafe-unary-minus': 'off',
      // Files and typed text are searched for control characters on purpose.
      'no-control-regex': 'off',
      'no-restricted-syntax': ['error', ...notErasable],
      // The compiler knows them, and knows the types of three processes that a list here would mix up.
      'no-undef': 'off',
    },
  },
  { files: ['electron/**', 'renderer/**'], rules: { 'no-console': 'error' } },
  {
    // These stay within what Electron 25 and 45 share (docs/runtime.md 2), where a successor may not exist yet.
    files: ['electron/main/**/*.ts', 'electron/preload/**/*.ts'],
    rules: { '@typescript-eslint/no-deprecated': 'off' },
  },
  {
    files: [
      'electron/{ledger,server}/**/*-rules.ts',
      'electron/ledger/{numbers,names}/*.ts',
      'electron/contract/**/*.ts',
    ],
    rules: { 'no-restricted-syntax': ['error', ...notErasable, ...clocksAndChance] },
  },
  {
    files: ['renderer/**/*.ts', 'renderer/**/*.vue'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: ['electron', ...builtinModules].map((name) => ({ name, message: 'A window has only its bridge.' })),
          patterns: [{ group: ['electron/*', 'node:*'], message: 'A window has only its bridge.' }],
        },
      ],
    },
  },
  {
    files: ['**/*.vue'],
    extends: [vue.configs['flat/recommended'], accessibility.configs['flat/recommended']],
    languageOptions: { parserOptions: { parser: parser ?? tseslint.parser } },
    rules: {
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/define-macros-order': 'error',
      'vue/define-props-declaration': ['error', 'type-based'],
      'vue/define-emits-declaration': ['error', 'type-based'],
      'vue/html-button-has-type': 'error',
      'vue/no-bare-strings-in-template': 'error',
      'vue/no-empty-component-block': 'error',
      'vue/no-static-inline-styles': 'error',
      'vue/no-unused-refs': 'error',
      'vue/no-v-html': 'error',
      'vue/prefer-true-attribute-shorthand': 'error',
      'vuejs-accessibility/label-has-for': ['error', { required: { some: ['nesting', 'id'] } }],
    },
  },
  {
    // Other components are untyped to this parser; vue-tsc checks what passes between them.
    files: ['renderer/**/*.vue', 'renderer/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    // What these run in the program's main process must also run on Electron 25.
    files: ['test/e2e/**/*.ts'],
    rules: { '@typescript-eslint/no-deprecated': 'off' },
  },
  {
    // Tests read files and replies of which they prove the shape.
    files: ['test/**/*.ts'],
    rules: {
      // Playwright reads which fixtures a fixture wants off its braces, empty ones too.
      'no-empty-pattern': 'off',
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/restrict-plus-operands': 'off',
    },
  },
  prettier,
);
