/** Nobody is sent to a page, a section or a file that is not there (docs/style.md 3). */
import { describe, expect, test } from 'vitest';
import { Pages, wideTables } from './cited-pages.ts';
import { houseFiles, housePaths, type Breach } from './house-files.ts';

const files = houseFiles();
const paths = housePaths();

const lines = (breaches: readonly Breach[]) => breaches.map(({ path, line, what }) => `${path}:${line} ${what}`);

/** Put together, so that this file cites only what is there. */
const page = (name: string) => `docs/${name}.md`;
const rules = page('rules');
const absent = page('absent');

const sample = new Pages(
  [
    { path: rules, text: "# Rules\n\n## 1. The business\n\n## 2. The cards' PIN\n\n**Whose days.** The calendar.\n" },
    { path: 'README.md', text: '# A\n' },
  ],
  [rules, 'README.md', 'build/a.ts'],
);
const faultsOf = (text: string, path = 'build/a.ts') => sample.breachesIn({ path, text }).map(({ what }) => what);

describe('a citation', () => {
  test('of a page that is not there is told with file, line and what to do', () => {
    const file = { path: 'build/a.ts', text: `\n/** As ${absent} 3 says. */` };
    expect(lines(sample.breachesIn(file))).toEqual([
      `build/a.ts:2 cites ${absent}, which is not there: cite a page of docs/, or write it`,
    ]);
  });

  test('of a page by its name alone, from elsewhere, is no page', () => {
    expect(faultsOf(`// ${['RULES', 'md'].join('.')} 1`)).toHaveLength(1);
  });

  test('of a section that is not there is told, one of several too', () => {
    const fault = (numbers: string) => `cites ${rules} ${numbers}: cite a section that the page has, or write it`;
    expect(faultsOf(`// ${rules} 7`)).toEqual([fault('7')]);
    expect(faultsOf(`// ${rules} 1 and 3`)).toEqual([fault('3')]);
    expect(faultsOf(`// ${rules} 1 to 4`)).toEqual([fault('3, 4')]);
  });

  test('of words that the page does not say is told', () => {
    expect(faultsOf(`// (${rules} 2, 'Whose hours')`)).toEqual([`quotes 'Whose hours', which ${rules} does not say`]);
  });

  test('of what is there is let through', () => {
    expect(faultsOf(`(${rules}, ${rules} 1 and 2, ${rules} 2, 'Whose days', ${rules.slice(5)} 1)`, page('b'))).toEqual(
      [],
    );
  });
});

describe('a page', () => {
  test('that links to nothing is told', () => {
    expect(faultsOf(`[a](${absent}) [b](${rules}#9-gone)`, 'README.md')).toEqual([
      `links to ${absent}, which is not there: link to a page that is, or write it`,
      `links to ${rules}#9-gone: ${rules} has no such heading`,
    ]);
  });

  test('that names a file which has moved is told', () => {
    expect(faultsOf('see `build/moved.ts`', 'README.md')).toEqual([expect.stringContaining('build/moved.ts')]);
  });

  test('that names a file which is nowhere is told, by the end of its path', () => {
    expect(faultsOf('`a.ts` reads `other/a.ts`', 'README.md')).toEqual([expect.stringContaining('other/a.ts')]);
  });

  test('that links to what is there is let through', () => {
    const text = `[a](${rules}#2-the-cards-pin) [b](#a) [c](https://a.test/b.html) \`build/\` \`build/a.ts\``;
    expect(faultsOf(text, 'README.md')).toEqual([]);
  });

  test('with a table wider than a screen is told', () => {
    const table = (width: number) => ({ path: page('a'), text: `| ${'a'.repeat(width - 6)}卡 |` });
    expect(wideTables(table(101))).toHaveLength(1);
    expect(wideTables(table(100))).toEqual([]);
  });
});

test('everything cited in the project is there', () => {
  const pages = new Pages(files, paths);
  expect(lines(files.flatMap((file) => pages.breachesIn(file)))).toEqual([]);
});

test('no table is wider than a screen', () => {
  expect(lines(files.flatMap(wideTables))).toEqual([]);
});

test.each([
  ['README.md', 75],
  ['docs/architecture.md', 100],
])('%s has at most %i lines', (path, longest) => {
  expect(files.find((file) => file.path === path)?.text.split('\n').length).toBeLessThanOrEqual(longest);
});
