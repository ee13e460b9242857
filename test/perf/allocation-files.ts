/** The month-end files of a simulated office on disk: CSV in the department's encoding, and the same lines as pain.001. */
import { closeSync, openSync, writeSync } from 'node:fs';
import iconv from 'iconv-lite';
import { businessDate } from '../../electron/contract/kernel/dates.ts';
import { simulatedAllocation } from '../../electron/ledger/demo/simulated-office.ts';

const DAY = businessDate('2024-01-31');

/** @param day of the month whose file it is. */
export function writeAllocationCsv(path: string, seed: number, accounts: number, day = DAY): void {
  writePieces(
    path,
    (function* () {
      for (const piece of simulatedAllocation(seed, accounts, day)) yield iconv.encode(piece, 'gb18030');
    })(),
  );
}

export function writeAllocationXml(path: string, seed: number, accounts: number): void {
  writePieces(path, xmlPieces(simulatedAllocation(seed, accounts, DAY)));
}

function writePieces(path: string, pieces: Iterable<Uint8Array>): void {
  const file = openSync(path, 'w');
  for (const piece of pieces) writeSync(file, piece);
  closeSync(file);
}

function* xmlPieces(csv: Iterable<string>): Generator<Uint8Array> {
  let rest = '';
  let place = 0;
  for (const piece of csv) {
    const lines = (rest + piece).split('\r\n');
    rest = lines.pop() ?? '';
    let xml = '';
    for (const line of lines) {
      if (place === 1) xml += opening(line.split(','));
      if (place > 2) xml += transaction(line.split(','));
      place += 1;
    }
    yield Buffer.from(xml);
  }
  yield Buffer.from('</PmtInf></CstmrCdtTrfInitn></Document>\n');
}

function opening([batch = '', , count = '', sum = '']: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"><CstmrCdtTrfInitn><GrpHdr><MsgId>${batch}</MsgId>\
<CreDtTm>2024-01-31T08:00:00</CreDtTm><NbOfTxs>${count}</NbOfTxs><CtrlSum>${sum}</CtrlSum>\
<InitgPty><Nm>市医保中心</Nm></InitgPty></GrpHdr><PmtInf><PmtInfId>${batch}-1</PmtInfId><PmtMtd>TRF</PmtMtd>\
<ReqdExctnDt><Dt>2024-01-31</Dt></ReqdExctnDt><Dbtr><Nm>市医保中心</Nm></Dbtr>\
<DbtrAcct><Id><Othr><Id>1001</Id></Othr></Id></DbtrAcct><DbtrAgt><FinInstnId/></DbtrAgt>
`;
}

function transaction([
  id = '',
  idNumber = '',
  name = '',
  card = '',
  amount = '',
  text = '',
]: readonly string[]): string {
  return `<CdtTrfTxInf><PmtId><EndToEndId>${id}</EndToEndId></PmtId><Amt><InstdAmt Ccy="CNY">${amount}</InstdAmt></Amt>\
<Cdtr><Nm>${name}</Nm><Id><PrvtId><Othr><Id>${idNumber}</Id></Othr></PrvtId></Id></Cdtr>\
<CdtrAcct><Id><Othr><Id>${card}</Id></Othr></Id></CdtrAcct><RmtInf><Ustrd>${text}</Ustrd></RmtInf></CdtTrfTxInf>
`;
}
