/** docs/style.md 4: nothing that tells the compiler to look away. */
import ts from 'typescript';
import { isScript, isTest, matches, type FileRule } from './house-files.ts';
import { nodeBreaches } from './syntax.ts';

const inProgram = (path: string): boolean => isScript(path) && !isTest(path);

const noAny: FileRule = {
  name: 'the program has no any',
  applies: inProgram,
  breaches: (file) => nodeBreaches(file, (node) => (node.kind === ts.SyntaxKind.AnyKeyword ? 'any' : null)),
  bad: [
    { path: 'electron/a.ts', text: 'const a: any = 1;' },
    { path: 'renderer/A.vue', text: '<script setup lang="ts">\nconst a = b as any;\n</script>' },
  ],
  good: [{ path: 'electron/a.ts', text: "const any = 'any'; // any" }],
};

const noBang: FileRule = {
  name: 'the program has no non-null assertion',
  applies: inProgram,
  breaches: (file) =>
    nodeBreaches(file, (node) => {
      if (ts.isNonNullExpression(node)) return 'a non-null assertion';
      const promised = (ts.isVariableDeclaration(node) || ts.isPropertyDeclaration(node)) && node.exclamationToken;
      return promised ? 'a promise of assignment' : null;
    }),
  bad: [
    { path: 'electron/a.ts', text: 'b(c!);' },
    { path: 'electron/a.ts', text: 'let a!: number;' },
  ],
  good: [{ path: 'electron/a.ts', text: 'if (!a && a !== b) c();' }],
};

/** Put together, so that the samples are no breaches themselves. */
const typescript = (word: string): string => `// @ts-${word}\n`;
const linter = ['es', 'lint'].join('');

const noSwitchingOff: FileRule = {
  name: 'no comment switches a check off',
  applies: isScript,
  breaches: (file) => {
    const pattern = isTest(file.path)
      ? /@ts-(?:ignore|nocheck)|eslint-(?:disable|enable)/g
      : /@ts-(?:ignore|nocheck|expect-error)|eslint-(?:disable|enable)/g;
    return matches(file, pattern, (text) => text);
  },
  bad: [
    { path: 'electron/a.ts', text: typescript('ignore') },
    { path: 'electron/a.ts', text: typescript('expect-error') },
    { path: 'test/unit/a.test.ts', text: `/* ${linter}-disable no-console */` },
  ],
  good: [{ path: 'test/unit/a.test.ts', text: typescript('expect-error') }],
};

export const typeSafety: readonly FileRule[] = [noAny, noBang, noSwitchingOff];
