/**
 * The digits of the office's keys, which a core dump or a look at the swap file would give away at once, are not in the
 * memory of main or of the ledger while they run. Memory is read as the system lets whoever started the program.
 */
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { recoveryKeyText } from '../../electron/contract/office/recovery-key.ts';
import { expect, test } from './support/counter-test.ts';
import { ledgerPid } from './support/ledger-process.ts';

test('neither main nor the ledger holds the digits of a key once the books are open', async ({
  office,
  desk,
  places,
}) => {
  await desk.signIn();
  const digitsOf = (ending: string): string =>
    readFileSync(join(places.keys, `${office.officeId}.${ending}`), 'latin1');
  const forms = ['key', 'pin-key'].flatMap((ending) => {
    const digits = digitsOf(ending).trim();
    const texts = [digits, recoveryKeyText(Buffer.from(digits, 'hex'))];
    return texts.flatMap((text) => [Buffer.from(text, 'latin1'), Buffer.from(text, 'utf16le')]);
  });
  expect(found(desk.app.process().pid!, forms), 'main').toEqual(forms.map(() => 0));
  expect(found(await ledgerPid(desk.app), forms), 'the ledger').toEqual(forms.map(() => 0));
});

/** How often each stands in what the process may write to. */
function found(processId: number, wanted: readonly Buffer[]): number[] {
  const memory = openSync(`/proc/${processId}/mem`, 'r');
  const counts = wanted.map(() => 0);
  for (const line of readFileSync(`/proc/${processId}/maps`, 'latin1').split('\n')) {
    const [, start, end] = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line) ?? [];
    if (start === undefined || end === undefined) continue;
    const piece = memoryAt(memory, Number.parseInt(start, 16), Number.parseInt(end, 16));
    wanted.forEach((bytes, which) => (counts[which]! += occurrences(piece, bytes)));
  }
  closeSync(memory);
  return counts;
}

function occurrences(piece: Buffer, bytes: Buffer): number {
  let count = 0;
  for (let at = piece.indexOf(bytes); at !== -1; at = piece.indexOf(bytes, at + 1)) count += 1;
  return count;
}

/** Empty where the kernel keeps it to itself, as with the memory of a device. */
function memoryAt(memory: number, start: number, end: number): Buffer {
  const piece = Buffer.alloc(end - start);
  try {
    return piece.subarray(0, readSync(memory, piece, 0, piece.length, start));
  } catch {
    return Buffer.alloc(0);
  }
}

test('the search finds what a process does hold', () => {
  const held = Buffer.from(`held ${process.pid} by the test`);
  expect(found(process.pid, [held])[0]).toBeGreaterThan(0);
});
