/** Books and their anchor: what each change of either is called at the next opening. */
import { copyFileSync, cpSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Refusal } from '../../../../../electron/contract/kernel/errors.ts';
import { sentence } from '../../../../../electron/contract/messages/messages.ts';
import { booksPath } from '../../../../../electron/ledger/books/books.ts';
import {
  anchorOf,
  damageSlots,
  last,
  onePlace,
  putBooks,
  shutBy,
  template,
  work,
  workedIn,
} from '../../../../offices/anchored-office.ts';
import { MINUTE, MORNING, Office, behindTheBack, copyOf, copyOffice } from '../../../../offices/small-office.ts';
import { freshFolder, keysBeside } from '../../../../offices/test-folders.ts';

describe('an office at work', () => {
  test('is anchored from the beginning, and again after every command', async () => {
    const office = new Office(copyOf(template));
    const before = office.door.ledger.books.anchoring!.point!;
    await work(office);
    const after = office.door.ledger.books.anchoring!.point!;
    expect(after.commits).toBeGreaterThanOrEqual(before.commits + 2);
    expect(after.seq).toBe(before.seq + 2);
    expect(office.door.ledger.books.anchoring!.faultOnDisk()).toBeNull();
    const { seq, hash } = await office.door.ledger.books.read(async ({ query }) =>
      query.selectFrom('audit_head').select(['seq', 'hash']).executeTakeFirstOrThrow(),
    );
    expect(after).toMatchObject({ seq, hash });
    office.close();
  });

  test('a command that changes nothing moves nothing', async () => {
    const office = new Office(copyOf(template));
    const before = office.door.ledger.books.anchoring!.point;
    await office.door.ledger.books.write(async () => undefined);
    expect(office.door.ledger.books.anchoring!.point).toEqual(before);
    office.close();
  });

  test('is opened, copied with its anchor and moved without a word', async () => {
    const folder = copyOf(template);
    await workedIn(folder, 3);
    expect(shutBy(folder)).toBeNull();
    expect(shutBy(folder)).toBeNull();
    const moved = freshFolder();
    copyOffice(folder, moved);
    await workedIn(moved, 2);
    expect(shutBy(moved)).toBeNull();
  });

  test('verify names an anchor that is deleted or changed while the office is open', async () => {
    const office = new Office(copyOf(template));
    expect(await office.faults()).toEqual([]);
    damageSlots(office.folder, [0, 1, 2]);
    expect(await office.faults()).toEqual(['anchor']);
    rmSync(anchorOf(office.folder));
    expect(await office.faults()).toEqual(['anchor']);
    office.close();
  });
});

describe('books', () => {
  test('of an earlier day in the place of the newest stay shut, and say what is missing since when', async () => {
    const folder = copyOf(template);
    const earlier = freshFolder();
    copyOffice(folder, earlier);
    await workedIn(folder, 4);
    putBooks(earlier, folder);
    const refusal = shutBy(folder)!;
    expect(refusal).toMatchObject({ code: 'BOOKS_BEHIND', details: { missing: 8 } });
    const [number, anchorNumber] = [refusal.details['number'], refusal.details['anchorNumber']];
    expect(Number(anchorNumber) - Number(number)).toBe(8);
    expect(sentence('en', refusal.code, refusal.details)).toContain('8 records are missing');
    expect(sentence('zh-CN', refusal.code, refusal.details)).toContain('缺 8 条记录');
    expect(refusal.details['since']).toBe('2024-02-05 09:30:00');
    expect(refusal.details['until']).toBe('2024-02-05 09:34:00');
  });

  test('that went another way from the same beginning stay shut, also when they are longer', async () => {
    const folder = copyOf(template);
    const other = freshFolder();
    copyOffice(folder, other);
    await workedIn(folder, 1);
    await workedIn(other, 5, MORNING + 30 * MINUTE);
    putBooks(other, folder);
    expect(shutBy(folder)).toMatchObject({ code: 'BOOKS_OTHER' });
  });

  test('are read, verified and not written to while they are shut', async () => {
    const folder = copyOf(template);
    const earlier = freshFolder();
    copyOffice(folder, earlier);
    await workedIn(folder, 2);
    putBooks(earlier, folder);
    const office = new Office(folder);
    const report = await office.must('ledger.verify', {}, null);
    expect(report.ok).toBe(false);
    expect(report.checks.filter(({ ok }) => !ok)).toEqual([
      { name: 'anchor', ok: false, counted: 0, detail: expect.stringContaining('4 records are missing') },
    ]);
    expect(await office.codeOf('office.status', {}, null)).toBe('BOOKS_BEHIND');
    expect(await office.codeOf('session.signIn', { clerkCode: '1001', password: 'x' }, null)).toBe('BOOKS_BEHIND');
    expect(() => office.door.ledger).toThrow('BOOKS_BEHIND');
    office.close();
    expect(shutBy(folder)).toMatchObject({ details: { missing: 4 } });
  });

  test('without an office in them under a note that names one are damaged', () => {
    const folder = copyOf(template);
    truncateSync(booksPath(folder), 0);
    expect(() => new Office(folder)).toThrow('DATABASE_DAMAGED');
  });
});

