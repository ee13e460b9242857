/** Writes what a sender means as the bytes of docs/formats.md 1 to 4, in both forms and both encodings. */
import type { FileSource } from '../../electron/ledger/intake/file-source.ts';
import { bytesSource, encode } from '../unit/ledger/intake/intake-sources.ts';
import type { AllocationLine, Institution, RegisterLine, Sent, SettlementLine } from './auditor-words.ts';
import type { Chance } from './seeded-chance.ts';

const KINDS = { consumption: '消费', void: '撤销', refund: '退货' } as const;

function row(...cells: readonly (string | number)[]): string {
  return cells
    .map((cell) => (/[",\n]/.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : cell))
    .join(',');
}

function source(chance: Chance, lines: readonly string[]): FileSource {
  const encoding = chance.pick(['utf-8', 'utf-8 with mark', 'gb18030', 'gb18030 with mark'] as const);
  const spread = chance.happens(30);
  const rows = spread ? [...lines.map((line) => spreadsheetRow(chance, line)), ',,', '', ' , ,'] : lines;
  const text = rows.map((line) => `${line}${chance.happens(50) ? '\r\n' : '\n'}`).join('');
  return bytesSource(encode(text, encoding), [chance.pick([11, 512, 65_536])]);
}

/** A row as it comes out of a spreadsheet: padded cells, and cells beyond the last title. */
function spreadsheetRow(chance: Chance, line: string): string {
  const blank = () => chance.pick(['', '', ' ', '\t', '\u3000']);
  const cells = line.includes('"') ? [line] : line.split(',').map((cell) => `${blank()}${cell}${blank()}`);
  return `${cells.join(',')}${','.repeat(chance.below(4))}`;
}

function yuan(fen: number): string {
  return `${fen < 0 ? '-' : ''}${Math.floor(Math.abs(fen) / 100)}.${String(Math.abs(fen) % 100).padStart(2, '0')}`;
}

export function writtenRegister(chance: Chance, lines: readonly RegisterLine[]): FileSource {
  const rows = lines.map(({ idNumber, name, phone, employer, insurance, card, opened }) =>
    row(idNumber, name, phone, employer, insurance, card, opened),
  );
  return source(chance, ['证件号码,姓名,手机号,单位名称,医保编号,卡号,开户日期', ...rows]);
}

export function writtenInstitutions(chance: Chance, lines: readonly Institution[]): FileSource {
  const rows = lines.map(({ code, name, terminals }) => row(code, name, '医院', terminals.join(';')));
  return source(chance, ['机构编号,机构名称,机构类型,终端号', ...rows]);
}

export function writtenAllocation(chance: Chance, sent: Sent<AllocationLine>): FileSource {
  if (sent.form === 'xml') return writtenPain(chance, sent);
  const rows = sent.lines.map(({ id, idNumber, name, card, amount }) => row(id, idNumber, name, card, amount, '划入'));
  const titles = sent.broken ? '序号,证件号码,姓名,卡号,金额' : '序号,证件号码,姓名,卡号,金额,摘要';
  const head = row(sent.batch, '202401', sent.count, yuan(sent.sumFen));
  return source(chance, ['批次号,入账年月,笔数,总金额', head, titles, ...rows]);
}

export function writtenSettlement(chance: Chance, sent: Sent<SettlementLine>): FileSource {
  const rows = sent.lines.map(({ reference, institution, terminal, card, kind, amount, original }, at) => {
    // Cash does not exist: a file that holds a withdrawal is no settlement, however good the lines before it are.
    const written = sent.broken && at === sent.lines.length - 1 ? '取现' : KINDS[kind];
    return row(reference, '20240203101500', institution, terminal, card, written, '门诊', amount, original);
  });
  const head = row(sent.batch, '20240229', sent.count, yuan(sent.sumFen));
  const titles = '流水号,交易时间,机构编号,终端号,卡号,交易类型,类别,金额,原流水号';
  return source(chance, ['清算文件号,清算日期,笔数,净额', head, titles, ...rows]);
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function writtenPain(chance: Chance, sent: Sent<AllocationLine>): FileSource {
  const version = chance.pick(['09', '03']);
  const transactions = sent.lines.map(
    ({ id, idNumber, name, card, amount }) =>
      `<CdtTrfTxInf><PmtId><EndToEndId>${id}</EndToEndId></PmtId><Amt><InstdAmt Ccy="CNY">${amount}</InstdAmt></Amt>` +
      `<Cdtr><Nm>${escaped(name)}</Nm><Id><PrvtId><Othr><Id>${idNumber}</Id></Othr></PrvtId></Id></Cdtr>` +
      `<CdtrAcct><Id><Othr><Id>${card}</Id></Othr></Id></CdtrAcct></CdtTrfTxInf>`,
  );
  const text =
    `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.${version}">` +
    `<CstmrCdtTrfInitn><GrpHdr><MsgId>${sent.batch}</MsgId><CreDtTm>2024-01-31T09:00:00</CreDtTm>` +
    `<NbOfTxs>${sent.count}</NbOfTxs><CtrlSum>${yuan(sent.sumFen)}</CtrlSum><InitgPty/></GrpHdr>` +
    `<PmtInf><PmtInfId>1</PmtInfId><PmtMtd>TRF</PmtMtd><ReqdExctnDt/><Dbtr/><DbtrAcct/><DbtrAgt/>` +
    `${transactions.join('\n')}</PmtInf></CstmrCdtTrfInitn></Document>`;
  return bytesSource(Buffer.from(sent.broken ? text.slice(0, -20) : text), [chance.pick([64, 65_536])]);
}
