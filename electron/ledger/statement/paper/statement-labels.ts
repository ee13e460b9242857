/** What a statement says besides its figures: each label in Chinese and English, once. */
import type { EntryKind } from '../../../contract/kernel/vocabulary.ts';
import { reprintLabel, type Label } from '../../paper/paper-labels.ts';
import type { PrintGateNotice, StatementView } from './statement-view.ts';

export const KIND_LABELS: Readonly<Record<EntryKind, Label>> = {
  allocation: { zh: '划入', en: 'Allocation' },
  consumption: { zh: '消费', en: 'Consumption' },
  void: { zh: '撤销', en: 'Void' },
  refund: { zh: '退货', en: 'Refund' },
  interest: { zh: '结息', en: 'Interest' },
  correction: { zh: '更正', en: 'Correction' },
};

export const TITLE: Label = {
  zh: '医疗保险个人账户对账单',
  en: 'Medical Insurance Personal Account Statement',
};

/** The label of the transaction's own time where the line is short. */
export const TIME_SHORT = '交易时间 Time';

export const CURRENCY = '人民币元 CNY';

export const EMPTY_PERIOD: Label = {
  zh: '本期间无交易记录',
  en: 'No transactions in this period',
};

export const EMPTY_FILTER: Label = {
  zh: '本期间无所选类别的交易记录',
  en: 'No transactions of the chosen kinds in this period',
};

export const END_OF_LIST: Label = { zh: '以下无记录', en: 'End of statement' };

export function countLabel(count: number): string {
  return `${count} 笔`;
}

/** The sentences above the lines, in the order of their weight: copy mark, filter, print gate. */
export function notices(view: StatementView): readonly string[] {
  return [
    ...(view.reprint === null ? [] : [`${reprintLabel(view.reprint)}（非原件 not the original）`]),
    ...(view.kindFilter === null ? [] : [filterNotice(view.kindFilter)]),
    ...(view.printGate === null ? [] : [printGateNotice(view.printGate)]),
  ];
}

function filterNotice(kinds: readonly EntryKind[]): string {
  const zh = kinds.map((kind) => KIND_LABELS[kind].zh).join('、');
  const en = kinds.map((kind) => KIND_LABELS[kind].en).join(', ');
  return `仅列示：${zh}。合计与余额含本期间全部交易。 Only ${en} listed; totals and balances cover every kind.`;
}

function printGateNotice({ unprinted, limit, cleared }: PrintGateNotice): string {
  return cleared
    ? `未打印交易 ${unprinted} 笔（上限 ${limit} 笔），本次打印后清零。 ` +
        `${unprinted} unprinted entries (limit ${limit}) are cleared by this printing.`
    : `尚有未打印交易 ${unprinted} 笔，达到 ${limit} 笔时卡片将暂停消费。 ` +
        `${unprinted} entries remain unprinted; at ${limit} the card stops paying.`;
}
