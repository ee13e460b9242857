import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { businessDate } from '../../../../electron/contract/kernel/dates.ts';
import { readAllocation } from '../../../../electron/ledger/intake/allocation/allocation-file.ts';
import { fileOnDisk } from '../../../../electron/ledger/intake/file-source.ts';
import { readInstitutions } from '../../../../electron/ledger/intake/institutions-file.ts';
import { readRegister } from '../../../../electron/ledger/intake/register-file.ts';
import { readSettlement } from '../../../../electron/ledger/intake/settlement-file.ts';
import { everything } from './intake-sources.ts';

const OFFICE = join(import.meta.dirname, '../../../office-a');
const expected = JSON.parse(readFileSync(join(OFFICE, 'expected.json'), 'utf8'));
const files = readdirSync(OFFICE);
const source = (name: string) => fileOnDisk(join(OFFICE, name));

async function parts<T>(reading: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const part of reading) all.push(part);
  return all;
}

test('every allocation file of the office is read whole, with the count and sum it declares', async () => {
  const names = files.filter((name) => name.startsWith('allocation'));
  expect(names).toHaveLength(13);
  for (const name of names) {
    const all = await parts(readAllocation(source(name)));
    const { accepted, rejected, batch } = expected.files[name];
    expect(all[0], name).toMatchObject({ kind: 'header', header: { batch } });
    expect(all.at(-1), name).toMatchObject({
      kind: 'summary',
      summary: { count: accepted + rejected.length, countHolds: true, sumHolds: true },
    });
  }
});

test('every settlement file of the office is read whole, with the count and net it declares', async () => {
  const names = files.filter((name) => name.startsWith('settlement'));
  expect(names).toHaveLength(12);
  for (const name of names) {
    const all = await parts(readSettlement(source(name)));
    const { accepted, rejected, batch } = expected.files[name];
    expect(all[0], name).toMatchObject({ kind: 'header', header: { batch } });
    expect(all.at(-1), name).toMatchObject({
      kind: 'summary',
      summary: { count: accepted + rejected.length, countHolds: true, netHolds: true },
    });
  }
});

test('the register of the office refuses exactly its two bad lines', async () => {
  const lines = await everything(readRegister(source('register.csv'), businessDate('2024-01-01')));
  const refused = lines.flatMap((line) => (line.ok ? [] : [{ line: line.line, code: line.code }]));
  expect(refused).toEqual(expected.register.refused);
  expect(lines.filter(({ ok }) => ok)).toHaveLength(expected.register.added);
});

test('the institutions of the office are all accepted', async () => {
  const lines = await everything(readInstitutions(source('institutions.csv')));
  expect(lines.filter(({ ok }) => ok)).toHaveLength(expected.institutions);
  expect(lines).toHaveLength(expected.institutions);
});
