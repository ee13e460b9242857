/** A backup is made also while the clock lies behind: it changes nothing but the record. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { backup } from '../../../electron/ledger/commands/office/backup.ts';
import { writeKeyFile } from '../../../electron/ledger/books/sealing/key-file.ts';
import {
  authorised,
  behindTheBack,
  DATA_KEY,
  MINUTE,
  NEW_OFFICE,
  Office,
  OFFICE_ID,
} from '../../offices/small-office.ts';
import { freshFolder, keysBeside } from '../../offices/test-folders.ts';

const { password } = authorised('2001');

test.each([
  ['without a clerk', {}, /^operator:/],
  ['by a supervisor', { as: '2001' }, /^2001$/],
])(
  '%s a copy is made while the clock lies behind, on record, at no time before the last',
  async (_, options, actor) => {
    const office = new Office(freshFolder(), Date.now() + 60 * MINUTE);
    const { folder } = office;
    await office.must('office.create', { ...NEW_OFFICE, demoFolder: null }, null);
    office.close();
    writeKeyFile(OFFICE_ID, DATA_KEY, keysBeside(folder));
    vi.stubEnv('MEDICARD_KEYS', keysBeside(folder));
    vi.stubEnv('MEDICARD_PASSWORD', password);
    const out = join(freshFolder(), 'copy.db');
    expect((await backup({ args: [out], options, folder })).json).toMatchObject({ verified: true });
    expect(existsSync(out)).toBe(true);
    const [times, made] = behindTheBack(folder, (connection) => [
      connection.prepare('SELECT at FROM audit ORDER BY seq').pluck().all(),
      connection.prepare("SELECT actor FROM audit WHERE verb = 'backup.make'").pluck().get(),
    ]);
    expect(times).toEqual([...times].sort());
    expect(made).toMatch(actor);
    vi.unstubAllEnvs();
  },
);
