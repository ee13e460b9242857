/** Pages come out of their own folder and from nowhere else, however the address is written. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pageFile } from '../../electron/main/page-file.ts';

const pages = join('/', 'program', 'out', 'renderer');

test('an address of our own is a file among the pages', () => {
  expect(pageFile('app://counter/teller/index.html', pages)).toBe(join(pages, 'teller', 'index.html'));
  expect(pageFile('app://counter/assets/a%20b.js?v=1#top', pages)).toBe(join(pages, 'assets', 'a b.js'));
});

test.each([
  'app://counter/..%2f..%2fpackage.json',
  'app://counter/teller/%2e%2e/..%2f..%2f..%2fetc/passwd',
  'app://counter/..%2frenderer-of-another/index.html',
  'app://elsewhere/teller/index.html',
  'app://counter.example/teller/index.html',
])('%s is none', (address) => {
  expect(pageFile(address, pages)).toBeNull();
});
