/** What the menu says and does with each answer of the ledger; a refusal tells a caller nothing of who is known. */
import type { ErrorCode } from '../../../contract/kernel/errors.ts';
import type { LossStatus } from '../../../contract/kernel/vocabulary.ts';
import type { TelephoneAnswer } from '../../../contract/telephone/telephone-verbs.ts';
import type { SentenceName } from '../prompts/sentence-rules.ts';
import { ALL_FIELDS, leaving, provenErrand, refusedEntry, toMenu, told, withCaller } from './menu-move-rules.ts';
import type { MenuAnswer, Moved, Say, State } from './menu-state-rules.ts';

type Asking = Extract<State, { readonly at: 'asking' }>;

export function afterAnswer(state: Asking, answer: MenuAnswer): Moved {
  if (!answer.reply.ok) return afterRefusal(state, answer.reply.error.code);
  switch (answer.verb) {
    case 'telephone.prove':
      return afterProof(state, answer.reply.value);
    case 'telephone.balance':
      return told(state, balanceSays(answer.reply.value), null);
    case 'telephone.entries':
      return told(state, entriesSay(answer.reply.value), null);
    case 'telephone.report':
    case 'telephone.reportUnproven':
      return cleared(told(state, reportSays(answer.reply.value), answer.reply.value.number));
    case 'telephone.progress':
      return told(state, progressSays(answer.reply.value), answer.reply.value[0]?.number ?? null);
    case 'telephone.changePin':
      return cleared(afterPinChange(state, answer.reply.value));
    case 'telephone.sendNumber':
      return toMenu(state, [{ sentence: 'numberSent' }]);
    case 'telephone.hangUp':
      return { state, steps: [] };
  }
}

/** The digits have served. */
function cleared({ state, steps }: Moved): Moved {
  return { state, steps: [{ do: 'clear', fields: ALL_FIELDS }, ...steps] };
}

function afterProof(state: Asking, { mayChangePin }: TelephoneAnswer<'telephone.prove'>): Moved {
  return cleared(provenErrand(withCaller(state, { proven: true, mayChangePin, faults: 0 }), state.errand));
}

/** Whether the ID number is unknown, the password wrong, unset or locked is one sentence. */
const NOT_PROVEN: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'PAIR_MISMATCH',
  'TELEPHONE_PASSWORD_UNSET',
  'TELEPHONE_PASSWORD_LOCKED',
  'TELEPHONE_PASSWORD_WRONG',
]);

function afterRefusal(state: Asking, code: ErrorCode): Moved {
  const { verb, errand } = state;
  if (code === 'SIGN_IN_REQUIRED')
    return dropped(toMenu(withCaller(state, { proven: false, mayChangePin: false }), [{ sentence: 'proveAgain' }]));
  if (verb === 'telephone.prove' || verb === 'telephone.reportUnproven') {
    // The number that calls is used up: a person takes over, and keying on serves nothing.
    if (code === 'ONLINE_TOO_MANY') return leaving(state, 'failed');
    if (code === 'ID_NUMBER_INVALID') return refusedEntry(state, errand, 'idNumber', 'idNumberWrong');
    if (NOT_PROVEN.has(code))
      return refusedEntry(state, errand, 'idNumber', verb === 'telephone.prove' ? 'notProven' : 'notOnFile');
  }
  if (verb === 'telephone.sendNumber') return dropped(toMenu(state, [{ sentence: 'numberNotSent' }]));
  const sentence = REFUSALS[code];
  return sentence === undefined ? leaving(state, 'trouble') : dropped(toMenu(state, [{ sentence }]));
}

function dropped({ state, steps }: Moved): Moved {
  return { state, steps: [{ do: 'drop' }, ...steps] };
}

const REFUSALS: Partial<Readonly<Record<ErrorCode, SentenceName>>> = {
  LOSS_ALREADY_REPORTED: 'reportedAlready',
  NOT_BY_TELEPHONE: 'pinNotByTelephone',
  PIN_STATE: 'pinOnlyAtCounter',
};

