/** What the records of a clerk's day come to as a till (docs/rules.md 9). */
import {
  TILL_KINDS,
  type TillFee,
  type TillFigures,
  type TillKind,
  type TillState,
} from '../../../contract/day/day-views.ts';
import { addFen, ZERO_FEN } from '../../../contract/kernel/money.ts';

/** How often something of one name stands on record, and where it stands last. */
export interface CountedAct {
  readonly name: string;
  readonly outcome: 'done' | 'refused';
  readonly counted: number;
  readonly lastSeq: number;
}

const KIND_OF: Readonly<Record<string, TillKind>> = {
  'visit.open': 'visit',
  'loss.report': 'loss',
  'loss.confirm': 'loss',
  'loss.cancel': 'loss-ended',
  'loss.takeBack': 'loss-ended',
  'loss.reissue': 'card-replaced',
  'loss.addReference': 'reference',
  'loss.correctReference': 'reference',
  'pin.first': 'password',
  'pin.change': 'password',
  'pin.reset': 'password',
  'pin.telephone': 'password',
  'holder.contact': 'holder',
  'holder.correct': 'holder',
  'holder.close': 'holder',
  'entry.correct': 'correction',
  'balance.byTelephone': 'told',
  'visit.reveal': 'told',
  'online.endLogin': 'login',
  'file.post': 'file',
  'file.refuse': 'file',
  'register.load': 'file',
  'institutions.load': 'file',
};

/** Steps of something that is counted under another name. */
const STEPS = new Set([
  ...['visit.finish', 'loss.supersede', 'loss.reinstate', 'loss.lapse', 'loss.acknowledge', 'loss.decline'],
  'holder.decline',
  ...['loss.authoriseRenewal', 'loss.renewPassword', 'file.posted', 'file.saveAnswer'],
]);
/** Wings whose records are such steps, or papers, which have figures of their own. */
const STEP_WINGS = new Set(['customer', 'document', 'paper', 'pin', 'print', 'printQueue', 'statement']);
/** Wings of what is done for the office, or by holders at doors of their own. */
const OFFICE_WINGS = new Set([
  ...[
    'approval',
    'audit',
    'backup',
    'batch',
    'books',
    'clerk',
    'clock',
    'counter',
    'day',
    'interest',
    'journal',
    'message',
  ],
  ...['health', 'institution', 'office', 'online', 'overview', 'rate', 'session', 'setting', 'telephone', 'till'],
]);

const wingOf = (name: string): string => name.slice(0, name.indexOf('.'));

function kindOf({ name, outcome }: CountedAct): TillKind | null {
  if (outcome !== 'done') return null;
  const kind = KIND_OF[name];
  if (kind !== undefined) return kind;
  return STEPS.has(name) || STEP_WINGS.has(wingOf(name)) || OFFICE_WINGS.has(wingOf(name)) ? null : 'other';
}

/** Whether something of the name is a matter of the counter. */
function isOfCounter(name: string): boolean {
  return Object.hasOwn(KIND_OF, name) || !OFFICE_WINGS.has(wingOf(name));
}

const PAPERS = ['document.print', 'document.reprint', 'document.save'];

/** A till is worked in by what its kinds count, and by papers. */
function isWork(act: CountedAct): boolean {
  return kindOf(act) !== null || (act.outcome === 'done' && PAPERS.includes(act.name));
}

/** `closedSeq` is the record of the newest closing; work after it opens the till again. */
export function tillState(acts: readonly CountedAct[], closedSeq: number | null): TillState {
  const worked = acts.filter((act) => isWork(act) && act.lastSeq > (closedSeq ?? 0));
  if (worked.length > 0) return 'open';
  return closedSeq === null ? 'idle' : 'closed';
}

export function tillFigures(acts: readonly CountedAct[], fees: readonly TillFee[]): TillFigures {
  const done = (name: string): number => sum(acts.filter((act) => act.name === name && act.outcome === 'done'));
  const kinds = TILL_KINDS.map((kind) => ({ kind, counted: sum(acts.filter((act) => kindOf(act) === kind)) }));
  return {
    kinds: kinds.filter(({ counted }) => counted > 0),
    visits: done('visit.open'),
    refusals: sum(acts.filter(({ name, outcome }) => outcome === 'refused' && isOfCounter(name))),
    documents: {
      issued: done('document.print') + done('document.reprint'),
      saved: done('document.save'),
      reprinted: done('document.reprint'),
      failed: done('print.failed'),
      withdrawn: done('printQueue.cancel'),
    },
    fees: [...fees],
    expectedFen: fees.reduce((all, { amountFen }) => addFen(all, amountFen), ZERO_FEN),
  };
}

function sum(acts: readonly CountedAct[]): number {
  return acts.reduce((all, { counted }) => all + counted, 0);
}
