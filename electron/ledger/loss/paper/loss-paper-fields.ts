/**
 * Which fields each paper carries, by section and row; sheet and roll print the same ones. The loss form carries
 * every field of docs/rules.md 3 whether it is filled or not, a receipt what it is about.
 */
import { yuanGrouped, type Fen } from '../../../contract/kernel/money.ts';
import * as say from './loss-paper-labels.ts';
import type { LossOnPaper, LossPaperView } from './loss-paper-view.ts';
import { bilingual, KIND_LABELS, type Label } from '../../paper/paper-labels.ts';

/** A row of one field takes the whole width. */
export type FieldRow = readonly Field[];
export type Field = { readonly label: Label; readonly value: string };
/** On half a page the sections have no titles. */
export type Section = { readonly title: Label | null; readonly rows: readonly FieldRow[] };

/** Printed in an empty field, so that nothing can be written in afterwards. */
export const NO_VALUE = '—';

export function sectionsOf(view: LossPaperView): readonly Section[] {
  switch (view.kind) {
    case 'loss-form':
      return [
        reportSection(view),
        ...reissueSections(view),
        ...formParties(view),
        accountSection(view),
        formHandling(view),
      ];
    case 'password-receipt':
      return [pinSection(view), ...receiptParties(view), receiptHandling(view)];
    case 'reissue-receipt':
      return [...reissueSections(view), ...receiptParties(view), receiptHandling(view)];
    case 'cancellation-receipt':
    case 'take-back-receipt':
      return [endedSection(view), ...receiptParties(view), receiptHandling(view)];
    case 'contact-receipt':
    case 'identity-receipt':
    case 'closing-receipt':
    case 'correction-receipt':
      return [changeSection(view), ...receiptParties(view), receiptHandling(view)];
  }
}

/** The same rows without titles: where a title named the person, each label does. */
export function untitledRows(view: LossPaperView): readonly FieldRow[] {
  return sectionsOf(view).flatMap(({ title, rows }) =>
    title === say.SECTIONS.agent ? rows.map((row) => row.map(ofAgent)) : rows,
  );
}

function ofAgent({ label, value }: Field): Field {
  return label === say.FIELDS.relation
    ? { label, value }
    : { label: { zh: `${say.SECTIONS.agent.zh}${label.zh}`, en: `${say.SECTIONS.agent.en}: ${label.en}` }, value };
}

function field(label: Label, value: string | null): Field {
  return { label, value: value === null || value.trim() === '' ? NO_VALUE : value };
}

function worded(label: Label, word: Label | null): Field {
  return field(label, word === null ? null : bilingual(word));
}

function yuan(amountFen: Fen): string {
  return `${yuanGrouped(amountFen)} 元 CNY`;
}

/** Each value as it was and as it is from now on; of a closing, what was paid out and on whose word. */
function changeSection({ change }: LossPaperView): Section {
  const { FIELDS } = say;
  const { values = [], document = null, closing = null, entry = null } = change ?? {};
  // A sex is short enough to stand beside the document.
  const sex = values.filter(({ name }) => name === 'sex').map(sexField);
  const beside = [...sex, ...(document === null ? [] : [field(FIELDS.documentSeen, document)])];
  const rows: readonly FieldRow[] = [
    ...values.filter(({ name }) => name !== 'sex').map(beforeAndNow),
    ...(beside.length === 0 ? [] : [beside]),
    ...(closing === null
      ? []
      : [
          [field(FIELDS.closedOn, closing.closedOn), field(FIELDS.paidOut, yuan(closing.paidOutFen))],
          [field(FIELDS.payOutReference, closing.reference)],
        ]),
    ...(entry === null ? [] : entryRows(entry)),
  ];
  return { title: say.SECTIONS.change, rows };
}

