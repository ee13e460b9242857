/** Backup, restore, rollback and two persons at the command line, with one folder of keys (docs/formats.md 6). */
import { copyFileSync, cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { commandLine, projectRoot } from './command-line.ts';

const office = commandLine();
const files = join(projectRoot, 'test/office-a');
const place = mkdtempSync(join(tmpdir(), 'medicard-anchor-'));
const backup = join(place, 'backup.db');
const earlier = join(place, 'earlier.db');

/** After the backup the office goes on: institutions are loaded. */
beforeAll(async () => {
  const made = await office.json('init', '--office', '测试所', '--office-code', '0101', '--opening-date', '2024-01-01');
  office.actAs(made.clerks[0], made.clerks[1]);
  await office.json('backup', backup);
  copyFileSync(join(office.folder, 'ledger.db'), earlier);
  await office.json('load', 'institutions', join(files, 'institutions.csv'));
}, 120_000);

const verifyReport = z.object({
  checks: z.array(z.object({ name: z.string(), ok: z.boolean(), detail: z.string().nullish() })),
});
const checkOf = (report: unknown) => verifyReport.parse(report).checks.find(({ name }) => name === 'anchor');

test('a restored copy is proven by itself, and says how far the office has gone on', async () => {
  const copy = join(place, 'copy');
  const restored = await office.json('restore', backup, '--data', copy);
  expect(restored).toMatchObject({ verified: true, staysShut: false });
  expect(restored.recordsBehind).toBeGreaterThan(0);
  const report = await office.json('verify', '--data', copy);
  expect(report).toMatchObject({ ok: true });
  expect(checkOf(report)).toMatchObject({ ok: true });
  expect(await office.json('verify')).toMatchObject({ ok: true });
});

test('a backup made by a clerk who signs out is not behind', async () => {
  const last = join(place, 'last.db');
  await office.json('backup', last);
  const restored = await office.json('restore', last, '--data', join(place, 'last'));
  expect(restored).toMatchObject({ recordsBehind: 0, staysShut: false });
});

test('an old backup restored in the place of the office stays shut until two persons open it', async () => {
  const elsewhere = join(place, 'elsewhere');
  cpSync(office.folder, elsewhere, { recursive: true });
  rmSync(office.folder, { recursive: true });
  const restored = await office.run('restore', backup);
  expect(restored.exit).toBe(0);
  expect(restored.out).toContain('open-behind');
  const shut = await office.run('day', '--json');
  expect([shut.exit, JSON.parse(shut.out).error.code]).toEqual([1, 'BOOKS_BEHIND']);
  const report = await office.run('verify', '--json');
  expect(report.exit).toBe(1);
  expect(JSON.parse(report.out)).toMatchObject({ ok: false, error: { code: expect.any(String) } });
  expect(checkOf(JSON.parse(report.out))?.ok).toBe(false);
  const opened = await office.json('open-behind');
  expect(opened).toMatchObject({ found: 'BOOKS_BEHIND', office: { code: '0101' } });
  expect(await office.json('verify')).toMatchObject({ ok: true });
  expect((await office.run('open-behind', '--json')).out).toContain('BOOKS_NOT_SHUT');
  // The newer books are not lost: their anchor gave way, so two persons open them where they lie.
  expect(checkOf(await office.json('verify', '--data', elsewhere))?.detail).toContain('anchor');
  expect(await office.json('open-behind', '--data', elsewhere)).toMatchObject({ found: 'ANCHOR_MISSING' });
  expect(await office.json('verify', '--data', elsewhere)).toMatchObject({ ok: true });
}, 120_000);

test('an older ledger.db in the place of the newest is named, and so is an anchor that is gone', async () => {
  copyFileSync(earlier, join(office.folder, 'ledger.db'));
  for (const ending of ['-wal', '-shm']) rmSync(join(office.folder, `ledger.db${ending}`), { force: true });
  expect(JSON.parse((await office.run('day', '--json')).out).error.code).toMatch(/^BOOKS_(BEHIND|OTHER)$/);
  await office.json('open-behind');
  for (const name of readdirSync(office.keys)) if (name.endsWith('.anchor')) rmSync(join(office.keys, name));
  const gone = JSON.parse((await office.run('day', '--json')).out).error;
  expect(gone.code).toBe('ANCHOR_MISSING');
  await office.json('open-behind');
  expect(await office.json('verify')).toMatchObject({ ok: true });
}, 120_000);

test('a folder that is gone with all that lay in it is named as a loss by every command but restore', async () => {
  const lost = commandLine();
  const words = ['--office', '测试所', '--office-code', '0101', '--opening-date', '2024-01-01'];
  const made = await lost.json('init', ...words);
  lost.actAs(made.clerks[0], made.clerks[1]);
  const kept = join(place, 'kept.db');
  await lost.json('backup', kept);
  rmSync(lost.folder, { recursive: true });
  const keysBefore = readdirSync(lost.keys);
  expect((await lost.json('verify')).error.code).toBe('BOOKS_GONE');
  expect((await lost.json('init', ...words)).error.code).toBe('BOOKS_GONE');
  expect(existsSync(lost.folder)).toBe(false);
  expect(readdirSync(lost.keys)).toEqual(keysBefore);
  expect(await lost.json('restore', kept)).toMatchObject({ verified: true });
}, 120_000);
