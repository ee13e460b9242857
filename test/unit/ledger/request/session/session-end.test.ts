/** How a session ends by itself: with the day and after its hours, its visit with it (docs/rules.md 5). */
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { businessDate } from '../../../../../electron/contract/kernel/dates.ts';
import { closeDay } from '../../../../../electron/ledger/day/days.ts';
import {
  authorised,
  behindTheBack,
  copyOf,
  makeTemplate,
  MINUTE,
  Office,
  type Template,
} from '../../../../offices/small-office.ts';

let template: Template;
let office: Office;
beforeAll(async () => {
  template = await makeTemplate();
});
beforeEach(() => {
  office = new Office(copyOf(template));
  office.signsInAgain = false;
});
afterEach(() => office.close());

const HOUR = 60 * MINUTE;
/** Midnight after the office's morning, in Shanghai. */
const MIDNIGHT = Date.UTC(2024, 1, 5, 16);

test('a session ends after twelve hours, and its visit with it', async () => {
  office.at = Date.UTC(2024, 1, 5, 17);
  const early = await office.signIn('1001');
  office.at += 12 * HOUR - MINUTE;
  const { visitId } = await office.openVisit(0, early);
  office.at += MINUTE - 1;
  expect(await office.codeOf('visit.current', {}, early)).toBeNull();
  office.at += 1;
  expect(await office.must('session.current', {}, early)).toBeNull();
  expect(await office.codeOf('visit.finish', { visitId }, early)).toBe('SIGN_IN_REQUIRED');
  const row = behindTheBack(office.folder, (connection) =>
    connection.prepare('SELECT ended_at, end_reason FROM visit WHERE id = ?').get(visitId),
  );
  expect(row).toEqual({ ended_at: office.at, end_reason: 'signed-out' });
  const record = behindTheBack(office.folder, (connection) =>
    connection.prepare("SELECT actor, visit_id, details FROM audit WHERE verb = 'session.end'").get(),
  );
  expect(record).toEqual({ actor: '1001', visit_id: visitId, details: '{"reason":"hours"}' });
});

test('a session ends with the calendar day of the office, also when it is younger than its hours', async () => {
  office.at = MIDNIGHT - HOUR;
  const late = await office.signIn('1001');
  office.at = MIDNIGHT - 1;
  expect(await office.codeOf('batch.list', {}, late)).toBeNull();
  office.at = MIDNIGHT;
  expect(await office.codeOf('batch.list', {}, late)).toBe('SIGN_IN_REQUIRED');
});

test('closing the business day ends no session: it decides where entries are posted and nothing else', async () => {
  await closeDay(office.door.ledger, '1001');
  expect(await office.must('session.current', {}, template.clerk)).toMatchObject({
    businessDate: businessDate('2024-02-06'),
  });
});

test('the hours are a setting', async () => {
  const setting = { name: 'sessionHours', value: '2', reason: '总行通知', authorisation: authorised('2001') };
  await office.must('setting.set', setting, await office.signIn('9001'));
  const clerk = await office.signIn('1001');
  office.at += 2 * HOUR - 1;
  expect(await office.codeOf('batch.list', {}, clerk)).toBeNull();
  office.at += 1;
  expect(await office.codeOf('batch.list', {}, clerk)).toBe('SIGN_IN_REQUIRED');
});

test('many requests after the end write it once', async () => {
  office.at = MIDNIGHT;
  const codes = await Promise.all(Array.from({ length: 20 }, () => office.codeOf('batch.list', {}, template.clerk)));
  expect(new Set(codes)).toEqual(new Set(['SIGN_IN_REQUIRED']));
  const records = behindTheBack(office.folder, (connection) =>
    connection.prepare("SELECT count(*) FROM audit WHERE verb = 'session.end'").pluck().get(),
  );
  expect(records).toBe(1);
});