function entryRows(entry: NonNullable<NonNullable<LossPaperView['change']>['entry']>): readonly FieldRow[] {
  const { FIELDS } = say;
  const { originalSeq, originalDate, originalKind, originalReference, seq, date, amountFen, reason } = entry;
  const original = `${originalSeq}（${originalDate}）${bilingual(KIND_LABELS[originalKind])}`;
  return [
    [field(FIELDS.corrected, original), field(FIELDS.entryReference, originalReference)],
    [field(FIELDS.correctedAs, `${seq}（${date}）`), field(FIELDS.amount, yuan(amountFen))],
    [field(FIELDS.reason, reason)],
  ];
}

type ChangedValue = NonNullable<LossPaperView['change']>['values'][number];

function beforeAndNow({ name, before, after }: ChangedValue): FieldRow {
  return [field(say.VALUE_BEFORE[name], before), field(say.VALUE_NOW[name], after)];
}

function sexField({ before, after }: ChangedValue): Field {
  return field(say.VALUE_NOW.sex, `${sexText(before)} → ${sexText(after)}`);
}

function sexText(value: string): string {
  return value === 'male' || value === 'female' ? bilingual(say.SEXES[value]) : NO_VALUE;
}

function objectAndKind(loss: LossOnPaper | null): FieldRow {
  return [
    worded(say.FIELDS.object, loss && say.OBJECTS[loss.object]),
    worded(say.FIELDS.kind, loss && say.KINDS[loss.kind]),
  ];
}

function reportSection(view: LossPaperView): Section {
  const { loss, journalNumber } = view;
  const { FIELDS } = say;
  return {
    title: say.SECTIONS.report,
    rows: [
      [field(FIELDS.journalNumber, journalNumber), field(FIELDS.reportedAt, loss && loss.reportedAt)],
      objectAndKind(loss),
      [field(FIELDS.missedSince, loss && loss.missedSince), field(FIELDS.lostFrom, loss && loss.lostFrom)],
      [worded(FIELDS.status, loss && say.STATUSES[loss.status]), field(FIELDS.lapsesOn, lapseOf(loss))],
      [
        worded(FIELDS.channel, loss && say.CHANNELS[loss.channel]),
        field(FIELDS.reissueFrom, loss && loss.reissueFrom),
        field(FIELDS.renewFrom, loss && loss.renewFrom),
      ],
      [field(FIELDS.secondReference, loss && loss.secondReference), fee(view)],
    ],
  };
}

function lapseOf(loss: LossOnPaper | null): string | null {
  return loss === null || loss.lapsesOn === null ? null : `${loss.lapsesOn} 24:00`;
}

function endedSection({ loss }: LossPaperView): Section {
  const { FIELDS } = say;
  return {
    title: say.SECTIONS.report,
    rows: [
      objectAndKind(loss),
      [field(FIELDS.reportedAt, loss && loss.reportedAt), field(FIELDS.lostFrom, loss && loss.lostFrom)],
      [
        worded(FIELDS.status, loss && say.STATUSES[loss.status]),
        field(FIELDS.secondReference, loss && loss.secondReference),
      ],
    ],
  };
}

function pinSection({ password, loss }: LossPaperView): Section {
  const task = [worded(say.FIELDS.task, password && say.TASKS[password.task])];
  return { title: say.SECTIONS.pin, rows: loss === null ? [task] : [task, objectAndKind(loss)] };
}

/** Old and new number of the card, and what the new one costs; none before a reissue. */
function reissueSections(view: LossPaperView): readonly Section[] {
  const { reissue, card } = view;
  if (reissue === null) return [];
  const { FIELDS } = say;
  const insurance = field(FIELDS.newInsuranceNumber, reissue.newInsuranceNumber);
  const rows: readonly FieldRow[] = [
    [field(FIELDS.oldCard, card), field(FIELDS.newCard, reissue.newCard)],
    view.kind === 'loss-form' ? [insurance] : [insurance, fee(view)],
  ];
  return [{ title: say.SECTIONS.reissue, rows }];
}

