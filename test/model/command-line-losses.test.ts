/** Losses and approvals through the command line alone, as operations staff and scripts use it (docs/formats.md 6). */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  allocationCsv,
  cardNumber,
  INSTITUTIONS,
  person,
  registerCsv,
  settlementCsv,
} from '../offices/made-up-people.ts';
import { commandLine } from './command-line.ts';

const office = commandLine();
const files = mkdtempSync(join(tmpdir(), 'medicard-losses-'));
let clerk: { code: string; password: string };
let supervisor: { code: string; password: string };

function file(name: string, text: string): string {
  const path = join(files, name);
  writeFileSync(path, text);
  return path;
}

beforeAll(async () => {
  const { clerks } = await office.json(
    ...['init', '--office', '测试所', '--office-code', '0101', '--opening-date', '2024-01-31', '--clock', 'books'],
  );
  [clerk, supervisor] = [clerks[0], clerks[1]];
  office.actAs(clerk, supervisor);
  await office.run('load', 'institutions', file('institutions.csv', INSTITUTIONS));
  await office.run('load', 'register', file('register.csv', registerCsv([0, 1, 2, 3].map(person))));
  const credits = [0, 1, 2, 3].map((at) => ({ id: String(at + 1), to: person(at), amount: '300.00' }));
  await office.run('allocation', file('a.csv', allocationCsv('YB1', '1200.00', credits)), '--post');
});

const holder = (at: number) => ['--id-number', person(at).idNumber, '--card', person(at).card];
const idOf = (at: number) => ['--id-number', person(at).idNumber];

test('a loss in the middle of a settlement file: lines before it post, lines at or after it are on hold', async () => {
  const report = await office.json('loss', 'report', ...holder(0), '--from', '2024-01-20 12:00');
  expect(report).toMatchObject({
    status: 'reported',
    object: 'card',
    kind: 'oral',
    lapsesAt: '2024-02-05T24:00:00+08:00',
    reissueFrom: null,
    missedSince: '2024-01-20T12:00:00+08:00',
  });
  expect(report.lostFrom).toBe(report.reportedAt);
  expect(report.number).toMatch(/^L0101202401310001[0-9A-Z]$/);
  expect(report.reportedAt).toMatch(/^2024-01-31T\d\d:\d\d:\d\d\+08:00$/);
  expect(report.timeline.map(({ event }: { event: string }) => event)).toEqual(['reported']);
  const sale = (reference: string, time: string) => ({
    reference,
    kind: '消费' as const,
    card: person(0).card,
    amount: '1.00',
    time,
  });
  const at = report.reportedAt.slice(0, 19).replaceAll(/\D/g, '');
  const sales = [sale('P1', '20240120120000'), sale('P2', at), sale('P3', '20240201090000')];
  const settled = await office.json('settlement', file('s.csv', settlementCsv('QS1', '3.00', sales)), '--post');
  expect(settled.accepted).toBe(1);
  expect(settled.rejected.map(({ id, reason }: { id: string; reason: string }) => [id, reason])).toEqual([
    ['P2', 'CARD_ON_HOLD'],
    ['P3', 'CARD_ON_HOLD'],
  ]);
  const credit = [{ id: '1', to: person(0), amount: '5.00' }];
  const allocated = await office.json('allocation', file('b.csv', allocationCsv('YB2', '5.00', credit)), '--post');
  expect(allocated).toMatchObject({ accepted: 1, rejected: [] });
});

test('an oral report lapses with its last day, and show tells it to whoever holds both numbers', async () => {
  const { number } = await office.json(
    'loss',
    'report',
    ...idOf(1),
    '--name',
    person(1).name,
    '--phone',
    person(1).phone,
  );
  await office.run('day', '--advance-to', '2024-02-05');
  expect((await office.json('loss', 'worklist')).items).toContainEqual(
    expect.objectContaining({ number, clock: 'lapses-today', on: '2024-02-05' }),
  );
  expect(await office.json('loss', 'show', number, ...idOf(1))).toMatchObject({ status: 'reported' });
  await office.run('day', '--close');
  expect(await office.json('loss', 'show', number, ...idOf(1))).toMatchObject({ status: 'lapsed' });
  expect(await office.json('loss', 'show', number, ...idOf(0))).toMatchObject({ error: { code: 'LOSS_UNKNOWN' } });
});

