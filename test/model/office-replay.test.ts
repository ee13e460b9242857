/** The office in test/office-a replayed through the command line: every count, reason and balance as its answer key says. */
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Instant } from '../../electron/contract/kernel/dates.ts';
import type { LedgerVerb } from '../../electron/contract/verbs.ts';
import { Dispatcher } from '../../electron/ledger/dispatch/dispatcher.ts';
import { readOfficeNote } from '../../electron/ledger/books/data-folder.ts';
import { readKeyFile } from '../../electron/ledger/books/sealing/key-file.ts';
import { doorOf } from '../offices/office-care.ts';
import { commandLine, projectRoot } from './command-line.ts';

const files = join(projectRoot, 'test/office-a');
const expected = JSON.parse(readFileSync(join(files, 'expected.json'), 'utf8'));
const office = commandLine();
const answers = mkdtempSync(join(tmpdir(), 'medicard-answers-'));
const posted = new Map<string, any>();
let clerk: { code: string; password: string };
let loaded: { institutions: any; register: any; again: any };

beforeAll(async () => {
  const made = await office.json('init', '--office', '测试所', '--office-code', '0101', '--opening-date', '2024-01-01');
  clerk = made.clerks[0];
  office.actAs(made.clerks[0], made.clerks[1]);
  loaded = {
    institutions: await office.json('load', 'institutions', join(files, 'institutions.csv')),
    register: await office.json('load', 'register', join(files, 'register.csv')),
    again: await office.json('load', 'register', join(files, 'register.csv')),
  };
  for (const { kind, file, businessDate } of expected.order) {
    await office.json('day', '--advance-to', businessDate);
    const out = join(answers, `${file}.answer`);
    posted.set(file, await office.json(kind, join(files, file), '--post', '--answer', out));
  }
}, 300_000);

test('register and institutions load as expected, and a second loading adds nobody', () => {
  expect(loaded.institutions).toMatchObject({ added: expected.institutions, refused: [] });
  expect(loaded.register.added).toBe(expected.register.added);
  expect(loaded.register.refused.map(({ line, code }: any) => ({ line, code }))).toEqual(expected.register.refused);
  expect(loaded.again).toMatchObject({ added: 0, updated: expected.register.added });
});

describe('each file is answered as expected', () => {
  test.each(expected.order.map(({ file }: any) => file) as string[])('%s', (file) => {
    const { rejected, ...sums } = posted.get(file);
    const { rejected: reasons, ...counts } = expected.files[file];
    expect(sums).toMatchObject({ ...counts, fileReason: null });
    expect(rejected.map(({ id, reason }: any) => ({ id, reason }))).toEqual(reasons);
    const answer = readFileSync(join(answers, `${file}.answer`), 'utf8');
    const refusals = file.startsWith('allocation') ? '<TxSts>RJCT</TxSts>' : ',REJECTED,';
    const acceptances = file.startsWith('allocation') ? '<TxSts>ACSC</TxSts>' : ',ACCEPTED,';
    expect(answer.split(refusals).length - 1).toBe(reasons.length);
    expect(answer.split(acceptances).length - 1).toBe(counts.accepted);
  });
});

test('a file posted before is refused whole with exit 1, and changes nothing', async () => {
  const before = await office.json('verify');
  for (const [kind, reason] of [
    ['allocation', 'DU01'],
    ['settlement', 'FILE_DUPLICATE'],
  ] as const) {
    const { file } = expected.order.find((each: any) => each.kind === kind);
    const again = await office.run(kind, join(files, file), '--post', '--json');
    expect(again.exit).toBe(1);
    expect(JSON.parse(again.out)).toMatchObject({ accepted: 0, fileReason: reason, error: { code: reason } });
  }
  const after = await office.json('verify');
  expect([after.entries, after.balanceFen]).toEqual([before.entries, before.balanceFen]);
});

test('the books prove themselves and hold what is expected', async () => {
  const report = await office.json('verify');
  expect(report.checks.filter(({ ok }: any) => !ok)).toEqual([]);
  expect(report).toMatchObject({
    ok: true,
    accounts: expected.accounts.length,
    entries: expected.entries,
    balanceFen: expected.balanceFen,
  });
});

test.each(['json', 'csv', 'camt053', 'pdf'])('a statement through the command line, as %s', async (format) => {
  const account = expected.accounts.at(-1);
  const out = join(answers, `statement.${format}`);
  const period = ['--from', '2024-01-01', '--to', '2025-12-31'];
  const person = ['--id-number', account.idNumber, '--card', account.card];
  const said = await office.json('statement', ...person, ...period, '--format', format, '--out', out);
  expect(said).toMatchObject({ openingFen: 0, closingFen: account.closingFen });
  expect(said.entries).toHaveLength(account.entries);
  expect(existsSync(out)).toBe(true);
});

test('every account closes with the balance and the totals expected', async () => {
  const { officeId } = readOfficeNote(office.folder)!;
  const dataKey = readKeyFile(officeId, office.keys);
  const clock = () => Date.now() as Instant;
  const door = new Dispatcher({
    folder: office.folder,
    keysFolder: office.keys,
    officeId,
    dataKey,
    clock,
    report() {},
  });
  let token: string | null = null;
  const ask = async (verb: LedgerVerb, input: unknown): Promise<any> => {
    const { reply, session } = await door.answer({
      ...{ verb, input, sessionToken: token, door: doorOf(verb) },
      ...{ counter: 'T', operator: 'test' },
    });
    if (!reply.ok) throw new Error(`${verb}: ${reply.error.code}`);
    token = session === undefined ? token : session;
    return reply.value;
  };
  await ask('session.signIn', { clerkCode: clerk.code, password: clerk.password });
  const found = [];
  for (const { idNumber, card } of expected.accounts) {
    const identity = { idNumber, card, networkCheck: 'match-photo', secondaryDocument: null, agent: null };
    const { visitId, holderName } = await ask('visit.open', { operationId: randomUUID(), ...identity });
    const period = { from: '2024-01-01', to: '2025-12-31' };
    const request = { visitId, period, kinds: null, largeType: false, language: 'zh-CN' };
    const { totals, entries } = await ask('statement.prepare', request);
    await ask('visit.finish', { visitId });
    const { closingFen, allocatedFen, consumedFen, refundedFen } = totals;
    const sums = { closingFen, allocatedFen, consumedFen, refundedFen, entries: entries.length };
    found.push({ idNumber, card, name: holderName, ...sums });
  }
  door.close();
  expect(found).toEqual(expected.accounts);
}, 120_000);
