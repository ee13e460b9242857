/** The rules of docs/style.md about single files: each is proven able to fail, then held against every file. */
import { describe, expect, test } from 'vitest';
import { cleanText } from './clean-text.ts';
import { fileShape } from './file-shape.ts';
import { honestTests } from './honest-tests.ts';
import { houseFiles } from './house-files.ts';
import { onePlace } from './one-place.ts';
import { typeSafety } from './type-safety.ts';
import { wordsNotSaid } from './words-not-said.ts';

const files = houseFiles();

describe.each([...typeSafety, ...honestTests, ...fileShape, ...onePlace, ...cleanText, ...wordsNotSaid])(
  '$name',
  (rule) => {
    test('and a breach is noticed', () => {
      const missed = rule.bad.filter((file) => !rule.applies(file.path) || rule.breaches(file).length === 0);
      expect(missed).toEqual([]);
    });

    test('and what keeps it is let through', () => {
      expect(rule.good.filter((file) => rule.applies(file.path)).flatMap(rule.breaches)).toEqual([]);
    });

    test('in every file', () => {
      const found = files.filter((file) => rule.applies(file.path)).flatMap(rule.breaches);
      expect(found.map(({ path, line, what }) => `${path}:${line} ${what}`)).toEqual([]);
    });
  },
);

test('the files are found', () => {
  const paths = new Set(files.map(({ path }) => path));
  for (const path of ['package.json', 'electron/contract/kernel/money.ts', 'test/tidy/house-rules.test.ts', '.ci/run'])
    expect(paths).toContain(path);
});
