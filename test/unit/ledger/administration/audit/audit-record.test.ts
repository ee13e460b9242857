/** The audit record searched and given out: page by page, masked, and with its chain (docs/ledger.md 5, docs/formats.md 8). */
import { createHash, randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import type { AuditSearch, AuditView } from '../../../../../electron/contract/administration/audit-verbs.ts';
import { instant } from '../../../../../electron/contract/kernel/dates.ts';
import { appendAudit } from '../../../../../electron/ledger/books/audit/audit-chain.ts';
import { officeOfEachTest } from '../../../../offices/office-of-each-test.ts';
import { wholeAnswer } from '../../../../offices/office-care.ts';
import { authorised, behindTheBack, visitOf, type Counter, type Office } from '../../../../offices/small-office.ts';

let office: Office;
let clerk: Counter;
let admin: Counter;
officeOfEachTest((opened) => {
  ({ office, clerk } = opened);
});
beforeEach(async () => {
  admin = await office.signIn('9001');
});

const everything: AuditSearch = { from: null, to: null, clerk: null, verbs: null, about: null };

async function found(search: Partial<AuditSearch>): Promise<AuditView[]> {
  const all: AuditView[] = [];
  for (let before: number | null = null; ;) {
    const page: { items: AuditView[]; next: number | null } = await office.must(
      'audit.list',
      { ...everything, ...search, before },
      admin,
    );
    all.push(...page.items);
    if (page.next === null) return all;
    before = page.next;
  }
}

interface Stored {
  readonly seq: number;
  readonly actor: string;
  readonly second: string | null;
  readonly visit_id: string | null;
  readonly verb: string;
  readonly subject: string | null;
}

function stored(): Stored[] {
  return behindTheBack(office.folder, (connection) =>
    connection.prepare<[], Stored>('SELECT * FROM audit ORDER BY seq DESC').all(),
  );
}

const seqs = (records: readonly { readonly seq: number }[]): number[] => records.map(({ seq }) => seq);

/** As often as it takes for several pages. */
async function recordMuch(times: number): Promise<void> {
  await office.door.ledger.books.write(async (writing) => {
    for (let at = 0; at < times; at += 1)
      await appendAudit(writing, { actor: at % 3 === 0 ? '1001' : '1002', verb: 'note.made', outcome: 'done' });
  });
}

test('every record comes once, the newest first, page after page by key', async () => {
  await recordMuch(130);
  const all = stored();
  expect(seqs(await found({}))).toEqual(seqs(all));
  expect(seqs(await found({ clerk: '1001', verbs: ['note.made'] }))).toEqual(
    seqs(all.filter(({ actor, verb }) => actor === '1001' && verb === 'note.made')),
  );
});

test('a page that is asked for while records are added goes on where the one before ended', async () => {
  await recordMuch(60);
  const first = await office.must('audit.list', { ...everything, before: null }, admin);
  await recordMuch(60);
  const second = await office.must('audit.list', { ...everything, before: first.next }, admin);
  expect(second.items[0]?.seq).toBe((first.items.at(-1)?.seq ?? 0) - 1);
});

test('it is searched by who acted or authorised, by what was done, and by how such names begin', async () => {
  const reason = '总行通知';
  await office.must(
    'setting.set',
    { name: 'printGate', value: '70', reason, authorisation: authorised('2001') },
    admin,
  );
  const all = stored();
  expect(seqs(await found({ clerk: '2001' }))).toEqual(
    seqs(all.filter(({ actor, second }) => actor === '2001' || second === '2001')),
  );
  expect(seqs(await found({ verbs: ['setting.change'] }))).toEqual([all[0]?.seq]);
  const visits = all.filter(({ verb }) => verb.startsWith('visit.'));
  expect(visits.length).toBeGreaterThan(2);
  expect(seqs(await found({ verbs: ['visit.'] }))).toEqual(seqs(visits));
  expect(await found({ verbs: ['visit'] })).toEqual([]);
  expect(seqs(await found({ verbs: ['setting.change', 'visit.'] }))).toEqual(seqs([...all.slice(0, 1), ...visits]));
});

test('of an account come its visits and its loss reports, and nobody else’s', async () => {
  const { accountNumber, visitId } = await office.openVisit(5, clerk);
  const one = await found({ about: accountNumber });
  const reports = stored().filter(({ verb }) => verb === 'loss.report');
  expect(seqs(one)).toEqual(expect.arrayContaining(seqs(reports)));
  const visitsOfAll = behindTheBack(office.folder, (connection) =>
    connection
      .prepare<[string], string>('SELECT id FROM visit WHERE account_id = (SELECT account_id FROM visit WHERE id = ?)')
      .pluck()
      .all(visitId),
  );
  const expected = stored().filter(
    ({ subject, visit_id: visit, actor }) =>
      subject === accountNumber ||
      actor === `holder:${accountNumber}` ||
      reports.some(({ subject: number }) => number !== null && number === subject) ||
      (visit !== null && visitsOfAll.includes(visit)),
  );
  expect(visitsOfAll).toContain(visitId);
  expect(seqs(one)).toEqual(seqs(expected));
  expect(await found({ about: '010199999999999' })).toEqual([]);
});

test('it is searched by the clock of the office', async () => {
  const before = stored().length;
  office.at += 3 * 86_400_000;
  await recordMuch(4);
  // By then the administrator signs in anew, on record too.
  const later = await found({ from: '2024-02-08' });
  expect(later.filter(({ verb }) => verb === 'note.made')).toHaveLength(4);
  expect(later.every(({ at }) => at === office.at)).toBe(true);
  expect(await found({ to: '2024-02-07' })).toHaveLength(before);
  expect(await office.codeOf('audit.list', { ...everything, from: '2024-02-30', before: null }, admin)).toBe(
    'DATE_INVALID',
  );
});

test('it is an administrator’s alone', async () => {
  expect(await office.codeOf('audit.list', { ...everything, before: null }, clerk)).toBe('ROLE_REQUIRED');
  expect(await office.codeOf('audit.open', everything, clerk)).toBe('ROLE_REQUIRED');
});

/** The cells of a CSV in which no cell has a line break. */
function linesOf(csv: string): string[][] {
  return csv
    .replace('\uFEFF', '')
    .split('\r\n')
    .filter((line) => line !== '')
    .map((line) =>
      Array.from(line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g), ([, quoted, plain]) =>
        quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'),
      ),
    );
}

