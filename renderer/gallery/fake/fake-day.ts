/** Tills and the day end of the fake office. */
import { fen } from '../../../electron/contract/kernel/money.ts';
import { businessDate } from '../../../electron/contract/kernel/dates.ts';
import type { OfficeDay, OfficeFigures, Till } from '../../../electron/contract/day/day-views.ts';
import { at, ok, refusedWith, today, type FakeState } from './fake-state.ts';
import type { Answers } from './fake-wire.ts';

const figures: Till['figures'] = {
  kinds: [
    { kind: 'visit', counted: 23 },
    { kind: 'loss', counted: 3 },
    { kind: 'card-replaced', counted: 2 },
    { kind: 'password', counted: 4 },
  ],
  visits: 23,
  refusals: 2,
  documents: { issued: 21, saved: 2, reprinted: 1, failed: 1, withdrawn: 0 },
  fees: [
    { feeClass: 'reduced', counted: 1, amountFen: fen(1_000) },
    { feeClass: 'standard', counted: 1, amountFen: fen(2_000) },
  ],
  expectedFen: fen(3_000),
};

export const openTill: Omit<Till, 'clerk'> = {
  businessDate: today,
  state: 'open',
  figures,
  closings: [],
  visitOpen: false,
  papersWaiting: 0,
};

const officeFigures: OfficeFigures = {
  balances: [
    line('holders', 64_829_949, 3_510_567, 8_688_933),
    line('fund-clearing', -103_864_460, 8_688_933, 0),
    line('institution-settlement', 39_034_511, 0, 3_510_567),
    line('interest', 0, 0, 0),
    line('corrections', 0, 0, 0),
  ],
  holdersFen: fen(70_008_315),
  controlFen: fen(-70_008_315),
  accounts: 400,
  files: [{ kind: 'allocation', files: 1, accepted: 384, rejected: 2 }],
  tills: [
    till('1001', '王敏', 'closed', 3_000),
    till('1002', '赵云飞', 'closed', 0),
    till('2001', '李建国', 'closed', 0),
  ],
  doors: [
    { door: 'online', done: 14, losses: 1, refusals: 3 },
    { door: 'telephone', done: 9, losses: 2, refusals: 1 },
  ],
  openVisits: [],
  papersWaiting: 1,
  approvalsWaiting: 0,
  filesReceived: 1,
  filePosting: null,
  clocks: { lapsingToday: 1, lapsingTomorrow: 2, due: 3 },
};

function line(account: string, openingFen: number, debitFen: number, creditFen: number) {
  const closingFen = fen(openingFen - debitFen + creditFen);
  return { account, openingFen: fen(openingFen), debitFen: fen(debitFen), creditFen: fen(creditFen), closingFen };
}

function till(code: string, name: string, state: 'open' | 'closed', expected: number): OfficeFigures['tills'][number] {
  const clerk = { code, name, role: code.startsWith('2') ? 'supervisor' : 'clerk' } as const;
  const closed =
    state === 'closed' ? { countedFen: fen(expected), closedBy: code } : { countedFen: null, closedBy: null };
  return { clerk, state, visits: 12, refusals: 1, expectedFen: fen(expected), reason: null, ...closed };
}

export const officeDay: OfficeDay = {
  businessDate: today,
  nextDate: businessDate('2025-02-05'),
  obstacle: null,
  fromHour: 16,
  warning: null,
  interestDue: null,
  figures: officeFigures,
  head: '4,812 · 62b3b13efd31cd99',
  last: null,
};

/** A till that nobody has closed, and a customer who is still there. */
export const hinderedDay: OfficeDay = {
  ...officeDay,
  obstacle: 'tills-open',
  figures: { ...officeFigures, tills: [till('1001', '王敏', 'open', 3_000), till('1002', '赵云飞', 'closed', 0)] },
};

/** What a day's end says besides, where there is neither interest nor a place for copies. */
const ended = { warning: null, interest: [], copies: [] };

type DayVerb =
  'interest.settlements' | 'till.view' | 'till.close' | 'till.closeFor' | 'day.view' | 'day.end' | 'day.report';

export function dayAnswers(state: FakeState): Answers<DayVerb> {
  let own: Omit<Till, 'clerk'> = openTill;
  let office = officeDay;
  const signedIn = () => state.session?.clerk ?? { code: '1001', name: '王敏', role: 'clerk' as const };
  const closed = (countedFen: Till['figures']['expectedFen'], reason: string | null, closedBy: string) => {
    const closing = { expectedFen: figures.expectedFen, countedFen, reason, closedBy, closedAt: at(1_738_549_000_000) };
    own = { ...own, state: 'closed', closings: [...own.closings, { number: own.closings.length + 1, ...closing }] };
    return ok({ ...own, clerk: signedIn() });
  };
  return {
    'till.view': () => ok({ ...own, clerk: signedIn() }),
    'till.close': ({ countedFen, reason }) =>
      countedFen !== figures.expectedFen && reason === null
        ? refusedWith('TILL_DIFFERENCE', { counted: '19.00', expected: '30.00' })
        : closed(countedFen, reason, signedIn().code),
    'till.closeFor': ({ countedFen, reason, clerkCode }) => closed(countedFen, reason, clerkCode),
    'day.view': () => ok(office),
    'day.end': ({ businessDate: day }) => {
      const report = 'D010120250203000017';
      office = { ...office, businessDate: office.nextDate, nextDate: businessDate('2025-02-06') };
      office = { ...office, last: { businessDate: day, number: report, closedBy: signedIn().code } };
      const { businessDate: next, head } = office;
      return ok({ ...ended, businessDate: next, closed: [{ businessDate: day, report }], head });
    },
    'interest.settlements': () => ok([]),
    'day.report': ({ to }) => ok({ saved: true, fileName: to === 'file' ? 'day-end-0101-2025-02-03.pdf' : null }),
  };
}
