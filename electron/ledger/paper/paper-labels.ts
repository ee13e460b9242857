/** What papers of several kinds say besides their values: each label in Chinese and English, once. */
import type { EntryKind } from '../../contract/kernel/vocabulary.ts';

export type Label = { readonly zh: string; readonly en: string };

export const LABELS = {
  office: { zh: '网点', en: 'Office' },
  holder: { zh: '户名', en: 'Holder' },
  idNumber: { zh: '证件号码', en: 'ID number' },
  card: { zh: '医保卡号', en: 'Medical card' },
  account: { zh: '账户', en: 'Account' },
  period: { zh: '期间', en: 'Period' },
  issuedAt: { zh: '打印时间', en: 'Printed at' },
  clerk: { zh: '经办柜员', en: 'Clerk' },
  currency: { zh: '币种', en: 'Currency' },
  documentNumber: { zh: '凭证编号', en: 'Document no.' },
  code: { zh: '验证码', en: 'Verification code' },
  opening: { zh: '期初余额', en: 'Opening' },
  closing: { zh: '期末余额', en: 'Closing' },
  seq: { zh: '序号', en: 'No.' },
  date: { zh: '入账日期', en: 'Entry date' },
  time: { zh: '交易时间', en: 'Transaction time' },
  kind: { zh: '类别', en: 'Kind' },
  place: { zh: '地点及摘要', en: 'Place, details' },
  reference: { zh: '流水号（批次-序号）', en: 'Reference (batch-line)' },
  amount: { zh: '金额', en: 'Amount' },
  balance: { zh: '余额', en: 'Balance' },
} as const satisfies Record<string, Label>;

/** As wide as a character: parts two texts on one line. */
export const WIDE_SPACE = '\u3000';

export const HOW_TO_CHECK: Label = {
  zh: '凭本单凭证编号与验证码，可在网点核验真伪',
  en: 'Check this document at the counter with its number and code',
};

export function bilingual({ zh, en }: Label): string {
  return `${zh} ${en}`;
}

export function pageWords(page: number, pages: number): Label {
  return { zh: `第 ${page} 页 / 共 ${pages} 页`, en: `Page ${page} of ${pages}` };
}

export function pageLabel(page: number, pages: number): string {
  const { zh, en } = pageWords(page, pages);
  return `${zh}  ${en}`;
}

/** A copy given after the original. */
export interface Reprint {
  /** 1 for the first one. */
  readonly count: number;
  /** Who gives it. */
  readonly clerk: string;
}

export function reprintLabel(reprint: Reprint): string {
  const { zh, en } = reprintWords(reprint);
  return `${zh} / ${en}`;
}

export function reprintWords({ count, clerk }: Reprint): Label {
  return { zh: `补打第 ${count} 份（柜员 ${clerk}）`, en: `Reprint ${count} (clerk ${clerk})` };
}

export const ENQUIRIES: Label = { zh: '查询电话', en: 'Enquiries' };

export function queryText(telephone: string): string {
  return `${bilingual(ENQUIRIES)}：${telephone}`;
}

/** What an entry is, on statements and receipts. */
export const KIND_LABELS: Readonly<Record<EntryKind, Label>> = {
  allocation: { zh: '划入', en: 'Allocation' },
  consumption: { zh: '消费', en: 'Consumption' },
  void: { zh: '撤销', en: 'Void' },
  refund: { zh: '退货', en: 'Refund' },
  interest: { zh: '结息', en: 'Interest' },
  correction: { zh: '更正', en: 'Correction' },
};