/** As docs/formats.md 8 says it is worked out from a line. */
function hashOfLine(cells: readonly string[]): string {
  const [seq = '', at = '', day, actor, second, visit, verb, subject, outcome, details, previous] = cells;
  const orNull = (cell: string | undefined): string | null => (cell === undefined || cell === '' ? null : cell);
  const fields = [
    ...[Number(seq), Date.parse(at), day, actor, orNull(second), orNull(visit), verb, orNull(subject)],
    ...[outcome, details, previous],
  ];
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex');
}

test('what is given out has its chain, which is worked out again from the file but where something is masked', async () => {
  const { visitId } = await office.openVisit(0, clerk);
  const reason = '核对 13800138000 的来电';
  await office.must('visit.reveal', { operationId: randomUUID(), visitId, field: 'phone', reason }, clerk);
  await recordMuch(1200);
  const { answerId, headSeq, headHash } = await office.must('audit.open', everything, admin);
  // What is recorded while the file goes out is no longer in it.
  await recordMuch(3);
  const csv = (await office.answer({ answerId }, admin)).toString('utf8');
  const [titles, ...lines] = linesOf(csv);
  expect(titles?.at(0)).toBe('seq');
  expect(lines).toHaveLength(headSeq);
  expect(csv).not.toContain('13800138000');
  const masked = lines.filter((cells) => cells[12] === 'yes');
  expect(masked.map((cells) => cells[6])).toEqual(['visit.reveal']);
  let previous = '0'.repeat(64);
  for (const cells of lines) {
    expect(cells[10]).toBe(previous);
    previous = cells[11] ?? '';
    if (cells[12] === '') expect(hashOfLine(cells)).toBe(cells[11]);
    else expect(hashOfLine(cells)).not.toBe(cells[11]);
  }
  expect(previous).toBe(headHash);
});

test('that it was given out is on record, with what was searched for', async () => {
  const search = { ...everything, clerk: '1001', verbs: ['visit.open', 'loss.'] };
  await office.must('audit.open', search, admin);
  expect(await found({ verbs: ['audit.export'] })).toMatchObject([
    { actor: '9001', outcome: 'done', details: JSON.stringify({ ...search, verbs: 'visit.open loss.' }) },
  ]);
});

test('the command line takes the same out, without a session, and lets go of it', async () => {
  const search = { ...everything, verbs: ['visit.open'] };
  const { answerId } = await office.must('audit.take', search, null);
  const file = await wholeAnswer((offset) => office.must('audit.piece', { answerId, offset }, null));
  const visits = stored().filter(({ verb }) => verb === 'visit.open');
  expect(
    linesOf(file.toString('utf8'))
      .slice(1)
      .map(([seq]) => Number(seq)),
  ).toEqual(seqs(visits).toReversed());
  await office.must('audit.drop', { answerId }, null);
  expect(await office.codeOf('audit.piece', { answerId, offset: 0 }, null)).toBe('FILE_UNKNOWN');
});

test('a wrong pair that was tried is found by its clerk, without either number', async () => {
  await office.codeOf('visit.open', { ...visitOf(0), card: '6213300000000000018' }, clerk);
  const [record] = await found({ clerk: '1001', verbs: ['visit.open'] });
  expect(record?.outcome).not.toBe('done');
  expect(record?.at).toBe(instant(office.at));
  expect(JSON.stringify(record)).not.toMatch(/\d{16}/);
});
