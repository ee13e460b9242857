/** What a clerk is told of a file: its second person, what is wrong with it as a whole or line by line, and how to correct it. */
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { fileFaultText, type FileFaultKey } from '../../electron/contract/month-end/file-faults.ts';
import { remedy } from '../../electron/contract/messages/messages.ts';
import { fen } from '../../electron/contract/kernel/money.ts';
import type { FileOutcome } from '../../electron/contract/office/office-views.ts';
import { at, refusedWith, ok } from '../../renderer/gallery/fake/fake-state.ts';
import { takeFile } from '../../renderer/gallery/screens/month-end.ts';
import { clerkAt, languages, zhang } from './clerk.ts';

type Batch = Extract<FileOutcome, { kind: 'allocation' }>;

function batch(values: Partial<Batch>): Batch {
  return {
    kind: 'allocation',
    posted: false,
    batch: 'YB20250228001',
    declaredCount: 2,
    declaredFen: fen(60_000),
    accepted: 0,
    amountFen: fen(0),
    rejectedCount: 0,
    rejected: [],
    fileReason: null,
    fault: null,
    notes: [],
    rejectedFen: null,
    warnings: [],
    ...values,
  };
}

test.each(languages)(
  'institutions are loaded with a second person, who sees what the file is (%s)',
  async (language) => {
    const clerk = await clerkAt({ clerk: '1001' }, language);
    await takeFile(clerk.desk, 'institutions.csv');
    const facts = page.getByLabelText(clerk.t('approvals.factsOf'));
    await expect.element(facts).toMatchTextContent(clerk.t('monthEnd.kind.institutions'));
    await expect.element(facts).toMatchTextContent(clerk.t('asked.fact.added'));
    clerk.program.refuseNext('file.post', { code: 'SECOND_PERSON_SAME', details: { clerkCode: '1001' } });
    await clerk.authorise('1001');
    await clerk.isRefused('SECOND_PERSON_SAME', { clerkCode: '1001' });
    await clerk.authorise();
    await expect.element(clerk.heading('monthEnd.posted')).toBeVisible();
  },
);

test('a second person whose role may not is refused', async () => {
  const clerk = await clerkAt({ clerk: '2001' });
  await takeFile(clerk.desk);
  await clerk.authorise('1001');
  await clerk.isRefused('SECOND_PERSON_ROLE');
});

test('the second person refuses with a reason, which goes on record with both names', async () => {
  const clerk = await clerkAt();
  await takeFile(clerk.desk);
  await clerk.fill('second.code', '2001');
  await clerk.press('Tab');
  await clerk.fill('second.password', 'demo-2001');
  await clerk.pushButton('second.refuse');
  await clerk.fill('second.reason', '合计与通知单不符');
  await clerk.press('Enter');
  await clerk.isTold(clerk.t('monthEnd.refusedDone'));
  expect(clerk.program.asked.find(({ verb }) => verb === 'file.refuse')?.input).toMatchObject({
    authorisation: { clerkCode: '2001', password: 'demo-2001' },
    reason: '合计与通知单不符',
  });
});

test.each([
  ['FF01', 'xmlNamespace', { line: 2, column: 11 }],
  ['FF01', 'empty', { line: 1, column: 1 }],
  ['AM18', 'countDiffers', null],
  ['AM10', 'sumDiffers', null],
] as const)('%s (%s) is refused as a whole, with the place and how to correct it', async (reason, key, place) => {
  const params = { declared: '7', found: '6' };
  const where = place ?? { line: null, column: null };
  const fault = { reason, ...where, key, params, message: 'in English' };
  const clerk = await clerkAt({
    clerk: '1001',
    answers: { 'file.check': () => ok(batch({ fault, fileReason: reason })) },
  });
  await takeFile(clerk.desk);
  await expect.element(clerk.alert).toMatchTextContent(clerk.t('monthEnd.fileRefused'));
  await expect.element(clerk.alert).toMatchTextContent(reason);
  await expect.element(clerk.alert).toMatchTextContent(remedy('zh-CN', reason).correction);
  await expect.element(clerk.alert).toMatchTextContent(fileFaultText('zh-CN', key, params));
  if (place) await expect.element(clerk.alert).toMatchTextContent(clerk.t('monthEnd.atColumn', place));
  await expect.element(clerk.field('second.code')).not.toBeInTheDocument();
  await clerk.isTold(clerk.t('monthEnd.nothingToPost'));
  await clerk.press('Control+s');
  await clerk.isTold(clerk.t('monthEnd.answerSaved', { fileName: 'answer-YB20250131001.xml' }));
});

