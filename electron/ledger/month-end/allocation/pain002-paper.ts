/**
 * The answer to an allocation file: ISO 20022 pain.002.001.11, one OrgnlGrpInfAndSts, then a status a transaction
 * (docs/formats.md 3). A million lines pass through as they come; no more than one chunk is held.
 */
import { yuanPlain, type Fen } from '../../../contract/kernel/money.ts';
import type { Instant } from '../../../contract/kernel/dates.ts';
import { remedy } from '../../../contract/messages/messages.ts';
import type { AllocationFileReason, AllocationReason } from '../../../contract/kernel/vocabulary.ts';
import { element, optionalText, shortened, textElement } from '../../paper/xml-text.ts';

const NAMESPACE = 'urn:iso:std:iso:20022:tech:xsd:pain.002.001.11';
/** Characters gathered before a chunk is handed on: few enough to hold, enough to make writing cheap. */
const CHUNK = 65_536;
/** Max105Text of the schema. */
const LONGEST_INFORMATION = 105;
/** ISO 20022's own word for an identifier that the sender left out. */
const NOT_PROVIDED = 'NOTPROVIDED';

type Reason = { readonly code: AllocationReason | AllocationFileReason; readonly detail: string | null };

export type AllocationAnswerHead = {
  /** Identifies this answer, 1 to 35 characters. */
  readonly messageId: string;
  readonly madeAt: Instant;
  /** The file answered; what a broken file did not tell is null. `messageName` is `pain.001.001.09` or the CSV's name. */
  readonly original: {
    readonly messageId: string | null;
    readonly messageName: string;
    readonly transactions: number | null;
    readonly controlSumFen: Fen | null;
  };
  readonly accepted: number;
  readonly rejected: number;
  /** A reason that refuses the whole file; `detail` says more in at most 105 characters, longer text is shortened. */
  readonly fileReason: { readonly code: AllocationFileReason; readonly detail: string | null } | null;
};

export type AllocationAnswerLine = {
  /** PmtInfId of the pain.001 block or, for CSV, the batch number. Lines of one block stand together. */
  readonly paymentInfoId: string;
  /** EndToEndId or 序号. */
  readonly endToEndId: string;
  /** Null: accepted. */
  readonly rejection: { readonly code: AllocationReason; readonly detail: string | null } | null;
};

/**
 * Yields the message in chunks of text, to be written as UTF-8. Throws a RangeError when an identifier is longer than the
 * schema's 35 characters, when the lines are not as many as the head announced (a refused file may leave its lines out),
 * or when a refused file has accepted ones.
 */
export async function* allocationAnswer(
  head: AllocationAnswerHead,
  lines: Iterable<AllocationAnswerLine> | AsyncIterable<AllocationAnswerLine>,
): AsyncGenerator<string, void, undefined> {
  if (head.fileReason !== null && head.accepted > 0) throw new RangeError('a refused file has no accepted lines');
  let chunk = opening(head);
  let block: string | null = null;
  const counted = { accepted: 0, rejected: 0 };
  for await (const line of lines) {
    counted[line.rejection === null ? 'accepted' : 'rejected'] += 1;
    if (line.paymentInfoId !== block) chunk += nextBlock(block, line.paymentInfoId);
    block = line.paymentInfoId;
    chunk += transaction(line);
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = '';
  }
  assertAnnounced(head, counted);
  yield `${chunk}${block === null ? '' : '</OrgnlPmtInfAndSts>'}</CstmrPmtStsRpt></Document>\n`;
}

function opening(head: AllocationAnswerHead): string {
  const header = element(
    'GrpHdr',
    textElement('MsgId', identifier(head.messageId)),
    textElement('CreDtTm', new Date(head.madeAt).toISOString()),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="${NAMESPACE}"><CstmrPmtStsRpt>${header}${group(head)}`;
}

function group({ original, accepted, rejected, fileReason }: AllocationAnswerHead): string {
  const { messageId, messageName, transactions, controlSumFen } = original;
  return element(
    'OrgnlGrpInfAndSts',
    textElement('OrgnlMsgId', identifier(messageId)),
    textElement('OrgnlMsgNmId', identifier(messageName)),
    optionalText('OrgnlNbOfTxs', transactions === null ? null : String(transactions)),
    optionalText('OrgnlCtrlSum', controlSumFen === null ? null : yuanPlain(controlSumFen)),
    textElement('GrpSts', groupStatus(accepted, rejected, fileReason !== null)),
    fileReason === null ? '' : reason(fileReason),
    statusCount('ACSC', accepted),
    statusCount('RJCT', rejected),
  );
}

/** A file without lines that nothing refuses is wholly done. */
function groupStatus(accepted: number, rejected: number, refusedWhole: boolean): 'ACSC' | 'PART' | 'RJCT' {
  if (refusedWhole) return 'RJCT';
  if (rejected === 0) return 'ACSC';
  return accepted === 0 ? 'RJCT' : 'PART';
}

function statusCount(status: 'ACSC' | 'RJCT', count: number): string {
  if (count === 0) return '';
  return element('NbOfTxsPerSts', textElement('DtldNbOfTxs', String(count)), textElement('DtldSts', status));
}

function nextBlock(previous: string | null, paymentInfoId: string): string {
  const id = textElement('OrgnlPmtInfId', identifier(paymentInfoId));
  return `${previous === null ? '' : '</OrgnlPmtInfAndSts>'}\n<OrgnlPmtInfAndSts>${id}`;
}

function transaction({ endToEndId, rejection }: AllocationAnswerLine): string {
  const id = textElement('OrgnlEndToEndId', identifier(endToEndId));
  if (rejection === null) return `\n<TxInfAndSts>${id}<TxSts>ACSC</TxSts></TxInfAndSts>`;
  return `\n<TxInfAndSts>${id}<TxSts>RJCT</TxSts>${reason(rejection)}</TxInfAndSts>`;
}

/** Reasons of ISO's external code list `ExternalStatusReason1Code` stand in Rsn/Cd, any other in Rsn/Prtry. */
function reason({ code, detail }: Reason): string {
  return element(
    'StsRsnInf',
    element('Rsn', textElement(code === 'NO_GOOD_LINE' ? 'Prtry' : 'Cd', code)),
    information(`${remedy('zh-CN', code).meaning} ${remedy('en', code).meaning}`),
    information(detail),
  );
}

function information(text: string | null): string {
  return optionalText('AddtlInf', text === null ? null : shortened(text, LONGEST_INFORMATION));
}

function identifier(id: string | null): string {
  if (id === null || id === '') return NOT_PROVIDED;
  if (Array.from(id).length > 35) throw new RangeError(`an identifier of ISO 20022 has at most 35 characters: ${id}`);
  return id;
}

function assertAnnounced(head: AllocationAnswerHead, counted: { accepted: number; rejected: number }): void {
  if (head.fileReason !== null && counted.accepted + counted.rejected === 0) return;
  if (head.accepted === counted.accepted && head.rejected === counted.rejected) return;
  throw new RangeError(
    `the answer announced ${head.accepted} accepted and ${head.rejected} rejected lines ` +
      `but got ${counted.accepted} and ${counted.rejected}`,
  );
}
