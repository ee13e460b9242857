/** docs/style.md 1 and 2: a file is one idea with a name of the field, and fits a head; a function fits a screen. */
import ts from 'typescript';
import { isScript, isTest, type FileRule, type HouseFile } from './house-files.ts';
import { nodeBreaches } from './syntax.ts';

const longestFile = 350;
const longestFunction = 70;

const names: FileRule = {
  name: 'files and folders have names of the field',
  applies: (path) => isScript(path) || path.endsWith('.css'),
  breaches: ({ path }) => nameFaults(path).map((what) => ({ path, line: 1, what })),
  bad: ['a/date-utils.ts', 'a/Helpers.vue', 'common/a.ts', 'a/fileManager.ts', 'a/Visit.ts', 'a/visit-card.vue'].map(
    (path) => ({ path, text: '' }),
  ),
  good: ['a/loss-clock.ts', 'a/VisitCard.vue', 'a/0001-office/migration.ts', 'build/vitest.config.ts'].map((path) => ({
    path,
    text: '',
  })),
};

function nameFaults(path: string): string[] {
  const folders = path.split('/');
  const file = folders.pop() ?? '';
  const vague = /^(utils?|helpers?|managers?|misc|common)$/i;
  const words = [...folders, file.replace(/\.\w+$/, '')].flatMap((name) => name.split(/[-_.]|(?=[A-Z])/));
  const vagueWords = words.filter((word) => vague.test(word)).map((word) => `says nothing: ${word}`);
  const form = file.endsWith('.vue') ? /^([A-Z][a-z0-9]*)+\.vue$/ : /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)+$/;
  return form.test(file) ? vagueWords : [...vagueWords, 'not kebab-case.ts or PascalCase.vue'];
}

const testNames: FileRule = {
  name: 'tests lie in the folders of test/',
  applies: (path) => /\.(test|spec)\.\w+$/.test(path),
  breaches: ({ path }) =>
    /^test\/(unit|storage|model|faults|screens|web|e2e|perf|tidy)\/.*\.test\.ts$/.test(path)
      ? []
      : [{ path, line: 1, what: 'not test/KIND/NAME.test.ts' }],
  bad: [
    { path: 'electron/a.test.ts', text: '' },
    { path: 'test/unit/a.spec.ts', text: '' },
  ],
  good: [{ path: 'test/faults/killed-ledger.test.ts', text: '' }],
};

const fileLength: FileRule = {
  name: `files have at most ${longestFile} lines`,
  applies: (path) => isScript(path) || path.endsWith('.css'),
  breaches: (file) => {
    const lines = lineCount(file);
    return lines > longestFile ? [{ path: file.path, line: longestFile + 1, what: `${lines} lines` }] : [];
  },
  bad: [{ path: 'electron/a.ts', text: '\n'.repeat(longestFile + 1) }],
  good: [{ path: 'electron/a.ts', text: '\n'.repeat(longestFile) }],
};

function lineCount({ text }: HouseFile): number {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}

const functionLength: FileRule = {
  name: `functions have at most ${longestFunction} lines`,
  applies: isScript,
  breaches: (file) =>
    nodeBreaches(file, (node) => {
      if (!ts.isFunctionLike(node) || (isTest(file.path) && isGroup(node))) return null;
      const lines = node.getText().split('\n').length;
      return lines > longestFunction ? `a function of ${lines} lines` : null;
    }),
  bad: [{ path: 'electron/a.ts', text: `function a() {${'\n'.repeat(longestFunction)}}` }],
  good: [
    { path: 'electron/a.ts', text: `function a() {${'\n'.repeat(longestFunction - 1)}}` },
    { path: 'test/unit/a.test.ts', text: `describe('b', () => {${'\n'.repeat(longestFunction)}});` },
  ],
};

/** A group of tests is a list and not a function. */
function isGroup(node: ts.Node): boolean {
  return ts.isCallExpression(node.parent) && /\b(describe|suite)\b/.test(node.parent.expression.getText());
}

export const fileShape: readonly FileRule[] = [names, testNames, fileLength, functionLength];