test.each(languages)(
  'a file without one good line cannot be posted, says why line by line, and its answer can be saved (%s)',
  async (language) => {
    const reasons = ['AC01', 'BE01', 'AM05'] as const;
    const rejected = reasons.map((reason, at) => ({
      line: 3 + at,
      id: String(1 + at),
      reason,
      cardMasked: '621330******9017',
      nameMasked: '张*',
      amountText: '300.00',
    }));
    const outcome = batch({ fileReason: 'NO_GOOD_LINE', rejected, rejectedCount: rejected.length });
    const clerk = await clerkAt({ clerk: '1001', answers: { 'file.check': () => ok(outcome) } }, language);
    await takeFile(clerk.desk);
    await expect.element(clerk.alert).toMatchTextContent('NO_GOOD_LINE');
    await expect.element(clerk.alert).toMatchTextContent(remedy(language, 'NO_GOOD_LINE').correction);
    const rows = page.getByRole('table').getByRole('row');
    for (const [at, reason] of reasons.entries()) {
      const row = rows.nth(at + 1);
      await expect.element(row).toMatchTextContent(reason);
      await expect.element(row).toMatchTextContent(remedy(language, reason).meaning);
      await expect.element(row).toMatchTextContent(remedy(language, reason).correction);
    }
    await expect.element(clerk.field('second.code')).not.toBeInTheDocument();
    await clerk.press('Control+s');
    await clerk.isTold(clerk.t('monthEnd.answerSaved', { fileName: 'answer-YB20250131001.xml' }));
  },
);

test.each(languages)(
  'what exactly is wrong with a line, and what was noticed about a file, is told in words (%s)',
  async (language) => {
    const detail = { key: 'characterInvisible' as FileFaultKey, params: { character: 'U+200B ZERO WIDTH SPACE' } };
    const note = { key: 'phonesMissing' as FileFaultKey, params: { count: 1, lines: '3' } };
    const outcome: FileOutcome = {
      kind: 'register',
      posted: false,
      added: 1,
      updated: 0,
      refusedCount: 1,
      refused: [{ line: 2, code: 'NAME_INVALID', message: 'in English', detail }],
      fault: null,
      notes: [{ ...note, message: 'in English' }],
    };
    const clerk = await clerkAt({ clerk: '1001', answers: { 'file.check': () => ok(outcome) } }, language);
    await takeFile(clerk.desk, 'register.csv');
    const told = fileFaultText(language, detail.key, detail.params);
    await expect.element(page.getByRole('table')).toMatchTextContent(told);
    const notes = page.getByRole('list', { name: clerk.t('monthEnd.notes') });
    await expect.element(notes).toMatchTextContent(fileFaultText(language, note.key, note.params));
  },
);

