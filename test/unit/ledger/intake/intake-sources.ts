/** Files made in memory for the tests of intake, in any encoding and cut into pieces of any size. */
import iconv from 'iconv-lite';
import type {
  AllocationHeader,
  AllocationLine,
  AllocationSummary,
} from '../../../../electron/ledger/intake/allocation/allocation-part.ts';
import { readAllocation } from '../../../../electron/ledger/intake/allocation/allocation-file.ts';
import type { FileSource } from '../../../../electron/ledger/intake/file-source.ts';
import { IntakeRefusal, type IntakeFault } from '../../../../electron/ledger/intake/intake-fault.ts';

export type Encoded = 'utf-8' | 'utf-8 with mark' | 'gb18030' | 'gb18030 with mark';
export const ENCODINGS: readonly Encoded[] = ['utf-8', 'utf-8 with mark', 'gb18030', 'gb18030 with mark'];

export function encode(text: string, encoding: Encoded): Uint8Array {
  const marked = encoding.endsWith('with mark') ? `\ufeff${text}` : text;
  if (encoding.startsWith('utf-8')) return Buffer.from(marked);
  const body = iconv.encode(text, 'gb18030');
  return encoding === 'gb18030' ? body : Buffer.concat([Buffer.from([0x84, 0x31, 0x95, 0x33]), body]);
}

/** Cuts the bytes into pieces of the sizes given, over and over. */
export function bytesSource(bytes: Uint8Array, sizes: readonly number[] = [65_536]): FileSource {
  return {
    name: 'in memory',
    async *open() {
      for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
        const size = sizes[turn % sizes.length] ?? 1;
        yield bytes.subarray(at, at + size);
        at += size;
      }
    },
  };
}

export function textSource(text: string, encoding: Encoded = 'utf-8', sizes?: readonly number[]): FileSource {
  return bytesSource(encode(text, encoding), sizes);
}

export type WholeAllocation = { header: AllocationHeader; lines: AllocationLine[]; summary: AllocationSummary };

export async function wholeAllocation(source: FileSource): Promise<WholeAllocation> {
  let header: AllocationHeader | undefined;
  const lines: AllocationLine[] = [];
  for await (const part of readAllocation(source)) {
    if (part.kind === 'header') header = part.header;
    if (part.kind === 'lines') lines.push(...part.lines);
    if (part.kind === 'summary') return { header: header!, lines, summary: part.summary };
  }
  throw new Error('an allocation without a summary');
}

/** The fault that reading ends in; null when the file is read through. Any other error is the test's failure. */
export async function faultOf(reading: AsyncIterable<unknown>): Promise<IntakeFault | null> {
  try {
    const parts = reading[Symbol.asyncIterator]();
    while ((await parts.next()).done !== true);
    return null;
  } catch (error) {
    if (error instanceof IntakeRefusal) return error.fault;
    throw error;
  }
}

export async function everything<T>(batches: AsyncIterable<readonly T[]>): Promise<T[]> {
  const all: T[] = [];
  for await (const batch of batches) all.push(...batch);
  return all;
}

export const ALLOCATION_TITLES = '序号,证件号码,姓名,卡号,金额,摘要';

export function allocationCsv(lines: readonly string[], head = `YB1,202401,${lines.length},300.00`): string {
  return ['批次号,入账年月,笔数,总金额', head, ALLOCATION_TITLES, ...lines].map((line) => `${line}\r\n`).join('');
}

export const ONE_LINE = '1,11010519491231002X,张三,6213300000000000011,300.00,2024年1月个人账户划入';

export type PainParts = {
  version?: '09' | '03';
  group?: string;
  blocks?: string;
  declaration?: string;
};

export function painTransaction(id: string, amount = '300.00', extra = ''): string {
  return (
    `<CdtTrfTxInf><PmtId><EndToEndId>${id}</EndToEndId></PmtId><Amt><InstdAmt Ccy="CNY">${amount}</InstdAmt></Amt>` +
    '<Cdtr><Nm>张三</Nm><Id><PrvtId><Othr><Id>11010519491231002X</Id></Othr></PrvtId></Id></Cdtr>' +
    `<CdtrAcct><Id><Othr><Id>6213300000000000011</Id></Othr></Id></CdtrAcct>${extra}</CdtTrfTxInf>\n`
  );
}

export function painBlock(transactions: string, totals = '', id = 'YB1-1'): string {
  return (
    `<PmtInf><PmtInfId>${id}</PmtInfId><PmtMtd>TRF</PmtMtd>${totals}<ReqdExctnDt>2024-02-29</ReqdExctnDt>` +
    `<Dbtr/><DbtrAcct/><DbtrAgt/>\n${transactions}</PmtInf>`
  );
}

export function painGroup(count: string | number, sum: string | null): string {
  const control = sum === null ? '' : `<CtrlSum>${sum}</CtrlSum>`;
  return `<MsgId>YB1</MsgId><CreDtTm>2024-02-29T09:00:00</CreDtTm><NbOfTxs>${count}</NbOfTxs>${control}<InitgPty/>`;
}

export function pain(parts: PainParts = {}): string {
  const { version = '09', group = painGroup(1, '300.00'), blocks = painBlock(painTransaction('1')) } = parts;
  return (
    (parts.declaration ?? '<?xml version="1.0" encoding="UTF-8"?>\n') +
    `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.${version}"><CstmrCdtTrfInitn>\n` +
    `<GrpHdr>${group}</GrpHdr>\n${blocks}</CstmrCdtTrfInitn></Document>\n`
  );
}
