/** What no file of the project says, in code, comments or prose. */
import { matches, type FileRule } from './house-files.ts';

const unfinished: FileRule = {
  name: 'nothing is left to do',
  applies: () => true,
  // Put together, so that this file keeps the rule too.
  breaches: (file) =>
    matches(
      file,
      new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX', 'HA' + 'CK'].join('|')})\\b`, 'g'),
      (mark) => mark,
    ),
  bad: [
    { path: 'electron/a.ts', text: `// ${'TO' + 'DO'}: the rest` },
    { path: 'README.md', text: `${'FIX' + 'ME'} later` },
  ],
  good: [{ path: 'electron/a.ts', text: "test['todo'](); // to do with money" }],
};

const folder = ['work', 'tmp', 'root', 'home', 'Users', 'mnt', 'workspace', 'private'].join('|');

const machines: FileRule = {
  name: 'no file names a machine or a package registry',
  applies: () => true,
  breaches: (file) => [
    ...matches(file, new RegExp(`(?<![\\w.~$}\\])/-])/(?:${folder})/[\\w.-]+`, 'g'), (path) => path),
    ...matches(file, /\b[A-Z]:\\+Users\\/g, (path) => path),
    ...matches(
      file,
      /\b(?:registry|npm|mirror)\.(?!config|json|ts|js)[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|io|cn|dev|local)\b/g,
      (host) => host,
    ),
  ],
  bad: [
    { path: 'electron/a.ts', text: `open('${'/wo' + 'rk/shared/a.csv'}');` },
    { path: 'README.md', text: `cd ${'/ho' + 'me/wang/counter'}` },
    { path: 'build/a.mjs', text: `fetch('https://${['registry', 'npmjs', 'org'].join('.')}/a');` },
  ],
  good: [
    { path: 'electron/a.ts', text: "import '../work/day.ts'; join(tmpdir(), 'a'); // see test/tmp/ and npm.config" },
  ],
};

export const cleanText: readonly FileRule[] = [unfinished, machines];
