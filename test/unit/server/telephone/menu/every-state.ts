/** One of every state of the menu, and one of everything that can happen to it. */
import { businessDate } from '../../../../../electron/contract/kernel/dates.ts';
import type { ErrorCode } from '../../../../../electron/contract/kernel/errors.ts';
import { fen } from '../../../../../electron/contract/kernel/money.ts';
import { telephoneVerbs, type TelephoneVerb } from '../../../../../electron/contract/telephone/telephone-verbs.ts';
import { FIELD_LENGTHS } from '../../../../../electron/server/telephone/menu/menu-move-rules.ts';
import {
  ERRANDS,
  FIELDS,
  KEYS,
  type Caller,
  type Happening,
  type MenuAnswer,
  type State,
} from '../../../../../electron/server/telephone/menu/menu-state-rules.ts';

export const stranger: Caller = {
  language: 'zh-CN',
  proven: false,
  mayChangePin: false,
  faults: 0,
  failures: 0,
  hasPerson: true,
};
export const proven: Caller = { ...stranger, proven: true, mayChangePin: true };

const MENU_VERBS = Object.keys(telephoneVerbs) as TelephoneVerb[];
export const NUMBER = 'L0101202403010001X';
const callers: readonly Caller[] = [stranger, proven, { ...proven, faults: 2, failures: 2, hasPerson: false }];

/** Of every kind, with every errand and field, and with no, some, all and too many digits. */
export const STATES: readonly State[] = callers.flatMap((caller): State[] => [
  { caller, at: 'menu' },
  { caller, at: 'how' },
  ...ERRANDS.flatMap((errand) =>
    FIELDS.flatMap((field) => {
      const { whole, most } = FIELD_LENGTHS[field];
      return [0, 3, whole, most, most + 1].map((keyed): State => ({ caller, at: 'entry', errand, field, keyed }));
    }),
  ),
  { caller, at: 'confirm', errand: 'report' },
  { caller, at: 'confirm', errand: 'reportUnproven' },
  ...MENU_VERBS.map((verb): State => ({ caller, at: 'asking', verb, errand: 'balance', number: NUMBER })),
  { caller, at: 'told', says: [{ amountFen: fen(1) }], number: null },
  { caller, at: 'told', says: [{ number: NUMBER }], number: NUMBER },
  { caller, at: 'leaving', to: 'person' },
  { caller, at: 'leaving', to: 'end' },
  { caller, at: 'over' },
]);

const today = businessDate('2024-03-01');
const reported = { number: NUMBER, lapsesOn: today };

/** What the ledger answers when it does what it is asked. */
export const GOOD_ANSWERS: readonly MenuAnswer[] = [
  {
    verb: 'telephone.prove',
    reply: { ok: true, value: { fromPhoneOnFile: true, mayChangePin: true } },
  },
  { verb: 'telephone.balance', reply: { ok: true, value: { balanceFen: fen(123456), businessDate: today } } },
  {
    verb: 'telephone.entries',
    reply: {
      ok: true,
      value: [
        { date: today, kind: 'consumption', amountFen: fen(-2005), balanceFen: fen(1) },
        { date: today, kind: 'correction', amountFen: fen(-5), balanceFen: fen(1) },
      ],
    },
  },
  { verb: 'telephone.entries', reply: { ok: true, value: [] } },
  { verb: 'telephone.report', reply: { ok: true, value: reported } },
  { verb: 'telephone.reportUnproven', reply: { ok: true, value: reported } },
  {
    verb: 'telephone.progress',
    reply: {
      ok: true,
      value: [
        { number: NUMBER, status: 'reported', lapsesOn: today, reissueFrom: null },
        { number: NUMBER, status: 'waiting', lapsesOn: null, reissueFrom: today },
      ],
    },
  },
  { verb: 'telephone.progress', reply: { ok: true, value: [] } },
  { verb: 'telephone.changePin', reply: { ok: true, value: { outcome: 'changed' } } },
  { verb: 'telephone.changePin', reply: { ok: true, value: { outcome: 'wrong', triesLeft: 1 } } },
  { verb: 'telephone.changePin', reply: { ok: true, value: { outcome: 'locked' } } },
  { verb: 'telephone.changePin', reply: { ok: true, value: { outcome: 'different' } } },
  { verb: 'telephone.changePin', reply: { ok: true, value: { outcome: 'weak', rule: 'RUN' } } },
  { verb: 'telephone.sendNumber', reply: { ok: true, value: {} } },
  { verb: 'telephone.hangUp', reply: { ok: true, value: {} } },
];

const CODES: readonly ErrorCode[] = [
  'PAIR_MISMATCH',
  'ID_NUMBER_INVALID',
  'TELEPHONE_PASSWORD_WRONG',
  'TELEPHONE_PASSWORD_LOCKED',
  'ONLINE_TOO_MANY',
  'TELEPHONE_PASSWORD_UNSET',
  'LOSS_ALREADY_REPORTED',
  'NOT_BY_TELEPHONE',
  'SIGN_IN_REQUIRED',
  'LEDGER_UNAVAILABLE',
  'DISK_FULL',
];

export function refusalOf(verb: TelephoneVerb, code: ErrorCode): Happening {
  // Every verb may be refused; the compiler wants to know which.
  return { happens: 'answer', answer: { verb, reply: { ok: false, error: { code, details: {} } } } as MenuAnswer };
}

export const HAPPENINGS: readonly Happening[] = [
  ...KEYS.map((key): Happening => ({ happens: 'key', key })),
  { happens: 'played' },
  { happens: 'pause' },
  { happens: 'gone' },
  ...GOOD_ANSWERS.map((answer): Happening => ({ happens: 'answer', answer })),
  ...MENU_VERBS.flatMap((verb) => CODES.map((code) => refusalOf(verb, code))),
];