function fee({ reissue }: LossPaperView): Field {
  if (reissue === null) return field(say.FIELDS.fee, null);
  return field(say.FIELDS.fee, `${yuan(reissue.feeFen)}（${bilingual(say.FEE_CLASSES[reissue.feeClass])}）`);
}

function formParties({ holder, agent }: LossPaperView): readonly Section[] {
  const { FIELDS } = say;
  return [
    {
      title: say.SECTIONS.holder,
      rows: [
        [field(FIELDS.name, holder.name), field(FIELDS.phone, holder.phone)],
        identity(holder.idNumber),
        [field(FIELDS.employer, holder.employer)],
        [field(FIELDS.address, holder.address)],
      ],
    },
    {
      ...agentSection(agent),
      rows: [
        ...agentSection(agent).rows,
        [field(FIELDS.phone, agent && agent.phone), field(FIELDS.address, agent && agent.address)],
      ],
    },
  ];
}

function identity(idNumber: string | null): FieldRow {
  return [worded(say.FIELDS.idType, idNumber === null ? null : say.RESIDENT_ID), field(say.FIELDS.idNumber, idNumber)];
}

function agentSection(agent: LossPaperView['agent']): Section {
  return {
    title: say.SECTIONS.agent,
    rows: [
      [field(say.FIELDS.name, agent && agent.name), field(say.FIELDS.relation, agent && agent.relation)],
      identity(agent && agent.idNumber),
    ],
  };
}

function accountSection({ card, accountNumber, openedOn, balanceFen }: LossPaperView): Section {
  const { FIELDS } = say;
  return {
    title: say.SECTIONS.account,
    rows: [
      [field(FIELDS.card, card), field(FIELDS.account, accountNumber)],
      [field(FIELDS.openedOn, openedOn), field(FIELDS.balance, yuan(balanceFen))],
    ],
  };
}

function receiptParties({ kind, holder, agent, card, accountNumber }: LossPaperView): readonly Section[] {
  const { FIELDS } = say;
  const account = field(FIELDS.account, accountNumber);
  const rows: readonly FieldRow[] = [
    [field(FIELDS.name, holder.name), field(FIELDS.idNumber, holder.idNumber)],
    kind === 'reissue-receipt' ? [account] : [field(FIELDS.card, card), account],
  ];
  return [{ title: say.SECTIONS.holder, rows }, ...(agent === null ? [] : [agentSection(agent)])];
}

function office({ office: { code, name } }: LossPaperView): FieldRow {
  return [field(say.FIELDS.office, `${code} ${name}`)];
}

function formHandling(view: LossPaperView): Section {
  const { FIELDS } = say;
  const { networkCheck, secondDocument } = view;
  return {
    title: say.SECTIONS.handling,
    rows: [
      [
        worded(FIELDS.networkCheck, networkCheck && say.NETWORK_CHECKS[networkCheck]),
        field(FIELDS.secondDocument, secondDocument),
      ],
      office(view),
      hands(view),
      [authoriser(view), field(FIELDS.issuedAt, view.issuedAt.local)],
    ],
  };
}

function receiptHandling(view: LossPaperView): Section {
  const { FIELDS } = say;
  const journal = field(FIELDS.journalNumber, view.journalNumber);
  const issued = field(FIELDS.issuedAt, view.issuedAt.local);
  return {
    title: say.SECTIONS.handling,
    rows: [[journal, issued], office(view), [...hands(view), authoriser(view)]],
  };
}

/** Number and name of a clerk. */
function who(code: string | null, name: string | null): string | null {
  return code === null || name === null ? code : `${code} ${name}`;
}

function hands({ counter, clerk, clerkName }: LossPaperView): FieldRow {
  return [field(say.FIELDS.counter, counter), field(say.FIELDS.clerk, who(clerk, clerkName))];
}

function authoriser({ authorisedBy, authoriserName }: LossPaperView): Field {
  return field(say.FIELDS.authorisedBy, who(authorisedBy, authoriserName));
}