test.each(languages)(
  'another month, an odd sum and accounts named twice are told, and stand in what the second person signs (%s)',
  async (language) => {
    const clerk = await clerkAt({ clerk: '1001' }, language);
    await takeFile(clerk.desk, 'odd-202411.csv');
    const warnings = page.getByRole('list', { name: clerk.t('monthEnd.warnings') });
    const told = [
      fileFaultText(language, 'monthDiffers', { month: '2024-11', current: '2025-01' }),
      fileFaultText(language, 'sumFarFromLast', {
        sum: '8,702,896.00',
        lastSum: '5,310,200.00',
        batch: 'YB20241231001',
        percent: 20,
      }),
      fileFaultText(language, 'accountsRepeated', { count: 2, lines: '5, 9, 12, 31' }),
    ];
    for (const warning of told) await expect.element(warnings).toMatchTextContent(warning);
    // Sums, warnings, second person and the press stand in sight together, on the display of an old counter.
    for (const part of [warnings, clerk.button('monthEnd.approve'), clerk.field('second.password')]) {
      await expect.element(part).toBeInViewport({ ratio: 1 });
    }
    const signed = clerk.t('final.warned', { posted: '', count: told.length });
    const second = page.getByRole('region', { name: clerk.t('second.title') });
    await expect.element(second).toMatchTextContent(signed);
    const rejected = clerk.t('final.rejected', { posted: '', count: '12', amount: '3,094.50' });
    await expect.element(second).toMatchTextContent(rejected);
    const facts = page.getByLabelText(clerk.t('approvals.factsOf'));
    for (const fact of ['rejectedFen', 'otherMonth', 'lastMonthSum', 'repeatedAccounts'] as const) {
      await expect.element(facts).toMatchTextContent(clerk.t(`asked.fact.${fact}`));
    }
    await clerk.authorise();
    await expect.element(clerk.heading('monthEnd.posted')).toBeVisible();
  },
);

test('a file with nothing odd is posted without a warning', async () => {
  const clerk = await clerkAt();
  await takeFile(clerk.desk);
  await expect.element(clerk.heading('monthEnd.outcome')).toBeVisible();
  await expect.element(page.getByRole('list', { name: clerk.t('monthEnd.warnings') })).not.toBeInTheDocument();
});

test('posted batches are listed, their rejected lines can be opened and left again', async () => {
  const clerk = await clerkAt();
  await clerk.press('F8');
  const rows = page.getByRole('table').getByRole('row');
  await expect.element(rows).toHaveLength(15);
  await clerk.tabTo(clerk.button('monthEnd.showRejected', { batch: 'QS20240231001', count: 1 }));
  await clerk.press('Enter');
  await expect.element(rows).toHaveLength(3);
  await expect.element(page.getByRole('table')).toMatchTextContent('AM09');
  await clerk.pushButton('monthEnd.back');
  await expect.element(rows).toHaveLength(15);
});

test.each(languages)('every posted batch gives its answer again (%s)', async (language) => {
  const clerk = await clerkAt({ clerk: '1001' }, language);
  await clerk.press('F8');
  await clerk.tabTo(clerk.button('monthEnd.saveAnswerOf', { batch: 'YB20240131001' }));
  await clerk.press('Enter');
  await clerk.isTold(clerk.t('monthEnd.answerSaved', { fileName: 'answer-batch-1.xml' }));
  clerk.program.refuseNext('batch.saveAnswer', { code: 'BATCH_FILE_NOT_KEPT', details: {} });
  await clerk.press('Enter');
  await clerk.isRefused('BATCH_FILE_NOT_KEPT');
});

test('a file that cannot be read is refused before anything is checked', async () => {
  const answers = { 'intake.end': () => refusedWith('FILE_UNREADABLE', { line: 1, detail: 'notes.xlsx' }) };
  const clerk = await clerkAt({ clerk: '1001', answers });
  await takeFile(clerk.desk, 'notes.xlsx');
  await clerk.isRefused('FILE_UNREADABLE', { line: 1, detail: 'notes.xlsx' });
  expect(clerk.program.asked.some(({ verb }) => verb === 'file.check')).toBe(false);
});

