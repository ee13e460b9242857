/** Kills and a full disk during the program's own copies: what bears a copy's name is whole (docs/ledger.md 7). */
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { backupOpensWith } from '../../../electron/ledger/books/backup.ts';
import { copyOf, DATA_KEY, makeTemplate, Office, type Template } from '../../offices/small-office.ts';
import { freshFolder } from '../../offices/test-folders.ts';
import { startDoomed, startMounted } from './ledger-process.ts';

let template: Template;
beforeAll(async () => {
  template = await makeTemplate();
});

function officeWithPlace(): { readonly folder: string; readonly place: string } {
  const folder = copyOf(template);
  const place = `${folder}-copies`;
  mkdirSync(place);
  onTestFinished(() => rmSync(place, { recursive: true }));
  return { folder, place };
}

const wholeNames = (place: string): string[] => readdirSync(place).filter((name) => name.endsWith('.backup'));

/** One turn of the event loop. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('whenever it is killed, every copy under its final name is whole, and the next one clears what was left', async () => {
  const { folder, place } = officeWithPlace();
  for (const turns of [0, 160, 640, 1_280, 2_560]) {
    const ledger = startDoomed('copy', folder);
    await ledger.until(({ begins }) => begins === true);
    for (let at = 0; at < turns; at += 1) await turn();
    await ledger.kill();
    for (const name of wholeNames(place)) expect(backupOpensWith(join(place, name), DATA_KEY)).toBe(true);
  }
  const ledger = startDoomed('copy', folder);
  await ledger.until(({ copied }) => copied === 'whole');
  await ledger.kill();
  const [newest = ''] = wholeNames(place).toSorted().toReversed();
  const restored = new Office(freshFolder());
  await restored.must('office.restoreFrom', { path: join(place, newest), recoveryKeyTyped: true }, null);
  expect(await restored.must('ledger.verify', {}, null)).toMatchObject({ ok: true, accounts: 6 });
  restored.close();
}, 60_000);

test('a full disk leaves no copy and no part of one, and the books as they are', async () => {
  const { folder } = officeWithPlace();
  const ledger = startMounted('copy-full', folder, 'mount -t tmpfs -o size=128k tmpfs "$1-copies"');
  await ledger.ended();
  expect(ledger.told).toEqual([
    { copied: 'disk-full', found: '' },
    { copied: 'whole', found: expect.stringMatching(/^medicard-0101-7b0e7e9e-\d{8}T\d{6}Z\.backup$/) as string },
  ]);
  const office = new Office(folder);
  expect(await office.faults()).toEqual([]);
  office.close();
}, 60_000);
