/** Month-end files of the fake program. */
import { fen } from '../../../electron/contract/kernel/money.ts';
import type { FileNote, FileOutcome, RejectedLine } from '../../../electron/contract/office/office-views.ts';
import { at, refusedWith, ok, pageFrom, today, type FakeState } from './fake-state.ts';
import type { Answers } from './fake-wire.ts';

const reasons = ['AM09', 'AC01', 'BE01', 'AM05', 'AM02', 'AC04', 'AM01'];
const rejectedLines = (count: number): RejectedLine[] =>
  Array.from({ length: count }, (_, index) => ({
    line: 4 + index * 3,
    id: String(index * 3 + 1),
    reason: reasons[index % reasons.length] ?? 'AC01',
    cardMasked: '621330******0011',
    nameMasked: '张*',
    amountText: index % 7 === 0 ? '1.234,50' : '300.00',
  }));

const warnings: FileNote[] = [
  { key: 'monthDiffers', params: { month: '2024-11', current: '2025-01' }, message: 'in English' },
  {
    key: 'sumFarFromLast',
    params: { sum: '8,702,896.00', lastSum: '5,310,200.00', batch: 'YB20241231001', percent: 20 },
    message: 'in English',
  },
  { key: 'accountsRepeated', params: { count: 2, lines: '5, 9, 12, 31' }, message: 'in English' },
];

/** What a check of the file answers, or its posting. */
export function outcomeOf({ fileName, options }: FakeState, posted: boolean): FileOutcome {
  if (fileName.includes('register') || fileName.includes('institutions')) {
    const kind = fileName.includes('register') ? 'register' : 'institutions';
    const refused = [{ line: 7, code: 'ID_NUMBER_INVALID', message: 'CHECK_DIGIT', detail: null }];
    return { kind, posted, added: 380, updated: 12, refusedCount: 1, refused, fault: null, notes: [] };
  }
  const isBad = fileName.includes('bad');
  const rejected = rejectedLines(isBad ? 0 : (options.lines ?? 12));
  return {
    kind: fileName.includes('settlement') ? 'settlement' : 'allocation',
    posted: posted && !isBad,
    batch: 'YB20250131001',
    declaredCount: 1_000_386,
    declaredFen: fen(8_702_896_00),
    accepted: isBad ? 0 : 1_000_374,
    amountFen: fen(isBad ? 0 : 8_699_801_50),
    rejectedCount: rejected.length,
    rejectedFen: isBad ? null : fen(rejected.length === 0 ? 0 : 3_094_50),
    rejected: rejected.slice(0, 5000),
    fileReason: isBad ? 'AM10' : null,
    notes: [],
    warnings: fileName.includes('odd') ? warnings : [],
    fault: isBad
      ? {
          reason: 'AM10',
          line: null,
          column: null,
          key: 'sumDiffers',
          params: { declared: '900.00', found: '880.00' },
          message: 'the file declares 900.00 yuan and its lines make 880.00',
        }
      : null,
  };
}

async function work(state: FakeState, operationId: string, phase: 'checking' | 'posting'): Promise<boolean> {
  state.cancelled = false;
  for (let step = 0; step <= 10 && !isCancelled(state); step += 1) {
    state.progress({ operationId, phase, done: step * 100_038, total: 1_000_386 });
    await state.options.pause?.();
  }
  return !isCancelled(state);
}

/** The window may have cancelled during the pause. */
function isCancelled({ cancelled }: FakeState): boolean {
  return cancelled;
}

type FileVerb =
  | 'intake.begin'
  | 'intake.chunk'
  | 'intake.end'
  | 'intake.discard'
  | 'file.check'
  | 'file.post'
  | 'file.refuse'
  | 'file.saveAnswer'
  | 'batch.saveAnswer'
  | 'batch.list'
  | 'batch.goOn'
  | 'batch.rejected'
  | 'operation.cancel';

export function fileAnswers(state: FakeState): Answers<FileVerb> {
  return {
    'intake.begin': ({ name }) => {
      state.fileName = name;
      return ok({ intakeId: crypto.randomUUID() });
    },
    'intake.chunk': () => ok({}),
    'intake.end': () => {
      const kinds = ['settlement', 'register', 'institutions'] as const;
      const kind = kinds.find((one) => state.fileName.includes(one)) ?? 'allocation';
      return ok({ kind, bytes: 1, sha256: '00' });
    },
    'intake.discard': () => ok({}),
    'file.check': async ({ operationId }) =>
      (await work(state, operationId, 'checking')) ? ok(outcomeOf(state, false)) : refusedWith('OPERATION_CANCELLED'),
    'file.post': async ({ operationId, second }) => {
      if (second && 'clerkCode' in second && second.clerkCode !== '2001') return refusedWith('SECOND_PERSON_ROLE');
      return (await work(state, operationId, 'posting'))
        ? ok(outcomeOf(state, true))
        : refusedWith('OPERATION_CANCELLED');
    },
    'file.refuse': () => ok({}),
    'file.saveAnswer': () => ok({ saved: true, fileName: 'answer-YB20250131001.xml' }),
    'batch.saveAnswer': ({ batchId }) => ok({ saved: true, fileName: `answer-batch-${batchId}.xml` }),
    'batch.list': ({ page }) => {
      const batches = Array.from({ length: 14 }, (_, index) => ({
        batchId: index + 1,
        kind: index % 2 ? ('settlement' as const) : ('allocation' as const),
        batch: `${index % 2 ? 'QS' : 'YB'}2024${String(index + 1).padStart(2, '0')}31001`,
        businessDate: today,
        postedAt: at(Date.now() - index * 86_400_000),
        clerk: '1001',
        authorisedBy: '2001',
        accepted: 386,
        rejected: index % 3,
        amountFen: fen(8_702_896),
        state: 'posted' as const,
        lines: null,
        waitsFor: null,
        stopped: false,
      }));
      const { underWay } = state.options;
      if (underWay === undefined) return ok(pageFrom(batches, page));
      const [newest, ...before] = batches;
      const held = state.goesOn ? { waitsFor: null, stopped: false } : underWay;
      const posting = { state: 'posting' as const, lines: 1_000_386, accepted: 412_000, ...held };
      return ok(pageFrom(newest === undefined ? [] : [{ ...newest, ...posting }, ...before], page));
    },
    'batch.goOn': () => {
      state.goesOn = true;
      return ok({});
    },
    'batch.rejected': ({ page }) => ok(pageFrom(rejectedLines(2), page)),
    'operation.cancel': () => {
      state.cancelled = true;
      return ok({});
    },
  };
}
