/** What a statement says besides its figures: each label in Chinese and English, once. */
import type { EntryKind } from '../../../contract/kernel/vocabulary.ts';
import type { StatementEntry } from '../../../contract/office/office-views.ts';
import { KIND_LABELS, reprintWords, type Label, type Reprint } from '../../paper/paper-labels.ts';
import type { PrintGateNotice, StatementView, Turnover } from './statement-view.ts';

export const TITLE: Label = {
  zh: '医疗保险个人账户对账单',
  en: 'Medical Insurance Personal Account Statement',
};

export const CURRENCY = '人民币元 CNY';

/** Large type has no field for the currency. */
export const OPENING_IN_YUAN: Label = { zh: '期初余额（人民币元）', en: 'Opening (CNY)' };

export const EMPTY_PERIOD: Label = {
  zh: '本期间无交易记录',
  en: 'No transactions in this period',
};

export const EMPTY_FILTER: Label = {
  zh: '本期间无所选类别的交易记录',
  en: 'No transactions of the chosen kinds in this period',
};

export const END_OF_LIST: Label = { zh: '以下无记录', en: 'End of statement' };

export const TURNOVER = {
  credits: { zh: '收入', en: 'Credits' },
  debits: { zh: '支出', en: 'Debits' },
} as const satisfies Record<keyof Turnover, Label>;

/** The lines that carry the sums from page to page and close the list. */
export const CARRY = {
  forward: { zh: '承前页', en: 'Brought forward' },
  over: { zh: '过次页', en: 'Carried forward' },
  total: { zh: '合计', en: 'Total' },
  listed: { zh: '所列合计', en: 'Total listed' },
} as const satisfies Record<string, Label>;

/** Said before an entry's date, and before its reference, where no column does. */
export const ENTERED: Label = { zh: '入账', en: 'Entered' };
export const REFERENCE_SHORT: Label = { zh: '流水号', en: 'Reference' };

export const SEAL: Label = { zh: '业务专用章', en: 'Branch business seal' };

export const SIGNATURES = {
  clerk: { zh: '经办', en: 'Handled by' },
  reviewer: { zh: '复核', en: 'Reviewed by' },
} as const satisfies Record<string, Label>;

/** Article 74, paragraph 4 of the Social Insurance Law. */
export const LAW: Label = {
  zh: '依据《中华人民共和国社会保险法》第七十四条，参保人可免费查询、核对其缴费和待遇记录；如有疑问，请持本单及有效证件到本网点查询。',
  en: 'Holders may query and check these records free of charge (Social Insurance Law of the PRC, art. 74); please bring this paper and your ID.',
};

export function countLabel(count: number): Label {
  return { zh: `${count} 笔`, en: count === 1 ? '1 entry' : `${count} entries` };
}

/** The references of an entry as the other side will know them: an allocation by its file and the line in it. */
export function referenceOf({ batch, reference }: Pick<StatementEntry, 'batch' | 'reference'>): string {
  return batch === null ? reference : `${batch}-${reference}`;
}

/** The sentences above the lines, in the order of their weight: copy mark, filter, print gate. */
export function notices(view: StatementView): readonly Label[] {
  return [
    ...(view.reprint === null ? [] : [reprintNotice(view.reprint)]),
    ...(view.kindFilter === null ? [] : [filterNotice(view.kindFilter)]),
    ...(view.printGate === null ? [] : [printGateNotice(view.printGate, view.kindFilter !== null)]),
  ];
}

function reprintNotice(reprint: Reprint): Label {
  const { zh, en } = reprintWords(reprint);
  return { zh: `${zh}，非原件。`, en: `${en}, not the original.` };
}

function filterNotice(kinds: readonly EntryKind[]): Label {
  return {
    zh: `仅列示：${kinds.map((kind) => KIND_LABELS[kind].zh).join('、')}。期初、期末余额与各类合计含本期间全部交易。`,
    en: `Only ${kinds.map((kind) => KIND_LABELS[kind].en).join(', ')} listed; balances and sums by kind cover every kind.`,
  };
}

/**
 * What holds once this paper is out. The saved PDF is the print's own bytes and counts as much, so one sentence is true of
 * both; a paper from before the figures were kept says what it knows.
 */
function printGateNotice({ unprinted, limit, cleared, clears }: PrintGateNotice, filtered: boolean): Label {
  const rule = {
    zh: `未打印达 ${limit} 笔时该卡暂停支付，打印后恢复。`,
    en: `at ${limit} the card stops paying until they are printed.`,
  };
  if (filtered) {
    return {
      zh: `本单按类别筛选，不计入打印，未打印明细仍为 ${unprinted} 笔；${rule.zh}`,
      en: `A paper of chosen kinds counts as no printing: ${unprinted} entries remain unprinted; ${rule.en}`,
    };
  }
  const left = clears === null ? (cleared ? 0 : null) : unprinted - clears;
  if (left === null) {
    return {
      zh: `本单出具前有未打印明细 ${unprinted} 笔；${rule.zh}`,
      en: `Before this paper ${unprinted} entries were unprinted; ${rule.en}`,
    };
  }
  return {
    zh: `本单打印或存为 PDF 后，未打印明细余 ${left} 笔（此前 ${unprinted} 笔）；存为其他格式不计入打印。${rule.zh}`,
    en: `Once this is printed or saved as PDF, ${left} entries remain unprinted (${unprinted} before); other file formats do not count. ${sentenceCase(rule.en)}`,
  };
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
