/**
 * The digits of the office's keys, which a core dump or a look at the swap file would give away at once, are not in the
 * memory of main or of the ledger while they run. Memory is read as the system lets whoever started the program.
 */
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { recoveryKeyText } from '../../electron/contract/recovery-key.ts';
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
  const main = desk.app.process().pid!;
  for (const ending of ['key', 'pin-key']) {
    const digits = digitsOf(ending).trim();
    const forms = { digits, sheet: recoveryKeyText(Buffer.from(digits, 'hex')) };
    for (const [name, id] of Object.entries({ main, ledger: await ledgerPid(desk.app) })) {
      for (const [form, text] of Object.entries(forms)) {
        for (const coding of ['latin1', 'utf16le'] as const) {
          expect(found(id, Buffer.from(text, coding)), `${ending} as ${form} ${coding} in ${name}`).toBe(0);
        }
      }
    }
  }
});

/** How often the bytes stand in what the process may write to. */
function found(processId: number, wanted: Buffer): number {
  const memory = openSync(`/proc/${processId}/mem`, 'r');
  let count = 0;
  for (const line of readFileSync(`/proc/${processId}/maps`, 'latin1').split('\n')) {
    const [, start, end] = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line) ?? [];
    if (start === undefined || end === undefined) continue;
    const piece = memoryAt(memory, Number.parseInt(start, 16), Number.parseInt(end, 16));
    for (let at = piece.indexOf(wanted); at !== -1; at = piece.indexOf(wanted, at + 1)) count += 1;
  }
  closeSync(memory);
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
  expect(found(process.pid, held)).toBeGreaterThan(0);
});
