/** A day or a minute as an administrator types it to search the record. */
import { expect, test } from 'vitest';
import { typedMoment } from '../../../../../renderer/teller/administration/audit/typed-moment.ts';

test.each([
  ['', ''],
  ['20261120', '2026-11-20'],
  [' 2026-11-20 ', '2026-11-20'],
  ['2026/11/20 9:05', '2026-11-20 09:05'],
  ['２０２６１１２０', '2026-11-20'],
  ['2026-02-30', null],
  ['2026-11-20 24:00', null],
  ['2026-11-20 9', null],
  ['2026-11-20 09:30 x', null],
  ['yesterday', null],
])('%j is read as %j', (typed, read) => {
  expect(typedMoment(typed)).toBe(read);
});
