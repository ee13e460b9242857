/** The anchor cannot be written after a commit: the person is told, nothing more is booked, and nothing acknowledged is lost. */
import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { sentence } from '../../../electron/contract/messages/messages.ts';
import { allocationCsv, person } from '../../offices/made-up-people.ts';
import { authorised, copyOf, makeTemplate, Office, visitOf, type Template } from '../../offices/small-office.ts';

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

/** When the disk takes no more: while the file is checked, right after the second person's word is committed, in a step. */
const MOMENTS = ['check', 'word', 'step'] as const;

test.each(MOMENTS)('a file whose anchor cannot be written at its %s is posted once, when it can be', async (moment) => {
  const office = new Office(copyOf(template));
  office.pace = { lines: 5, took: () => undefined, letOthers: () => Promise.resolve() };
  office.reopen();
  const credits = Array.from({ length: 30 }, (_, at) => ({ id: String(at + 1), to: person(at % 6), amount: '1.00' }));
  const intakeId = await office.receive(allocationCsv('YB9', '30.00', credits), template.clerk);
  const request = { operationId: randomUUID(), intakeId, second: authorised('2001') };
  office.onProgress = ({ phase, done }) => {
    if ((moment === 'check' && phase === 'checking') || (moment === 'step' && phase === 'posting' && done === 15))
      disk.says = 'ENOSPC';
  };
  const push = office.changes.push.bind(office.changes);
  // Told right after the commit, before the anchor is written.
  office.changes.push = (...kinds) => {
    if (moment === 'word' && kinds.includes('files') && office.changes.length === told) disk.says = 'ENOSPC';
    return push(...kinds);
  };
  const told = office.changes.length;
  expect(await office.codeOf('file.post', request, template.clerk)).toBe('ANCHOR_UNWRITTEN');
  disk.says = '';
  office.onProgress = null;
  const outcome = await office.must('file.post', request, template.clerk);
  expect(outcome).toMatchObject({ posted: true, accepted: 30, amountFen: 3_000, rejectedCount: 0 });
  expect(await office.must('file.post', request, template.clerk)).toEqual(outcome);
  expect(await office.must('ledger.verify', {}, null)).toMatchObject({ ok: true, entries: 43 });
  office.close();
});
