/** Pages come out of their own folder and from nowhere else, however the address is written. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pageFile } from '../../../../electron/main/windows/page-file.ts';

const pages = join('/', 'program', 'out', 'renderer');
const faces = join('/', 'program', 'node_modules', 'faces');
const folders = { pages, faces };

test('an address of our own is a file among the pages', () => {
  expect(pageFile('app://counter/teller/index.html', folders)).toBe(join(pages, 'teller', 'index.html'));
  expect(pageFile('app://counter/assets/a%20b.js?v=1#top', folders)).toBe(join(pages, 'assets', 'a b.js'));
});

test('a whole face is a file of the papers’ package, and nothing else of it is served', () => {
  expect(pageFile('app://counter/faces/400Regular/a.ttf', folders)).toBe(join(faces, '400Regular', 'a.ttf'));
  for (const other of ['package.json', '400Regular/index.js', '..%2fother-faces%2fa.ttf']) {
    expect(pageFile(`app://counter/faces/${other}`, folders), other).toBeNull();
  }
});

test.each([
  'app://counter/faces/..%2f..%2f..%2fpackage.json',
  'app://counter/..%2f..%2fpackage.json',
  'app://counter/teller/%2e%2e/..%2f..%2f..%2fetc/passwd',
  'app://counter/..%2frenderer-of-another/index.html',
  'app://elsewhere/teller/index.html',
  'app://counter.example/teller/index.html',
])('%s is none', (address) => {
  expect(pageFile(address, folders)).toBeNull();
});
