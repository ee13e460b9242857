/** What the server writes of its doors: everything while little happens, and counts when somebody knocks without end. */
import { expect, test } from 'vitest';
import { serverLog } from '../../../electron/server/server-log.ts';

test('an event that comes ten thousand times is told twenty times a minute and counted; others are told beside it', () => {
  const lines: string[] = [];
  let at = 1_000;
  const note = serverLog(
    (line) => lines.push(line),
    () => at,
  );
  for (let knock = 0; knock < 10_000; knock += 1) note('handshake refused', { from: '10.0.0.9' });
  note('counter on the line', { counter: '02' });
  expect(lines).toHaveLength(21);
  expect(lines.at(-1)).toBe('{"at":1000,"event":"counter on the line","counter":"02"}\n');
  at += 60_000;
  note('handshake refused', { from: '10.0.0.9' });
  expect(lines.slice(21).map((line) => JSON.parse(line) as unknown)).toEqual([
    { at, event: 'handshake refused', untold: 9_980 },
    { at, event: 'handshake refused', from: '10.0.0.9' },
  ]);
});