describe('the anchor', () => {
  test('is missed when the books know that they have one', async () => {
    const folder = onePlace();
    rmSync(anchorOf(folder));
    expect(shutBy(folder)).toMatchObject({ code: 'ANCHOR_MISSING', details: { since: '2024-02-05 09:30:00' } });
  });

  test.each([[[0]], [[1]], [[2]], [[0, 1]], [[1, 2]], [[0, 2]]])(
    'damaged in the slots %j is read from another, and mended',
    async (slots) => {
      const folder = onePlace();
      await workedIn(folder, 2);
      damageSlots(folder, slots);
      expect(shutBy(folder)).toBeNull();
      damageSlots(
        folder,
        [0, 1, 2].filter((slot) => !slots.includes(slot)),
      );
      expect(shutBy(folder)).toBeNull();
    },
  );

  test('damaged in every slot, cut or emptied is missing', async () => {
    for (const harm of [
      (folder: string) => damageSlots(folder, [0, 1, 2]),
      (folder: string) => truncateSync(anchorOf(folder), 100),
      (folder: string) => truncateSync(anchorOf(folder), 0),
    ]) {
      const folder = onePlace();
      harm(folder);
      expect(shutBy(folder)).toMatchObject({ code: 'ANCHOR_MISSING' });
    }
  });

  test('of an earlier day put back is told from a loss of power', async () => {
    const folder = onePlace();
    const kept = readFileSync(anchorOf(folder));
    await workedIn(folder, 3);
    writeFileSync(anchorOf(folder), kept);
    expect(shutBy(folder)).toMatchObject({ code: 'ANCHOR_OUTDATED' });
  });

  test('of another place or another office does not stand in for it', async () => {
    const folder = onePlace();
    const other = onePlace();
    copyFileSync(anchorOf(other), anchorOf(folder));
    expect(shutBy(folder)).toMatchObject({ code: 'ANCHOR_MISSING' });
  });

  test('that a kill left one commit behind is taken up, on record', async () => {
    const folder = onePlace();
    const office = new Office(folder);
    office.at += 500 * MINUTE;
    const written = readFileSync(anchorOf(folder));
    await office.must('session.lock', {}, template.clerk);
    office.close();
    writeFileSync(anchorOf(folder), written);
    const again = new Office(folder);
    expect(again.door.shut).toBeNull();
    expect(await last(again)).toMatchObject({ verb: 'anchor.adopt', actor: 'system' });
    expect(await again.faults()).toEqual([]);
    again.close();
  });
});

test('an office from before anchors gets one at its first opening, on record', async () => {
  const folder = onePlace();
  rmSync(anchorOf(folder));
  behindTheBack(folder, (connection) => {
    connection.exec('DROP TRIGGER lineage_no_delete; DELETE FROM lineage; UPDATE audit_head SET commits = 0');
  });
  const office = new Office(folder, MORNING);
  expect(office.door.shut).toBeNull();
  expect(await last(office)).toMatchObject({ verb: 'anchor.begin', actor: 'system' });
  expect(await office.faults()).toEqual([]);
  office.close();
  expect(shutBy(folder)).toBeNull();
});

test('two folders of one office with one folder of keys: the one left behind stays shut', async () => {
  const folder = copyOf(template);
  const twin = freshFolder();
  cpSync(folder, twin, { recursive: true });
  const keys = keysBeside(folder);
  const open = async (at: string, times: number): Promise<Refusal | null> => {
    const office = new Office(at, MORNING, keys);
    const { shut } = office.door;
    if (shut === null) await work(office, times);
    office.close();
    return shut;
  };
  expect(await open(twin, 3)).toBeNull();
  expect(await open(folder, 1)).toMatchObject({ code: 'BOOKS_BEHIND', details: { missing: 6 } });
  expect(await open(twin, 1)).toBeNull();
});