function balanceSays({ balanceFen, businessDate }: TelephoneAnswer<'telephone.balance'>): Say[] {
  return [{ sentence: 'balanceOn' }, { date: businessDate }, { sentence: 'balanceIs' }, { amountFen: balanceFen }];
}

function entriesSay(entries: TelephoneAnswer<'telephone.entries'>): Say[] {
  if (entries.length === 0) return [{ sentence: 'noEntries' }];
  return [{ sentence: 'lastEntries' }, ...entries.flatMap(entrySays)];
}

function entrySays({ date, kind, amountFen }: TelephoneAnswer<'telephone.entries'>[number]): Say[] {
  // A correction goes either way; every other kind has one.
  const name = kind === 'correction' && amountFen < 0 ? 'correctionDown' : kind;
  return [{ date }, { sentence: name }, { amountFen }];
}

/** The number twice. */
function numberSays(number: string): Say[] {
  return [{ number }, { sentence: 'onceMore' }, { number }];
}

function reportSays({ number, lapsesOn }: TelephoneAnswer<'telephone.report'>): Say[] {
  return [
    { sentence: 'reported' },
    ...numberSays(number),
    { sentence: 'lapsesOn' },
    { date: lapsesOn },
    { sentence: 'unlessConfirmed' },
  ];
}

const STATUS_SENTENCES: Readonly<Record<LossStatus, SentenceName>> = {
  reported: 'statusReported',
  waiting: 'statusWaiting',
  lapsed: 'statusLapsed',
  superseded: 'statusSuperseded',
  cancelled: 'statusCancelled',
  reissued: 'statusReissued',
  renewed: 'statusRenewed',
  'taken-back': 'statusTakenBack',
};

function progressSays(reports: TelephoneAnswer<'telephone.progress'>): Say[] {
  if (reports.length === 0) return [{ sentence: 'noReports' }];
  return reports.flatMap(({ number, status, lapsesOn, reissueFrom }): Say[] => [
    { sentence: 'reportNumber' },
    ...numberSays(number),
    { sentence: STATUS_SENTENCES[status] },
    ...(status === 'reported' && lapsesOn !== null
      ? ([{ sentence: 'lapsesOn' }, { date: lapsesOn }, { sentence: 'unlessConfirmed' }] as const)
      : []),
    ...(status === 'waiting' && reissueFrom !== null
      ? ([{ sentence: 'newCardFrom' }, { date: reissueFrom }] as const)
      : []),
  ]);
}

const WEAK_SENTENCES = {
  FORM: 'weakForm',
  ALL_EQUAL: 'weakAllEqual',
  ISSUER_DEFAULT: 'weakRun',
  RUN: 'weakRun',
  BIRTH_DATE: 'weakBirthDate',
  ID_NUMBER: 'weakNumbers',
  PHONE: 'weakNumbers',
  CARD: 'weakNumbers',
  PREVIOUS: 'weakPrevious',
  SAME_AS_OTHER: 'weakOther',
} as const;

/** A wrong old PIN counts as at the counter; what is no good is keyed again from the old one on. */
function afterPinChange(state: Asking, change: TelephoneAnswer<'telephone.changePin'>): Moved {
  const sentence = change.outcome === 'weak' ? WEAK_SENTENCES[change.rule] : PIN_SENTENCES[change.outcome];
  if (change.outcome === 'changed') return toMenu(state, [{ sentence }]);
  if (change.outcome === 'locked') return dropped(toMenu(state, [{ sentence }]));
  return refusedEntry(state, 'changePin', 'old', sentence);
}

const PIN_SENTENCES = {
  changed: 'pinChanged',
  wrong: 'pinWrong',
  locked: 'pinLocked',
  different: 'pinDifferent',
} as const satisfies Readonly<Record<string, SentenceName>>;
