/** What an allocation file is made of, whichever its form. */
import type { Fen } from '../../../contract/kernel/money.ts';
import type { FileNote } from '../../../contract/office/office-views.ts';

export type AllocationForm = 'csv' | 'pain.001.001.09' | 'pain.001.001.03';

export type AllocationHeader = {
  /** 批次号 or MsgId: 1–35 characters, unique to the file (DU01). */
  readonly batch: string;
  /** 入账年月 as `YYYY-MM`; null in XML, which has none. */
  readonly month: string | null;
  readonly declaredCount: number;
  /** As written, for pain.002 OrgnlNbOfTxs and OrgnlCtrlSum; the sum is null where the XML group states none. */
  readonly declaredCountText: string;
  readonly declaredSumText: string | null;
  /** Null when none is declared or it is no whole number of fen. */
  readonly declaredSum: Fen | null;
  readonly form: AllocationForm;
  /** For pain.002 OrgnlMsgNmId; a CSV file is answered as if it were pain.001.001.09. */
  readonly originalMessageName: 'pain.001.001.09' | 'pain.001.001.03';
};

export type AllocationLine = {
  /** Physical line of the file on which the entry begins, from 1. */
  readonly line: number;
  /** 序号 or EndToEndId: 1–35 characters. May repeat: that is AM05 and the service's to find. */
  readonly id: string;
  /** PmtInfId of the block; in CSV the batch. For pain.002 OrgnlPmtInfId. */
  readonly paymentId: string;
  /** Normalised (full-width digits, spaces, x); empty when the XML has none. */
  readonly idNumber: string;
  /** As written; empty when the XML has none. */
  readonly name: string;
  /** Normalised; empty when the XML names no card in CdtrAcct/Id/Othr/Id. */
  readonly card: string;
  /** As written; a currency other than CNY stands in front. */
  readonly amountText: string;
  /** Null is AM09: malformed, negative, more than two decimals or not CNY. Zero is AM01, the service's to find. */
  readonly amount: Fen | null;
  readonly text: string;
};

export type AllocationSummary = {
  readonly count: number;
  /** Sum of the amounts that are not null, exact, in fen. */
  readonly sumFen: bigint;
  /** False is AM18: the file's count, or that of one of its PmtInf blocks, differs. */
  readonly countHolds: boolean;
  /** False is AM10: the file's sum, or that of a block, differs, or no sum vouches for every line. See ControlTotal. */
  readonly sumHolds: boolean;
  readonly notes: readonly FileNote[];
};

export type AllocationPart =
  | { readonly kind: 'header'; readonly header: AllocationHeader }
  | { readonly kind: 'lines'; readonly lines: readonly AllocationLine[] }
  | { readonly kind: 'summary'; readonly summary: AllocationSummary };
