/** The bench's table and JSON say what was measured; nothing here measures anything. */
import { expect, test } from 'vitest';
import { jsonText, judged, tableText, type Finding } from '../../perf/bench-table.ts';
import { percentile, sideBySide } from '../../perf/side-by-side.ts';

const finding: Finding = {
  name: 'start-time',
  measured: { what: 'to a field', value: 1_234.5, unit: 'ms' },
  baseline: { what: 'to a window', value: 612, unit: 'ms' },
  ratio: 1.75,
  goal: { of: 'ratio', atMost: 1.8 },
};

test.each<[Partial<Finding>, boolean]>([
  [{}, true],
  [{ ratio: 1.8 }, true],
  [{ ratio: 1.81 }, false],
  [{ goal: { of: 'speed', atLeast: 1.75 } }, true],
  [{ goal: { of: 'speed', atLeast: 1.76 } }, false],
  [{ goal: { of: 'value', atMost: 1_234.5 } }, true],
  [{ goal: { of: 'value', atMost: 1_234 } }, false],
  [{ ratio: Number.NaN }, false],
])('%o is met: %s', (change, met) => {
  expect(judged({ ...finding, ...change }).met).toBe(met);
});

test('the table has a line a row, columns one under the other, and names what was missed', () => {
  const lines = tableText([judged(finding), judged({ ...finding, name: 'start', ratio: 2 })]).split('\n');
  expect(lines).toHaveLength(3);
  const goals = lines.map((line) => Math.max(line.indexOf('goal'), line.indexOf('≤ 1.8×')));
  expect(new Set(goals).size).toBe(1);
  expect(lines[1]).toMatch(/^start-time +1235 ms to a field +612 ms to a window +1\.75× +≤ 1\.8× +met$/);
  expect(lines[2]).toMatch(/MISSED$/);
});

test('keys are counted whole', () => {
  const keys = (value: number) => ({ what: 'pressed', value, unit: 'keys' }) as const;
  const row = judged({ ...finding, measured: keys(4), baseline: keys(41), goal: { of: 'value', atMost: 4 } });
  expect(tableText([row]).split('\n')[1]).toMatch(
    /^start-time +4 keys pressed +41 keys pressed +1\.75× +≤ 4 keys +met$/,
  );
});

test('the JSON holds every row and the verdict over all', () => {
  const rows = [judged(finding), judged({ ...finding, ratio: 2 })];
  expect(JSON.parse(jsonText(rows))).toEqual({ rows, met: false });
});

test('pairs are measured by turns, and the ratio is the median of the pairs', async () => {
  const turns: string[] = [];
  const times = { ours: [10, 30, 20], theirs: [10, 10, 10] };
  const side = (name: 'ours' | 'theirs') => () => {
    turns.push(name);
    return times[name].shift() ?? Number.NaN;
  };
  const pairs = await sideBySide(3, side('ours'), side('theirs'));
  expect(turns).toEqual(['ours', 'theirs', 'theirs', 'ours', 'ours', 'theirs']);
  expect(pairs).toEqual({ measured: 20, baseline: 10, ratio: 2 });
});

test('a percentile is a value that was measured', () => {
  const values = Array.from({ length: 200 }, (_, at) => at + 1);
  expect(percentile(values, 0.99)).toBe(198);
  expect(percentile([7], 0.99)).toBe(7);
  expect(() => percentile([], 0.5)).toThrow(RangeError);
});