test.each(languages)('asked in the queue, approved at another counter, posted here by Enter (%s)', async (language) => {
  const clerk = await clerkAt({ clerk: '1001' }, language);
  await takeFile(clerk.desk);
  await expect.element(clerk.field('second.code')).toHaveFocus();
  await clerk.press('Alt+w');
  await expect.element(clerk.button('second.ask')).not.toBeInTheDocument();
  await clerk.press('F2');
  const [request] = clerk.program.state.requests;
  if (request === undefined) throw new Error('nothing was asked for');
  expect(request).toMatchObject({ verb: 'file.post', holderNameMasked: null });
  clerk.program.state.requests = [{ ...request, state: 'approved', decidedBy: '2001', decidedAt: at(Date.now()) }];
  clerk.program.emit('ledger.changed', { kinds: ['approvals'] });
  await expect.element(clerk.main).toMatchTextContent(clerk.t('approvals.verb.file.post'));
  // The task behind has heard of it too, and has no place in the page for the keyboard.
  await clerk.desk.settled();
  await clerk.press('Alt+g');
  await expect.element(clerk.button('second.use').first()).toHaveFocus();
  await clerk.press('Enter');
  await clerk.desk.sees('monthEnd.posted');
  const posted = clerk.program.asked.filter(({ verb }) => verb === 'file.post').map(({ input }) => input);
  expect(posted).toMatchObject([{ second: { requestId: request.requestId } }]);
});

test('a file keeps its place for the second person while customers come and go', async () => {
  const clerk = await clerkAt({ clerk: '1001' });
  await takeFile(clerk.desk);
  await clerk.fill('second.code', '2001');
  await clerk.press('Enter');
  await expect.element(clerk.field('second.password')).toHaveFocus();
  await clerk.openVisit(zhang);
  await clerk.press('Control+Enter');
  await clerk.nobodyIsThere();
  await clerk.press('F8');
  await expect.element(clerk.field('second.password')).toHaveFocus();
  await expect.element(clerk.field('second.code')).toHaveValue('2001');
  const strip = page.getByRole('navigation', { name: clerk.t('task.label') });
  await strip.getByRole('button', { name: clerk.t('task.visit') }).click();
  await expect.element(clerk.field('visit.idNumber')).toHaveFocus();
  await strip.getByRole('button', { name: clerk.t('task.monthEnd') }).click();
  await expect.element(clerk.field('second.password')).toHaveFocus();
});

test('what was posted while the clerk stood elsewhere has the keyboard on what comes next', async () => {
  const clerk = await clerkAt({ clerk: '1001' });
  await takeFile(clerk.desk);
  const posted = clerk.program.holdAnswers(['file.post']);
  await clerk.authorise();
  await clerk.desk.sees('monthEnd.posting');
  await clerk.press('F2');
  await expect.element(clerk.field('visit.idNumber')).toHaveFocus();
  posted();
  await clerk.desk.settled();
  await clerk.press('F8');
  await expect.element(clerk.button('monthEnd.saveAnswer')).toHaveFocus();
});

test.each(languages)('a posting that stopped says what is safe, and goes on with one key (%s)', async (language) => {
  const stopped = { waitsFor: 'LEDGER_UNAVAILABLE', stopped: true } as const;
  const clerk = await clerkAt({ clerk: '1001', underWay: stopped }, language);
  await clerk.press('F8');
  const figures = { batch: 'YB20240131001', done: '412,000', lines: '1,000,386', key: 'Alt+T' };
  await clerk.isWarned(clerk.t('monthEnd.stopped', figures));
  await clerk.press('Alt+t');
  expect((await clerk.desk.asks('batch.goOn')).input).toEqual({ batchId: 1 });
  await clerk.isTold(clerk.t('monthEnd.goesOnAgain', { batch: 'YB20240131001' }));
  await expect.element(clerk.button('monthEnd.goOn')).not.toBeInTheDocument();
});

test('one that waits by itself asks nothing of anybody, and Esc leads back from the rejected lines', async () => {
  const clerk = await clerkAt({ clerk: '1001', underWay: { waitsFor: 'DISK_FULL' } });
  await clerk.press('F8');
  await clerk.isTold(clerk.t('monthEnd.waitsFull', { batch: 'YB20240131001' }));
  await clerk.press('Alt+t');
  expect(clerk.program.asked.some(({ verb }) => verb === 'batch.goOn')).toBe(false);
  await clerk.tabTo(clerk.button('monthEnd.showRejected', { batch: 'QS20240231001', count: 1 }));
  await clerk.press('Enter');
  await expect.element(clerk.button('monthEnd.back')).toBeVisible();
  await clerk.press('Escape');
  await expect.element(clerk.heading('monthEnd.batches')).toBeVisible();
});
