/** Every wall of build/dependency-cruiser.cjs is broken once, in a tree made for it, and must say so by name. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import { afterAll, beforeAll, expect, test } from 'vitest';

const configFile = fileURLToPath(new URL('../../build/dependency-cruiser.cjs', import.meta.url));
const config = createRequire(import.meta.url)(configFile) as { forbidden: { name: string }[] };

const SHIPPED = [
  'qrcode',
  'zod',
  'kysely',
  'better-sqlite3',
  'pdfkit',
  'unix-print',
  'cborg',
  'reflect-metadata',
  'fastify',
];

/** A tree in which every import is allowed. */
const sound: Record<string, string> = {
  'tsconfig.json': '{ "compilerOptions": { "module": "ESNext", "moduleResolution": "Bundler" } }',
  'package.json': JSON.stringify({
    dependencies: Object.fromEntries(SHIPPED.map((name) => [name, '1.0.0'])),
    devDependencies: { electron: '1.0.0', vue: '1.0.0', vite: '1.0.0' },
  }),
  'electron/contract/verbs.ts': "import 'zod'; import './kernel/value-schemas.ts';",
  'electron/contract/kernel/value-schemas.ts': "import 'zod'; import './money.ts';",
  'electron/main/main.ts':
    "import 'electron'; import 'unix-print'; import 'node:fs'; import '../contract/verbs.ts'; import '../line/frames.ts';",
  'electron/line/frames.ts': "import 'cborg'; import '../contract/verbs.ts';",
  'electron/server/serve.ts':
    "import './identity/authority.ts'; import './web/web-door.ts'; import '../line/frames.ts'; import '../ledger/commands/command.ts';",
  'electron/server/web/web-door.ts': "import 'fastify'; import '../../contract/verbs.ts';",
  'electron/server/identity/authority.ts': "import 'reflect-metadata'; import './age-rules.ts';",
  'electron/server/identity/age-rules.ts': "import '../../contract/verbs.ts';",
  'electron/preload/teller.ts': "import 'electron'; import type { A } from '../contract/verbs.ts'; export type B = A;",
  'electron/ledger/process.ts': "import './dispatch/dispatch.ts'; import '../contract/verbs.ts';",
  'electron/ledger/cli.ts': "import './commands/command.ts';",
  'electron/ledger/commands/command.ts': "import '../dispatch/dispatch.ts'; import '../../line/frames.ts';",
  'electron/ledger/dispatch/dispatch.ts': "import '../visit/visits.ts';",
  'electron/ledger/visit/visits.ts':
    "import '../loss/losses.ts'; import '../pin/pin-rules.ts'; import './paper/form.ts';",
  'electron/ledger/loss/losses.ts': "import './loss-rows.ts'; import './loss-rules.ts'; import '../intake/csv.ts';",
  'electron/ledger/loss/loss-rows.ts': "import 'kysely'; import './loss-rules.ts'; import '../books/books.ts';",
  'electron/ledger/loss/loss-rules.ts': "import 'node:crypto'; import '../numbers/card.ts';",
  'electron/ledger/pin/pin-rules.ts': "import '../../contract/verbs.ts';",
  'electron/ledger/numbers/card.ts': "import '../../contract/verbs.ts';",
  'electron/ledger/books/books.ts':
    "import 'kysely'; import './sqlite/connection.ts'; import '../../contract/verbs.ts';",
  'electron/ledger/books/sqlite/connection.ts': "import 'better-sqlite3'; import 'kysely';",
  'electron/ledger/intake/csv.ts': "import '../numbers/card.ts'; import '../../contract/verbs.ts';",
  'electron/ledger/visit/paper/form.ts': "import 'pdfkit'; import '../../../contract/verbs.ts';",
  'electron/contract/kernel/money.ts': 'export type Fen = number;',
  'renderer/shared/bridge.ts':
    "import 'vue'; import '../../electron/contract/kernel/money.ts'; import type { V } from '../../electron/contract/verbs.ts'; export type W = V;",
  'renderer/teller/main.ts': "import '../shared/bridge.ts'; import './visit/desk.ts'; import './loss/desk.ts';",
  'renderer/teller/visit/desk.ts': "import '../../shared/bridge.ts'; import '../paper/sheet.ts';",
  'renderer/teller/loss/desk.ts': "import '../../shared/bridge.ts';",
  'renderer/teller/paper/sheet.ts': "import '../../shared/bridge.ts';",
  'renderer/customer/main.ts': "import '../shared/bridge.ts';",
  'renderer/holder/client.ts': "import '../shared/bridge.ts'; import '../../electron/contract/kernel/money.ts';",
  'renderer/gallery/state-page.ts':
    "import '../teller/main.ts'; import '../customer/main.ts'; import '../shared/bridge.ts';",
  'test/unit/sample.ts': 'export {};',
};

