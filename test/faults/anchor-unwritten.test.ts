/** The anchor cannot be written after a commit: the person is told, nothing more is booked, and nothing acknowledged is lost. */
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { sentence } from '../../electron/contract/messages/messages.ts';
import { copyOf, makeTemplate, Office, visitOf, type Template } from '../offices/small-office.ts';

const disk = vi.hoisted(() => ({ says: '' }));
vi.mock(import('node:fs'), async (original) => {
  const real = await original();
  const writeSync = (...given: Parameters<typeof real.writeSync>): number => {
    if (disk.says !== '') throw Object.assign(new Error(disk.says), { code: disk.says, syscall: 'write' });
    return real.writeSync(...given);
  };
  return { ...real, writeSync: writeSync as typeof real.writeSync };
});

let template: Template;
beforeAll(async () => {
  template = await makeTemplate();
});
beforeEach(() => {
  disk.says = '';
});

const visits = (office: Office) =>
  office.door.ledger.books.read(async ({ sql }) => Number(sql.values('SELECT count(*) FROM visit').get()));

test.each(['ENOSPC', 'EROFS', 'EIO', 'ENOENT'])(
  '%s: told, held, and done once when it can be written',
  async (code) => {
    const office = new Office(copyOf(template));
    const before = await visits(office);
    const request = visitOf(0);
    await office.must('session.touch', {}, template.clerk);
    disk.says = code;
    const reply = await office.ask('visit.open', request, template.clerk);
    expect(reply).toMatchObject({ ok: false, error: { code: 'ANCHOR_UNWRITTEN', details: { system: code } } });
    expect(sentence('en', 'ANCHOR_UNWRITTEN', { system: code })).toContain('nothing is posted twice');
    expect(await visits(office)).toBe(before + 1);
    expect(await office.codeOf('visit.open', visitOf(1), template.supervisor)).toBe('ANCHOR_UNWRITTEN');
    expect(await office.codeOf('office.status', {}, null)).toBeNull();
    disk.says = '';
    expect(await office.codeOf('visit.open', request, template.clerk)).toBeNull();
    expect(await visits(office)).toBe(before + 1);
    expect(await office.faults()).toEqual([]);
    office.close();
  },
);

test('a program that ends before it can be written finds its last command at the next opening', async () => {
  const office = new Office(copyOf(template));
  const before = await visits(office);
  await office.must('session.touch', {}, template.clerk);
  disk.says = 'ENOSPC';
  expect(await office.codeOf('visit.open', visitOf(0), template.clerk)).toBe('ANCHOR_UNWRITTEN');
  office.close();
  disk.says = '';
  const again = new Office(office.folder);
  expect(again.door.shut).toBeNull();
  expect(await visits(again)).toBe(before + 1);
  expect(await again.faults()).toEqual([]);
  again.close();
});
