/** The overview of the fake office: figures that hang together, and lines that come to them. */
import { businessDate } from '../../../electron/contract/kernel/dates.ts';
import { fen } from '../../../electron/contract/kernel/money.ts';
import type { Overview, OverviewFigure, OverviewLine } from '../../../electron/contract/overview/overview-verbs.ts';
import { at, ok, pageFrom, refusedWith, type FakeState } from './fake-state.ts';
import type { Answers } from './fake-wire.ts';

const MONTHS = Array.from(
  { length: 12 },
  (_, nth) => `${nth < 10 ? 2024 : 2025}-${String(((nth + 2) % 12) + 1).padStart(2, '0')}`,
);
const NAMES = [
  '市第一人民医院',
  '市中医院',
  '康民大药房',
  '第二人民医院',
  '城东社区卫生服务中心',
  '同德堂药店',
  '市妇幼保健院',
];

const movements: Overview['movements'] = MONTHS.flatMap((month, nth) => [
  { month, kind: 'allocation', entries: 386 + nth, amountFen: fen(8_688_933 + nth * 41_307) },
  { month, kind: 'consumption', entries: 512 + nth * 7, amountFen: fen(-3_510_567 - nth * 90_211) },
  ...(nth % 3 === 0 ? [{ month, kind: 'refund' as const, entries: 4, amountFen: fen(21_450 + nth) }] : []),
  ...(nth % 3 === 0 ? [{ month, kind: 'interest' as const, entries: 400, amountFen: fen(61_284 + nth * 113) }] : []),
  ...(nth === 7 ? [{ month, kind: 'correction' as const, entries: 1, amountFen: fen(2_000) }] : []),
]);

export const overview: Overview = {
  office: { code: '0101', name: '人民路储蓄所', timeZone: 'Asia/Shanghai' },
  from: businessDate('2024-03-01'),
  until: businessDate('2025-02-03'),
  months: MONTHS,
  movements,
  institutions: NAMES.map((name, nth) => ({
    ...{ code: `H${String(nth + 1).padStart(4, '0')}`, name, entries: 1_280 - nth * 143 },
    amountFen: fen(11_804_200 - nth * 1_503_117),
  })),
  others: { institutions: 3, entries: 96, amountFen: fen(402_118) },
  losses: MONTHS.slice(6).flatMap((month, nth) => [
    {
      ...{ month, channel: 'counter' as const, reports: 5 + nth },
      statuses: [
        { status: 'reissued' as const, reports: 3 },
        { status: 'cancelled' as const, reports: 2 + nth },
      ],
    },
    { month, channel: 'ivr' as const, reports: 2, statuses: [{ status: 'lapsed' as const, reports: 2 }] },
    { month, channel: 'online' as const, reports: 1 + nth, statuses: [{ status: 'superseded', reports: 1 + nth }] },
  ]),
  refusals: [
    { code: 'PAIR_MISMATCH', count: 41 },
    { code: 'SECOND_PERSON_FAILED', count: 17 },
    { code: 'REISSUE_TOO_EARLY', count: 9 },
    { code: 'LOSS_ALREADY_REPORTED', count: 6 },
    { code: 'ROLE_REQUIRED', count: 2 },
  ],
  hours: [42, 118, 131, 96, 40, 87, 109, 88, 21].map((visits, nth) => ({
    hour: 8 + nth,
    visits,
    acts: visits * 2 - nth,
  })),
};

const emptyOverview: Overview = {
  ...overview,
  ...{ movements: [], institutions: [], others: { institutions: 0, entries: 0, amountFen: fen(0) } },
  ...{ losses: [], refusals: [], hours: [] },
};

/** As an office of whom nothing is known yet would answer. */
export function emptyOffice(): Partial<Answers<'overview.view'>> {
  return { 'overview.view': (period) => ok({ ...emptyOverview, ...period }) };
}

function linesOf(figure: OverviewFigure): OverviewLine[] {
  switch (figure.of) {
    case 'movement': {
      const sum = movements.find(({ month, kind }) => month === figure.month && kind === figure.kind);
      if (sum === undefined) return [];
      const { entries, amountFen } = sum;
      const line = { line: 'posting' as const, date: businessDate(`${figure.month}-02`) };
      if (figure.kind !== 'consumption')
        return [{ ...line, reference: `HR${figure.month.replace('-', '')}-01`, institution: null, entries, amountFen }];
      return overview.institutions.map(({ code, name }, nth) => ({
        ...{ ...line, reference: `QS${figure.month.replace('-', '')}-01`, institution: { code, name } },
        ...(nth === 0
          ? { entries: entries - 60, amountFen: fen(amountFen + 6_000) }
          : { entries: 10, amountFen: fen(-1_000) }),
      }));
    }
    case 'institution': {
      const { entries = 0, amountFen = fen(0) } = overview.institutions.find(({ code }) => code === figure.code) ?? {};
      return [{ line: 'month', month: '2025-01', kind: 'consumption', entries, amountFen }];
    }
    case 'others':
      return [2, 1, 0].map((nth) => ({
        ...{ line: 'institution', code: `P000${nth}`, name: '便民药店', entries: 32 },
        amountFen: fen(nth === 0 ? 202_118 : 100_000),
      }));
    case 'loss':
      return overview.losses
        .filter(({ month, channel }) => month === figure.month && channel === figure.channel)
        .flatMap(({ statuses }) =>
          statuses.flatMap(({ status, reports }) => Array.from({ length: reports }, () => status)),
        )
        .map((status, nth) => ({
          ...{
            line: 'loss',
            number: `L01012025020300002${nth === 0 ? 'X' : nth}`,
            at: `${figure.month}-03 10:1${nth}:00`,
          },
          ...{ object: 'card', kind: 'oral', status },
        }));
    case 'refusal':
      return recordsOf(overview.refusals.find(({ code }) => code === figure.code)?.count ?? 0, [
        'visit.open',
        'session.signIn',
      ]);
    case 'hour':
      return recordsOf(overview.hours.find(({ hour }) => hour === figure.hour)?.[figure.what] ?? 0, [
        figure.what === 'visits' ? 'visit.open' : 'document.print',
      ]);
  }
}

function recordsOf(count: number, acts: readonly string[]): OverviewLine[] {
  return Array.from({ length: count }, (_, nth) => ({
    ...{ line: 'record', seq: 12_480 - nth, at: at(Date.UTC(2025, 1, 3, 2, 30) - nth * 86_400_000) },
    ...{ clerk: nth % 3 === 2 ? null : '1001', act: acts[nth % acts.length] ?? '' },
  }));
}

export function overviewAnswers(state: FakeState): Answers<'overview.view' | 'overview.lines' | 'overview.report'> {
  return {
    'overview.view': (period) =>
      state.session?.clerk.role === 'clerk' ? refusedWith('ROLE_REQUIRED') : ok({ ...overview, ...period }),
    'overview.lines': ({ figure, page }) => ok(pageFrom(linesOf(figure), page)),
    'overview.report': ({ to }) =>
      ok({ saved: true, fileName: to === 'file' ? 'overview-0101-2024-03-01-2025-02-03.pdf' : null }),
  };
}