/** One breach a rule: the file that commits it, and what it says. */
const breaches: Record<string, readonly [file: string, text: string]> = {
  ...wingBreaches(),
  'electron-disk-imports': ['electron/disk/a.ts', "import '../ledger/visit/visits.ts';"],
  'only-commands-speak-over-a-line': ['electron/ledger/visit/a.ts', "import '../../line/frames.ts';"],
  'electron-line-imports': ['electron/line/a.ts', "import '../main/main.ts';"],
  'electron-server-imports': ['electron/server/a.ts', "import '../ledger/visit/visits.ts';"],
  'electron-main-imports': ['electron/main/a.ts', "import '../ledger/visit/visits.ts';"],
  'electron-preload-imports': ['electron/preload/a.ts', "import '../main/main.ts';"],
  'electron-contract-imports': ['electron/contract/a.ts', "import '../ledger/pin/pin-rules.ts';"],
  'electron-ledger-imports': ['electron/ledger/a.ts', "import '../server/serve.ts';"],
  'renderer-shared-imports': ['renderer/shared/a.ts', "import '../teller/loss/desk.ts';"],
  'renderer-teller-imports': ['renderer/teller/a.ts', "import '../customer/main.ts';"],
  'renderer-customer-imports': ['renderer/customer/a.ts', "import '../../electron/main/main.ts';"],
  'renderer-holder-imports': ['renderer/holder/a.ts', "import '../teller/main.ts';"],
  'renderer-gallery-imports': ['renderer/gallery/a.ts', "import '../../electron/main/main.ts';"],
  'no-folder-outside-the-table': ['electron/ledger/attic/a.ts', "import '../../contract/verbs.ts';"],
  'tasks-are-apart': ['renderer/teller/loss/a.ts', "import '../visit/desk.ts';"],
  'the-kernel-is-below': ['electron/contract/kernel/a.ts', "import '../verbs.ts';"],
  'contract-knows-only-zod': ['electron/contract/b.ts', "import 'node:crypto';"],
  'windows-load-no-schema': ['renderer/shared/d.ts', "import '../../electron/contract/verbs.ts';"],
  'words-load-no-schema': ['electron/contract/c.ts', "import './verbs.ts';"],
  'electron-stays-outside-the-ledger': ['electron/ledger/b.ts', "import 'electron';"],
  'windows-have-only-their-bridge': ['renderer/shared/B.vue', '<script setup lang="ts">import \'node:fs\';</script>'],
  'preload-is-sandboxed': ['electron/preload/b.ts', "import 'node:fs';"],
  'rules-do-no-io': ['electron/ledger/loss/b-rules.ts', "import 'node:fs';"],
  'rules-know-only-rules': ['electron/ledger/loss/c-rules.ts', "import './loss-rows.ts';"],
  'rows-are-below-use-cases': ['electron/ledger/visit/a-rows.ts', "import './paper/form.ts';"],
  'only-rows-know-the-database': ['electron/ledger/loss/d.ts', "import type { K } from 'kysely'; export type L = K;"],
  'only-the-engine-knows-its-driver': [
    'electron/ledger/books/b.ts',
    "import type { D } from 'better-sqlite3'; export type E = D;",
  ],
  'the-engine-is-behind-the-port': [
    'electron/ledger/loss/j-rows.ts',
    "import type { C } from '../books/sqlite/connection.ts'; export type D = C;",
  ],
  'only-papers-draw': ['electron/ledger/loss/e.ts', "import 'pdfkit';"],
  'only-codes-are-pictures': ['renderer/teller/loss/q.ts', "import 'qrcode';"],
  'only-the-line-knows-its-codec': ['electron/server/b.ts', "import 'cborg';"],
  'only-the-authority-signs': ['electron/main/b.ts', "import 'reflect-metadata';"],
  'only-the-web-speaks-http': ['electron/server/c.ts', "import 'fastify';"],
  'only-main-prints': ['electron/ledger/loss/f.ts', "import 'unix-print';"],
  'only-windows-show': ['electron/ledger/loss/g.ts', "import 'vue';"],
  'ships-what-it-imports': ['electron/ledger/loss/h.ts', "import 'vite';"],
  'no-cycles': ['renderer/shared/c.ts', "import './c.ts';"],
  'no-orphans': ['electron/ledger/loss/i.ts', 'export const alone = 1;'],
  'imports-exist': ['electron/ledger/intake/b.ts', "import './absent.ts';"],
};

/** Each wing reaches up to the command line. */
function wingBreaches(): Record<string, readonly [file: string, text: string]> {
  const wings = config.forbidden.flatMap(({ name }) => /^ledger-(.+)-imports$/.exec(name)?.[1] ?? []);
  return Object.fromEntries(
    wings.map((wing) => [
      `ledger-${wing}-imports`,
      [`electron/ledger/${wing}/z.ts`, "import '../commands/command.ts';"],
    ]),
  );
}

const root = mkdtempSync(join(tmpdir(), 'walls-'));

beforeAll(() => {
  for (const name of [...SHIPPED, 'electron', 'vue', 'vite']) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
    write(`node_modules/${name}/index.js`, '');
  }
  for (const [file, text] of Object.entries(sound)) write(file, text);
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

function write(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

/** Which rules which files break, as `rule file`. */
async function broken(): Promise<string[]> {
  const options = await extractOptions(configFile);
  const { output } = await cruise(['electron', 'renderer'], { ...options, baseDir: root });
  const { violations } = (output as ICruiseResult).summary;
  return violations.map((violation) => `${violation.rule.name} ${violation.from}`);
}

test('imports along the tables are let through', async () => {
  expect(await broken()).toEqual([]);
});

test('every wall reports the one breach made in it', async () => {
  for (const [file, text] of Object.values(breaches)) write(file, text);
  const reported = new Set(await broken());
  for (const [file] of Object.values(breaches)) rmSync(join(root, file));
  const expected = Object.entries(breaches).map(([rule, [file]]) => `${rule} ${file}`);
  expect(expected.filter((line) => !reported.has(line))).toEqual([]);
});

test('no wall is without its breach here', () => {
  expect(Object.keys(breaches).sort()).toEqual(config.forbidden.map(({ name }) => name).sort());
});
