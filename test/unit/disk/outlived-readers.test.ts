/** A reader that has gone takes nothing with it; of the server itself `faults/server/serve.test.ts`. */
import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { outliveReaders } from '../../../electron/disk/outlived-readers.ts';

test('a stream that fails ends nothing once its readers are outlived', () => {
  const told = new PassThrough();
  const gone = new Error('write EPIPE');
  expect(() => told.emit('error', gone)).toThrow(gone);
  outliveReaders([told]);
  expect(told.emit('error', gone)).toBe(true);
});
