/** An office that lives by its books has one clock on every paper: the business date with the wall clock's time of day (docs/rules.md 3). */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { HolderDoor } from '../../../offices/holder-door.ts';
import { LossCounter } from '../../../offices/loss-counter.ts';
import { person } from '../../../offices/made-up-people.ts';
import {
  behindTheBack,
  copyOf,
  DATA_KEY,
  makeTemplate,
  Office,
  PIN_KEY,
  statementOf,
  type Template,
} from '../../../offices/small-office.ts';
import { pagesOf } from '../loss/paper/loss-pages.ts';

/** The office of these tests lives by its books; the wall clock says 2024-02-05. */
const OPEN_DAY = '2024-02-09';
const ON_PAPER = /2024-02-\d\d \d\d:\d\d:\d\d/g;

let template: Template;
let office: Office;
let counter: LossCounter;
let lossNumber = '';
beforeAll(async () => {
  template = await makeTemplate();
});
beforeEach(async () => {
  const folder = copyOf(template);
  behindTheBack(folder, (connection) => connection.exec(`UPDATE office SET business_date = '${OPEN_DAY}'`));
  office = new Office(folder);
  counter = await LossCounter.at(office, template.clerk);
});
afterEach(() => office.close());

async function textOf(pdf: Uint8Array): Promise<string> {
  const pages = await pagesOf(pdf);
  return pages.flatMap(({ runs }) => runs.map(({ text }) => text)).join(' ');
}

/** Every day that stands on it with a time of day. */
async function daysOn(pdf: Uint8Array): Promise<string[]> {
  const moments = (await textOf(pdf)).match(ON_PAPER) ?? [];
  return [...new Set(moments.map((moment) => moment.slice(0, 10)))];
}

/** A payment stands on it with its own time. */
const withoutEntries = () => statementOf(counter.visitId, '2024-01-01', '2024-01-02');

async function prepared(
  kind: 'loss-form' | 'password-receipt' | 'cancellation-receipt' | 'take-back-receipt' | 'reissue-receipt',
) {
  const about = kind === 'password-receipt' ? null : lossNumber;
  const wanted = { visitId: counter.visitId, kind, lossNumber: about, paper: null, language: 'zh-CN' } as const;
  return office.must('paper.prepare', wanted, template.clerk);
}

const made: Readonly<Record<string, () => Promise<{ readonly pdf: Uint8Array }>>> = {
  statement: () => office.must('statement.prepare', withoutEntries(), template.clerk),
  'statement in large type': () =>
    office.must('statement.prepare', { ...withoutEntries(), largeType: true }, template.clerk),
  async 'loss form'() {
    ({ number: lossNumber } = await counter.report({ kind: 'formal' }));
    return prepared('loss-form');
  },
  async 'receipt of a PIN'() {
    await office.typePins(counter.visitId, 'first', ['852741', '852741'], template.clerk);
    return prepared('password-receipt');
  },
  async 'receipt of a cancelling'() {
    ({ number: lossNumber } = await counter.report());
    await office.must('loss.cancel', counter.cancelOf(lossNumber), template.clerk);
    return prepared('cancellation-receipt');
  },
  async 'receipt of what was taken back'() {
    ({ number: lossNumber } = await counter.report());
    await office.must('loss.takeBack', counter.takeBackOf(lossNumber), template.clerk);
    return prepared('take-back-receipt');
  },
  async 'receipt of a new card'() {
    await office.changeSetting('reissueWaitDays', 0);
    ({ number: lossNumber } = await counter.report({ kind: 'formal' }));
    await office.must('loss.reissue', counter.reissueOf(lossNumber), template.clerk);
    return prepared('reissue-receipt');
  },
  async 'voucher of a report made online'() {
    await office.must('visit.finish', { visitId: counter.visitId }, template.clerk);
    const door = new HolderDoor(office);
    await door.must('online.enter', await door.code('report', person(0)));
    const { number } = await door.report();
    return door.must('online.voucher', { number, language: 'zh-CN' });
  },
  async 'recovery sheet'() {
    const admin = await office.signIn('9001');
    return office.must('office.recoveryPdf', { dataKey: Buffer.from(DATA_KEY), pinKey: Buffer.from(PIN_KEY) }, admin);
  },
};

test.each(Object.keys(made))('%s', async (name) => {
  const paper = await made[name]?.();
  expect(await daysOn(paper?.pdf ?? new Uint8Array())).toEqual([OPEN_DAY]);
});

test('lists and the check of a paper tell the time that stands on it', async () => {
  const { documentNumber, verificationCode, pdf } = await office.must(
    'statement.prepare',
    withoutEntries(),
    template.clerk,
  );
  const issue = { operationId: randomUUID(), visitId: counter.visitId, documentNumber, report: null };
  await office.must('print.issue', issue, template.clerk);
  const [moment] = (await textOf(pdf)).match(ON_PAPER) ?? [];
  const check = await office.must('document.check', { documentNumber, verificationCode }, template.clerk);
  const { items } = await office.must('paper.ofVisit', { visitId: counter.visitId }, template.clerk);
  const listed = items.find((paper) => paper.documentNumber === documentNumber);
  expect([check.document?.issuedAt, listed?.madeAt]).toEqual([moment, moment]);
});
