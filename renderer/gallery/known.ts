/** What the states of the gallery are about: reports, requests, papers in the queue, clocks. */
import type { ApprovalRequest, AskedFact } from '../../electron/contract/approvals/approval-views.ts';
import { addDays, localTime } from '../../electron/contract/kernel/dates.ts';
import {
  LOSS_CLOCKS,
  type ClockSpan,
  type LossClock,
  type LossView,
  type WorklistItem,
} from '../../electron/contract/loss/loss-views.ts';
import type { HolderPaper } from '../../electron/contract/printing/paper-views.ts';
import type { PrintJob } from '../../electron/contract/office/office-views.ts';
import { office } from './fake/fake-office.ts';
import { at, requested, today } from './fake/fake-state.ts';
import { reportFrom } from './fake/fake-losses.ts';

export const zhang = { idNumber: '11010519491231002X', card: '6213300100000000016' };

/** 2025-02-03, 10:12:30 in the office. */
const morning = Date.UTC(2025, 1, 3, 2, 12, 30);
const MINUTE_MS = 60_000;

const oral = reportFrom({ object: 'card', kind: 'oral', missedSince: '2025-02-03 08:30' }, 1);
const formal = reportFrom({ object: 'card', kind: 'formal', missedSince: '2025-02-02 18:00' }, 2);

/** A written report whose days are over: a new card may be issued. */
const due: LossView = {
  ...formal,
  reportedAt: '2025-01-27 09:40:12',
  lostFrom: '2025-01-27 09:40:12',
  reissueFrom: today,
  secondReference: 'YB-BJ-202501-000317',
  possible: ['cancel', 'reissue', 'correct-reference'],
  timeline: [
    { at: '2025-01-27 09:40:12', event: 'reported', clerk: '1001', second: null, note: null },
    { at: '2025-01-28 15:02:47', event: 'reference-added', clerk: '1002', second: null, note: 'YB-BJ-202501-000317' },
  ],
};
const closed: LossView = {
  ...reportFrom({ object: 'both', kind: 'formal', missedSince: null }, 3),
  status: 'reissued',
  cardState: 'reissued',
  passwordState: 'renewed',
  newCardMasked: '621330******0032',
  reportedAt: '2024-06-11 14:20:05',
  possible: [],
  timeline: [
    { at: '2024-06-11 14:20:05', event: 'reported', clerk: '1002', second: '2001', note: null },
    { at: '2024-06-11 14:31:40', event: 'password-renewed', clerk: '1002', second: null, note: null },
    { at: '2024-06-19 10:05:00', event: 'reissued', clerk: '1001', second: '2001', note: '621330******0032' },
  ],
};
const pin = reportFrom({ object: 'password', kind: 'formal', missedSince: null }, 4);

/** Forty characters, as a name of the register may have. */
export const longName = '阿依努尔·买买提江·阿卜杜热合曼·'.repeat(3).slice(0, 40);

/** Made and withdrawn by the holder at their own door, after one by telephone. */
const online: LossView = {
  ...oral,
  channel: 'online',
  status: 'taken-back',
  cardState: 'taken-back',
  possible: ['add-reference'],
  timeline: [
    { at: '2025-02-03 08:40:11', event: 'reported', clerk: 'holder:010100000000011', second: null, note: null },
    { at: '2025-02-03 08:52:36', event: 'taken-back', clerk: 'holder:010100000000011', second: null, note: null },
  ],
};
const called: LossView = {
  ...oral,
  channel: 'telephone',
  timeline: [{ at: '2025-02-03 09:02:10', event: 'reported', clerk: 'telephone', second: null, note: null }],
};

export const reports = { oral, formal, due, closed, pin, online, called };

const askedFacts: readonly AskedFact[] = [
  { name: 'holderName', value: '张*' },
  { name: 'idNumber', value: '110***********002X' },
  { name: 'card', value: '621330******0011' },
  { name: 'networkCheck', value: 'match-photo' },
  { name: 'agent', value: null },
  { name: 'pin', value: 'pin-proven' },
  { name: 'pinProvenAt', value: '2025-02-03 10:05:41' },
  { name: 'number', value: formal.number },
  { name: 'newCard', value: '621330******0032' },
  { name: 'newInsuranceNumber', value: 'YB11010500037' },
  { name: 'feeClass', value: 'standard' },
  { name: 'feeFen', value: 2000 },
];

function request(count: number, values: Partial<ApprovalRequest>): ApprovalRequest {
  const askedAt = morning - count * 4 * MINUTE_MS;
  return requested({
    requestId: `r${count}`,
    verb: 'loss.reissue',
    lossNumber: formal.number,
    facts: [...askedFacts],
    askedAt: at(askedAt),
    expiresAt: at(askedAt + 60 * MINUTE_MS),
    ...values,
  });
}

const decided = { decidedBy: '2001', decidedAt: at(morning - MINUTE_MS) };

