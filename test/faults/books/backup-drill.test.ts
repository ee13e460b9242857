/** The drill of docs/backup-drill.md, done: an office is lost with its keys, and comes back from its copy and its sheet. */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { recoveryKeyText } from '../../../electron/contract/office/recovery-key.ts';
import { OfficeBackups } from '../../../electron/ledger/backup/office-backups.ts';
import { backupAtDayEnd } from '../../../electron/ledger/request/kept-backups.ts';
import { commandLine } from '../../model/command-line.ts';
import { allocationCsv, person } from '../../offices/made-up-people.ts';
import { copyOf, DATA_KEY, makeTemplate, MINUTE, Office, type Template } from '../../offices/small-office.ts';
import { freshFolder, keysBeside } from '../../offices/test-folders.ts';

const line = commandLine();
let template: Template;
beforeAll(async () => {
  template = await makeTemplate();
});

const balancesOf = (office: Office): Promise<unknown> =>
  office.door.ledger.books.read(async ({ sql }) => sql.rows('SELECT number, balance_fen FROM account').all());

const LATER = allocationCsv('YB9', '50.00', [{ id: '1', to: person(0), amount: '50.00' }]);

test('the copy is restored with the sheet alone, says until when it goes, proves itself, and what is missing is posted again', async () => {
  const place = freshFolder();
  const office = new Office(copyOf(template));
  const backups = new OfficeBackups(office.door.ledger.books, [{ path: place, isUsual: false }]);
  await backupAtDayEnd({ backups });
  const balances = await balancesOf(office);
  office.at += 20 * MINUTE;
  await office.post.allocation(LATER);
  backups.close();
  office.close();
  // The computer is lost, and its keys with it.
  rmSync(office.folder, { recursive: true });
  rmSync(keysBeside(office.folder), { recursive: true });

  const [copy = ''] = readdirSync(place);
  const folder = join(freshFolder(), 'office');
  const wrong = await line.json('restore', join(place, copy), '--data', folder);
  expect(wrong.error.code).toBe('KEY_WRONG');
  line.environment['MEDICARD_RECOVERY_KEY'] = recoveryKeyText(DATA_KEY);
  const restored = await line.json('restore', join(place, copy), '--data', folder);
  expect(restored).toMatchObject({ verified: true, madeAt: '2024-02-05 09:30', recordsBehind: 0, staysShut: false });
  expect(await line.json('verify', '--data', folder)).toMatchObject({ ok: true, accounts: 6 });

  // The command line works by the clock of this computer.
  const back = new Office(folder, Date.now(), line.keys);
  expect(await balancesOf(back)).toEqual(balances);
  expect(await back.post.allocation(LATER)).toMatchObject({ accepted: 1 });
  expect(await back.faults()).toEqual([]);
  back.close();
}, 60_000);
