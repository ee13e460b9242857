/** One program for all scripts: the types of a component's script reach into other files, as in the usual way. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ESLint, type Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { afterEach, expect, test } from 'vitest';
import vueParser from 'vue-eslint-parser';
import { parserOfOneProgram } from '../../../build/lint-parser.ts';

const compilerOptions = { strict: true, noEmit: true, module: 'ESNext', target: 'ES2023', moduleResolution: 'Bundler' };

let root = '';
afterEach(() => rmSync(root, { recursive: true }));

function folderOf(files: Readonly<Record<string, string>>): void {
  root = mkdtempSync(join(tmpdir(), 'medicard-lint-'));
  const config = { compilerOptions: { ...compilerOptions, types: [], allowImportingTsExtensions: true } };
  writeFileSync(join(root, 'tsconfig.json'), JSON.stringify(config));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text);
}

async function linted(): Promise<string[]> {
  const parser = parserOfOneProgram(root);
  const rules: Linter.RulesRecord = { '@typescript-eslint/no-floating-promises': 'error' };
  const plugins = { '@typescript-eslint': tseslint.plugin as ESLint.Plugin };
  const eslint = new ESLint({
    cwd: root,
    overrideConfigFile: true,
    overrideConfig: [
      { files: ['**/*.ts'], languageOptions: { parser }, plugins, rules },
      { files: ['**/*.vue'], languageOptions: { parser: vueParser, parserOptions: { parser } }, plugins, rules },
    ],
  });
  const results = await eslint.lintFiles(['.']);
  return results.flatMap(({ filePath, messages }) =>
    messages.map(({ line, ruleId, message }) => `${filePath.slice(root.length + 1)}:${line} ${ruleId ?? message}`),
  );
}

test('a promise is left alone in a script, and in a component on a function of another file', async () => {
  folderOf({
    'post.ts': 'export const post = async (): Promise<void> => undefined;\npost();\nvoid post();\n',
    'Post.vue':
      '<template>\n  <p v-if="shown && post">{{ shown }}</p>\n</template>\n\n<script setup lang="ts">\n' +
      "import { post } from './post.ts';\nconst shown = 1;\nvoid post();\npost();\n</script>\n",
    'Plain.vue':
      '<script setup lang="ts">\nconst none = 1;\n</script>\n\n<template>\n  <p>{{ none }}</p>\n</template>\n',
  });
  expect((await linted()).toSorted()).toEqual([
    'Post.vue:9 @typescript-eslint/no-floating-promises',
    'post.ts:2 @typescript-eslint/no-floating-promises',
  ]);
});
