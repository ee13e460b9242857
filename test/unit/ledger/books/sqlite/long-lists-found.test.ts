/** What is listed page by page is found by an index; a document of many pages is known as one that asks before it is printed. */
import { randomUUID } from 'node:crypto';
import { Kysely, SqliteDialect } from 'kysely';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { businessDate, type Instant } from '../../../../../electron/contract/kernel/dates.ts';
import {
  countRequests,
  latestRequestsOf,
  listRequests,
} from '../../../../../electron/ledger/second-person/approval-request-rows.ts';
import { findByIdNumber } from '../../../../../electron/ledger/account/holder-rows.ts';
import { booksPath, type Reading } from '../../../../../electron/ledger/books/books.ts';
import { openConnection } from '../../../../../electron/ledger/books/sqlite/connection.ts';
import { engineCheckOf, statementsOf } from '../../../../../electron/ledger/books/sqlite/statements.ts';
import { countLossClocks, lossClocks } from '../../../../../electron/ledger/loss/clocks/loss-clock-rows.ts';
import { keptPapers } from '../../../../../electron/ledger/printing/holder-paper-rows.ts';
import { unseenDecisions } from '../../../../../electron/ledger/second-person/decision-rows.ts';
import { countQueued, queuedJobs } from '../../../../../electron/ledger/printing/print-job-rows.ts';
import type { Tables } from '../../../../../electron/ledger/books/tables/tables.ts';
import { allocationCsv, person } from '../../../../offices/made-up-people.ts';
import {
  authorised,
  copyOf,
  makeTemplate,
  Office,
  statementOf,
  type Template,
} from '../../../../offices/small-office.ts';

let template: Template;
let office: Office;
beforeAll(async () => {
  template = await makeTemplate();
});
beforeEach(() => {
  office = new Office(copyOf(template));
});
afterEach(() => office.close());

/** Plans of the statements that `work` gives to the database; its values stand in them as constants. */
async function plansOf(work: (reading: Reading) => unknown): Promise<string[]> {
  const { keys, folder } = office.door.ledger.books;
  const connection = openConnection({ path: booksPath(folder), databaseKey: keys.database, readOnly: true });
  const asked: string[] = [];
  const listening = new Proxy(connection, {
    get: (of, name) => {
      if (name !== 'prepare') return Reflect.get(of, name) as unknown;
      return (sql: string) => {
        asked.push(sql);
        return of.prepare(sql);
      };
    },
  });
  try {
    const query = new Kysely<Tables>({ dialect: new SqliteDialect({ database: listening }) });
    await work({ query, sql: statementsOf(listening), check: engineCheckOf(listening), keys, at: 1 as Instant });
    return asked.flatMap((sql) =>
      connection
        .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql.replaceAll(/\?|\$\w+/g, '0')}`)
        .all()
        .map(({ detail }) => detail),
    );
  } finally {
    connection.close();
  }
}

/** A walk through an index of what is open alone is as long as what is open. */
const WHOLE_TABLE =
  /^SCAN (?:approval_request|print_job|document|report|account|card|holder)\b(?!.* INDEX (?:print_job_queued|loss_report_(?:oral|formal|void)))/;
const page = { limit: 50, offset: 0 };
const everybody = { counter: 'T1', clerkCode: null };
const since = 1 as Instant;
const today = businessDate('2025-02-03');

const lists: Readonly<Record<string, (reading: Reading) => unknown>> = {
  'count of approvals': (reading) => countRequests(reading, { since, askedBy: null }, '1001'),
  "count of a clerk's approvals": (reading) => countRequests(reading, { since, askedBy: '1001' }, '1001'),
  approvals: (reading) => listRequests(reading, { since, askedBy: null }, page),
  "a clerk's approvals": (reading) => listRequests(reading, { since, askedBy: '1001' }, page),
  "a clerk's latest requests": (reading) => latestRequestsOf(reading, { since, askedBy: '1001' }, 50),
  'decisions that were not seen': (reading) => unseenDecisions(reading, '1001'),
  'papers of an account': (reading) => keptPapers(reading, { accountId: 1 }),
  'papers of a report': (reading) => keptPapers(reading, { lossNumber: 'L1' }),
  'count of waiting papers': (reading) => countQueued(reading, everybody),
  "count of a clerk's waiting papers": (reading) => countQueued(reading, { ...everybody, clerkCode: '1001' }),
  'waiting papers': (reading) => queuedJobs(reading, everybody, page),
  "a clerk's waiting papers": (reading) => queuedJobs(reading, { ...everybody, clerkCode: '1001' }, page),
  'count of loss clocks': (reading) => countLossClocks(reading, today),
  'accounts of an ID number': (reading) => findByIdNumber(reading, person(0).idNumber),
  'loss clocks': (reading) => lossClocks(reading, today, page),
};

test.each(Object.keys(lists))('%s: no table is read from end to end', async (name) => {
  const plans = await plansOf(lists[name]!);
  expect(plans).not.toEqual([]);
  expect(plans.filter((detail) => WHOLE_TABLE.test(detail))).toEqual([]);
});

test('a statement of more pages than the setting asks before it is printed, and in the queue too', async () => {
  const credits = Array.from({ length: 120 }, (_, at) => ({ id: String(at + 1), to: person(0), amount: '1.00' }));
  await office.post.allocation(allocationCsv('YB80', '120.00', credits));
  const { visitId } = await office.openVisit(0, template.clerk);
  const prepare = () => office.must('statement.prepare', statementOf(visitId), template.clerk);
  const { pages } = await prepare();
  expect(pages).toBeGreaterThan(2);
  await office.changeSetting('longPrintPages', pages - 1);
  const { asksToPrint, documentNumber } = await prepare();
  expect(asksToPrint).toBe(true);
  await office.must('print.issue', { operationId: randomUUID(), visitId, documentNumber }, template.clerk);
  const queued = () => office.must('printQueue.list', {}, template.clerk);
  expect(await queued()).toMatchObject({ items: [{ documentNumber, pages, asksToPrint: true }] });
  const admin = await office.signIn('9001');
  const setting = {
    name: 'longPrintPages',
    value: String(pages),
    reason: '总行通知',
    authorisation: authorised('2001'),
  };
  await office.must('setting.set', setting, admin);
  expect(await prepare()).toMatchObject({ pages, asksToPrint: false });
  expect(await queued()).toMatchObject({ items: [{ documentNumber, pages, asksToPrint: false }] });
});
