/** A file of the clerk's is there whole, or as it was before: also where it comes piece by piece and its making fails. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { RefusalError } from '../../../../electron/contract/kernel/errors.ts';
import { saveWhole } from '../../../../electron/main/output/whole-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'medicard-saved-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function* pieces(given: readonly Uint8Array[], failure: Error | null): AsyncGenerator<Uint8Array> {
  yield* given;
  if (failure !== null) throw failure;
}

test('pieces make up the file, for its owner alone', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 50 })), async (given) => {
      const path = join(folder, 'answer.xml');
      await saveWhole(path, pieces(given, null));
      expect(readFileSync(path)).toEqual(Buffer.concat(given));
      expect(readdirSync(folder)).toEqual(['answer.xml']);
      if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
    }),
  );
});

test('what is refused on the way leaves the file of before, and nothing beside it', async () => {
  const path = join(folder, 'answer.xml');
  writeFileSync(path, 'of before');
  const refusal = new RefusalError('FILE_UNREADABLE');
  await expect(saveWhole(path, pieces([new Uint8Array(9)], refusal))).rejects.toBe(refusal);
  expect(readFileSync(path, 'utf8')).toBe('of before');
  expect(readdirSync(folder)).toEqual(['answer.xml']);
});

test('a folder that is gone is said in the words of the disk', async () => {
  const saving = saveWhole(join(folder, 'gone', 'answer.xml'), pieces([new Uint8Array(1)], null));
  await expect(saving).rejects.toMatchObject({ refusal: { code: 'SAVE_FAILED' } });
});
