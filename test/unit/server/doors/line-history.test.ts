/** What an administrator sees of a counter's line: since when it stands, and how often it came again. */
import { expect, test } from 'vitest';
import { LineHistory } from '../../../../electron/server/doors/line-history.ts';

test('each coming is counted, and what has ended stands no more', () => {
  let now = 1_000;
  const lines = new LineHistory(() => now);
  lines.ended('01');
  expect(lines.of('01')).toBeNull();
  lines.begun('01');
  expect(lines.of('01')).toEqual({ since: 1_000, returns: 0 });
  now = 2_000;
  lines.ended('01');
  expect(lines.of('01')).toEqual({ since: null, returns: 0 });
  now = 3_000;
  lines.begun('01');
  lines.begun('01');
  expect(lines.of('01')).toEqual({ since: 3_000, returns: 2 });
  expect(lines.of('02')).toBeNull();
});