export const requests: ApprovalRequest[] = [
  request(1, {}),
  request(2, { verb: 'loss.cancel', askedBy: '1002', askedByName: '赵云飞' }),
  request(3, {
    verb: 'file.post',
    holderNameMasked: null,
    cardMasked: null,
    lossNumber: null,
    facts: [
      { name: 'fileKind', value: 'allocation' },
      { name: 'batch', value: 'YB20250131001' },
      { name: 'declaredCount', value: 400 },
      { name: 'declaredFen', value: 9_012_896 },
      { name: 'accepted', value: 386 },
      { name: 'amountFen', value: 8_702_896 },
      { name: 'rejectedCount', value: 14 },
      { name: 'rejectedFen', value: 310_000 },
      { name: 'refusedReasons', value: 'AC01 9, BE01 4, AM05 1' },
      { name: 'otherMonth', value: '2024-11' },
      { name: 'sha256', value: '9f86d081884c7d659a2feaa0c55ad015' },
    ],
  }),
  request(4, { state: 'approved', ...decided }),
  request(5, { verb: 'customer.beginTask', state: 'refused', reason: '持卡人未到场', ...decided }),
  request(6, { verb: 'loss.correctReference', state: 'expired' }),
  request(7, { verb: 'loss.report', state: 'used', ...decided }),
];

/** More than a page of them. */
export const manyRequests: ApprovalRequest[] = Array.from({ length: 230 }, (_, index) => request(index + 1, {}));

const DAYS_LEFT: Readonly<Record<LossClock, number>> = {
  'lapses-today': 0,
  'lapses-tomorrow': 1,
  'lapses-later': 4,
  'reissue-due': -2,
  'password-due': 0,
  'reissue-waiting': 6,
  'password-waiting': 12,
};

function spanOf(days: number): ClockSpan {
  if (days < 2) return days < 1 ? 'today' : 'tomorrow';
  return days <= 7 ? 'week' : 'later';
}

/** So many clocks of every kind, soonest first. */
export function clocks(ofEach: number): readonly WorklistItem[] {
  const soonestFirst = LOSS_CLOCKS.toSorted(
    (one, other) => Math.max(0, DAYS_LEFT[one]) - Math.max(0, DAYS_LEFT[other]),
  );
  return soonestFirst.flatMap((clock, kind) =>
    Array.from({ length: ofEach }, (_, index): WorklistItem => {
      const isPin = clock.startsWith('password');
      return {
        number: `L01012025020${kind}${String(index + 1).padStart(4, '0')}K`,
        clock,
        span: spanOf(DAYS_LEFT[clock]),
        on: addDays(today, DAYS_LEFT[clock]),
        object: isPin ? 'password' : index % 3 === 2 ? 'both' : 'card',
        kind: clock.startsWith('lapses') ? 'oral' : 'formal',
        holderNameMasked: index % 2 === 0 ? '张*' : '欧阳**',
        cardMasked: `621330******${String(11 + index).padStart(4, '0')}`,
      };
    }),
  );
}

const paper = (count: number, values: Partial<HolderPaper>): HolderPaper => ({
  documentNumber: `F01012025020300${String(count).padStart(4, '0')}`,
  kind: 'loss-form',
  lossNumber: reports.formal.number,
  madeAt: localTime(at(morning - count * 30 * MINUTE_MS), office.timeZone),
  clerk: '1001',
  state: 'printed',
  copies: 1,
  ...values,
});

/** What a holder was given, and was not. */
export const papers: readonly HolderPaper[] = [
  paper(1, { state: 'never', copies: 0 }),
  paper(2, { kind: 'statement', lossNumber: null, copies: 3 }),
  paper(3, { kind: 'password-receipt', lossNumber: null, state: 'queued', copies: 0, clerk: '1002' }),
  paper(4, { kind: 'reissue-receipt', state: 'saved' }),
  paper(5, { kind: 'cancellation-receipt', state: 'cancelled', copies: 0 }),
  paper(6, {}),
];

/** More than a page of them. */
export const manyPapers: readonly HolderPaper[] = Array.from({ length: 60 }, (_, nth) => paper(nth + 1, {}));

function job(count: number, values: Partial<PrintJob>): PrintJob {
  return {
    jobId: `j${count}`,
    documentNumber: `0101-20250203-${String(count).padStart(6, '0')}`,
    kind: 'statement',
    copy: 1,
    state: 'queued',
    queuedAt: at(morning - count * 7 * MINUTE_MS),
    clerk: '1001',
    printer: null,
    failure: null,
    cardMasked: '621330******0011',
    pages: 3,
    asksToPrint: false,
    ...values,
  };
}

export const jobs = {
  own: [
    job(1, { printer: 'HP-LaserJet', failure: 'print-no-answer' }),
    job(2, { kind: 'loss-form', printer: 'HP-LaserJet' }),
    job(3, { copy: 2, printer: 'HP-LaserJet' }),
    job(4, {}),
    job(5, { pages: 180, asksToPrint: true, failure: 'print-no-paper' }),
  ],
  others: [job(6, { clerk: '1002', failure: 'print-no-answer' }), job(7, { clerk: '1001' })],
};
