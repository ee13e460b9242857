/** Later blocks of a lint configuration can undo earlier ones: what must hold in each folder is read back here. */
import { fileURLToPath } from 'node:url';
import { ESLint, type Linter } from 'eslint';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const eslint = new ESLint({ cwd: root, overrideConfigFile: 'build/eslint.config.js' });

const program = [
  'electron/main/main.ts',
  'electron/preload/teller.ts',
  'electron/contract/kernel/money.ts',
  'electron/ledger/visit/visits.ts',
  'electron/ledger/loss/clocks/loss-clock-rules.ts',
  'renderer/shared/bridge-client.ts',
  'renderer/teller/visit/VisitTask.vue',
];

async function configured(path: string): Promise<Linter.Config> {
  return (await eslint.calculateConfigForFile(path)) as Linter.Config;
}

/** The rule's severity (2 is an error) and options, written out. */
async function ruleFor(path: string, rule: string): Promise<string> {
  const { rules } = await configured(path);
  return JSON.stringify(rules?.[rule] ?? [0]);
}

test.each(program)('%s is held to the strict rules', async (path) => {
  for (const rule of ['no-console', 'eqeqeq', 'no-restricted-syntax', 'no-eval']) {
    expect(await ruleFor(path, rule), rule).toMatch(/^\[2/);
  }
  for (const rule of [
    'no-floating-promises',
    'no-explicit-any',
    'no-non-null-assertion',
    'consistent-type-imports',
    'switch-exhaustiveness-check',
  ]) {
    expect(await ruleFor(path, `@typescript-eslint/${rule}`), rule).toMatch(/^\[2/);
  }
});

test.each([...program, 'test/unit/money.test.ts', 'build/install.mjs'])(
  'no comment in %s can switch a rule off',
  async (path) => {
    expect((await configured(path)).linterOptions?.noInlineConfig).toBe(true);
  },
);

test.each(['electron/ledger/loss/clocks/loss-clock-rules.ts', 'electron/contract/kernel/dates.ts'])(
  '%s has no clock and no chance',
  async (path) => {
    const banned = await ruleFor(path, 'no-restricted-syntax');
    for (const word of ['TSEnumDeclaration', 'performance', 'arguments.length=0', 'Math'])
      expect(banned).toContain(word);
  },
);

test.each(['renderer/shared/bridge-client.ts', 'renderer/teller/visit/VisitTask.vue'])(
  '%s has neither Electron nor Node',
  async (path) => {
    const banned = await ruleFor(path, 'no-restricted-imports');
    for (const name of ['"electron"', '"fs"', '"node:*"']) expect(banned).toContain(name);
  },
);

test('components are held to the words, the focus and the safety of the screen', async () => {
  for (const rule of [
    'vue/no-bare-strings-in-template',
    'vue/no-v-html',
    'vuejs-accessibility/form-control-has-label',
  ]) {
    expect(await ruleFor('renderer/teller/Counter.vue', rule), rule).toMatch(/^\[2/);
  }
});