describe('a formal report', () => {
  let number = '';
  beforeAll(async () => {
    ({ number } = await office.json('loss', 'report', ...holder(2), '--kind', 'formal'));
  });

  test('waits for its new card, which takes a second person from the queue', async () => {
    const reissue = (...words: string[]) =>
      office.json(
        'loss',
        'reissue',
        number,
        ...idOf(2),
        '--new-card',
        cardNumber(700),
        '--insurance-number',
        'YB7',
        ...words,
      );
    expect(await reissue()).toMatchObject({ error: { code: 'REISSUE_TOO_EARLY' } });
    await office.run('day', '--advance-to', '2024-02-13');
    const request = await reissue('--ask');
    expect(request).toMatchObject({ state: 'pending', verb: 'loss.reissue', lossNumber: number, askedBy: '1001' });
    expect(await reissue('--request', request.requestId)).toMatchObject({ error: { code: 'APPROVAL_PENDING' } });
    expect(await office.json('approvals', 'approve', request.requestId)).toMatchObject({
      error: { code: 'SECOND_PERSON_SAME' },
    });
    office.actAs(supervisor, clerk);
    expect(await office.json('approvals', 'list')).toMatchObject([{ requestId: request.requestId, state: 'pending' }]);
    expect(await office.json('approvals', 'approve', request.requestId)).toMatchObject({
      state: 'approved',
      decidedBy: '2001',
    });
    office.actAs(clerk, supervisor);
    const done = await reissue('--request', request.requestId);
    expect(done).toMatchObject({ status: 'reissued', feeFen: 2_000, newCard: expect.stringContaining('*') });
    expect(done.timeline.at(-1)).toMatchObject({ event: 'reissued', clerk: '1001', second: '2001' });
    const old = await office.json('loss', 'report', ...holder(2));
    expect(old).toMatchObject({ error: { code: 'CARD_REPLACED' } });
  });

  test('is refused in the queue with a reason, which stays', async () => {
    const again = await office.json('loss', 'report', ...holder(3), '--kind', 'formal');
    const request = await office.json('loss', 'cancel', again.number, ...idOf(3), '--ask');
    office.actAs(supervisor, clerk);
    expect((await office.run('approvals', 'refuse', request.requestId, '--json')).exit).toBe(2);
    const refused = await office.json('approvals', 'refuse', request.requestId, '--reason', '本人未到');
    expect(refused).toMatchObject({ state: 'refused', decidedBy: '2001', reason: '本人未到' });
    office.actAs(clerk, supervisor);
    const cancel = (...words: string[]) => office.json('loss', 'cancel', again.number, ...idOf(3), ...words);
    expect(await cancel('--request', request.requestId)).toMatchObject({ error: { code: 'APPROVAL_REFUSED' } });
    // This holder never had a PIN to prove; the second person stands at the same counter.
    expect(await cancel()).toMatchObject({ status: 'cancelled' });
    expect(await cancel()).toMatchObject({ error: { code: 'LOSS_STATE' } });
  });

  test('is taken back within minutes as entered by mistake, for a reason and before a second person', async () => {
    const mistaken = await office.json('loss', 'report', ...holder(3));
    const takeBack = (...words: string[]) => office.json('loss', 'take-back', mistaken.number, ...idOf(3), ...words);
    expect((await office.run('loss', 'take-back', mistaken.number, ...idOf(3), '--json')).exit).toBe(2);
    const done = await takeBack('--reason', '录错持卡人');
    expect(done).toMatchObject({ status: 'taken-back', number: mistaken.number });
    expect(done.timeline.at(-1)).toMatchObject({
      event: 'taken-back',
      clerk: '1001',
      second: '2001',
      note: '录错持卡人',
    });
    expect(await takeBack('--reason', '录错持卡人')).toMatchObject({ error: { code: 'LOSS_STATE' } });
  });
});

test('a PIN that was never set is not lost, a report by telephone is not taken here, and nothing takes a PIN', async () => {
  const password = await office.json('loss', 'report', ...holder(1), '--object', 'password');
  expect(password).toMatchObject({ error: { code: 'PIN_STATE' } });
  const telephone = await office.json('loss', 'report', ...holder(1), '--channel', 'telephone');
  expect(telephone).toMatchObject({ error: { code: 'NOT_BY_TELEPHONE' } });
  expect((await office.run('loss', 'report', ...holder(1), '--pin', '123456')).exit).toBe(2);
});

test('the books are sound after all that', async () => {
  const { ok, checks } = await office.json('verify');
  expect(checks.filter((check: { ok: boolean }) => !check.ok)).toEqual([]);
  expect(ok).toBe(true);
});
