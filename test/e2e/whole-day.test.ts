/** A whole working day of two clerks and a supervisor, from a morning that finds yesterday open to the report, without a mouse. */
import { join } from 'node:path';
import { addDays } from '../../electron/contract/kernel/dates.ts';
import { expect, test } from './support/counter-test.ts';
import { linesOfReport, missingOn } from './support/day-figures.ts';
import type { PreparedOffice } from './support/demo-office.ts';
import type { Desk } from './support/desk.ts';
import { joinedOverLine, servedWith } from './support/joined-counters.ts';
import { brokenChecks } from './support/office-record.ts';
import { changeSetting } from './support/office-setting.ts';
import { officeOfYesterday, SECOND_CLERK, today } from './support/office-of-yesterday.ts';
import { pdfText, plainLines } from './support/paper.ts';
import { startPrintService } from './support/print-service.ts';
import type { ProgramPlaces } from './support/program.ts';
import {
  closesTill,
  closesYesterday,
  endsDay,
  pastDay,
  postFiles,
  savesReport,
  serveCorrection,
  serveLoss,
  serveNewcomer,
  signsIn,
  type Staff,
} from './support/working-day.ts';
import type { Language } from './support/words.ts';

const DIFFERENCE = '多出现金，待查';
const TILLS = [
  { code: '1001', name: '王敏', yuan: '20.00', reason: null },
  { code: '1002', name: SECOND_CLERK.name, yuan: '0.50', reason: DIFFERENCE },
];
const afterwards: (() => unknown)[] = [];

test.afterEach(async () => {
  for (const end of afterwards.splice(0).reverse()) await end();
});

/** Open since yesterday; a card may be replaced and the day closed at any hour. */
async function prepared(places: ProgramPlaces): Promise<PreparedOffice> {
  const office = await officeOfYesterday(places);
  await changeSetting(office, 'reissueWaitDays', 0);
  await changeSetting(office, 'dayEndHour', 0);
  return office;
}

/** What was done that day as the department's files and the newcomer's receipt left it. */
const AS_DONE = [
  '资金划入 Allocations 1 5 0',
  '消费结算 Settlements 1 3 1',
  '打印队列中的单据 Papers in the print queue 1',
  '待授权的申请 Requests waiting for a second person 0',
  '已接收未记账的文件 Files received and not posted 0',
  '今天 24 时失效的口头挂失 Oral reports lapsing at 24:00 today 0',
  '已可补卡或设新密码 New cards or passwords due 0',
];

/** The report says what the books come to, and the books are whole. */
async function isReported(office: PreparedOffice, file: string): Promise<void> {
  const { posted, lines, number } = await linesOfReport(office, today(), TILLS);
  const paper = pdfText(file);
  expect(posted).toBe(2);
  expect(missingOn(paper, [...lines, ...AS_DONE])).toEqual([]);
  expect(paper).toContain(number);
  expect(await brokenChecks(office)).toEqual([]);
}

/** Signed in, with the past day told before. */
async function beginsDay(desk: Desk, who: Staff, language: Language): Promise<void> {
  await expect(pastDay(desk)).toBeVisible();
  await signsIn(desk, who, language);
}

test('on one computer, where they take turns', async ({ places, start }, info) => {
  info.setTimeout(240_000);
  const office = await prepared(places);
  const service = await startPrintService();
  afterwards.push(() => service.stop());
  const desk = await start({ printServer: service.server });
  await beginsDay(desk, '1001', 'zh-CN');
  await closesTill(desk, '0.00', null);
  await desk.signOut();
  await signsIn(desk, '2001', 'en');
  await closesYesterday(desk);
  await desk.signOut();

  await signsIn(desk, '1001', 'zh-CN');
  await serveLoss(desk);
  await serveNewcomer(desk);
  await desk.signOut();
  await signsIn(desk, '1002', 'en');
  await postFiles(desk, places.root);
  await serveCorrection(desk);
  await closesTill(desk, '0.50', DIFFERENCE);
  await desk.signOut();
  await signsIn(desk, '1001', 'zh-CN');
  await closesTill(desk, '20.00', null);
  await desk.signOut();

  await signsIn(desk, '2001', 'en');
  await service.addPrinter('Counter-1');
  await endsDay(desk, today(), addDays(today(), 1));
  const report = join(places.saved, await savesReport(desk));
  await desk.page.screenshot({ path: info.outputPath('day-closed.png') });
  await desk.press('Alt+P');
  await desk.isTold(desk.t('dayEnd.reported.printer'));
  const [paper = ''] = await service.paper(1);
  expect(plainLines(pdfText(paper))).toEqual(plainLines(pdfText(report)));
  await desk.app.close();
  await isReported(office, report);
});

test('on a server, at two computers at once', async ({ places, newComputer, startElsewhere }, info) => {
  info.setTimeout(240_000);
  const office = await prepared(places);
  const { server, codes } = await servedWith(office, ['一号柜台', '二号柜台']);
  afterwards.push(() => server.end('SIGKILL'));
  const computers = [await newComputer(), await newComputer()] as const;
  const one = await joinedOverLine(await startElsewhere(computers[0]), server, codes[0] ?? '');
  const two = await joinedOverLine(await startElsewhere(computers[1]), server, codes[1] ?? '');
  for (const { line } of [one, two]) afterwards.push(() => line.close());
  const [first, second] = [one.desk, two.desk];

  await beginsDay(first, '1001', 'en');
  await beginsDay(second, '2001', 'zh-CN');
  await closesTill(first, '0.00', null);
  await closesYesterday(second);
  await expect(pastDay(first)).toBeHidden();
  await second.signOut();
  await signsIn(second, '1002', 'zh-CN');

  await Promise.all([serveLoss(first), postFiles(second, places.root)]);
  await Promise.all([serveNewcomer(first), serveCorrection(second)]);
  await Promise.all([closesTill(first, '20.00', null), closesTill(second, '0.50', DIFFERENCE)]);
  await second.signOut();
  await signsIn(second, '2001', 'zh-CN');
  const next = addDays(today(), 1);
  await endsDay(second, today(), next);
  await expect(first.page.getByRole('banner')).toContainText(next);
  const report = await savesReport(second);
  for (const desk of [first, second]) await desk.app.close();
  await server.end();
  await isReported(office, join(computers[1].places.saved, report));
});
