import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { businessDate } from '../../../electron/contract/kernel/dates.ts';
import { readAllocation } from '../../../electron/ledger/intake/allocation/allocation-file.ts';
import { fileOnDisk, type FileSource } from '../../../electron/ledger/intake/file-source.ts';
import { readInstitutions } from '../../../electron/ledger/intake/institutions-file.ts';
import { readRegister } from '../../../electron/ledger/intake/register-file.ts';
import { readSettlement } from '../../../electron/ledger/intake/settlement-file.ts';
import {
  ALLOCATION_TITLES,
  allocationCsv,
  bytesSource,
  encode,
  faultOf,
  ONE_LINE,
  pain,
  painBlock,
  painGroup,
  painTransaction,
  textSource,
} from '../../unit/ledger/intake/intake-sources.ts';

const allocationFault = (text: string) => faultOf(readAllocation(textSource(text)));
const joined = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));
const gb = (text: string) => [...encode(text, 'gb18030')];

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bad-files-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a missing file and a folder are refused by name of the error, without a place', async () => {
  expect(await faultOf(readAllocation(fileOnDisk(join(folder, 'none.csv'))))).toMatchObject({
    code: 'FILE_UNREADABLE',
    line: null,
    params: { reason: 'ENOENT' },
  });
  expect(await faultOf(readSettlement(fileOnDisk(folder)))).toMatchObject({ params: { reason: 'EISDIR' } });
});

test.each([
  ['empty', []],
  ['utf16', [0xff, 0xfe, 0x79, 0x62]],
  ['utf16', [0x3c, 0x00, 0x3f, 0x00]],
  ['utf16', [0x41, 0x00, 0x2c, 0x00, 0x42, 0x00, 0x0d, 0x00]],
  ['utf16', [...Buffer.from('批次号\t入账年月', 'utf16le')]],
  ['wrongKind', [0x50, 0x4b, 0x03, 0x04, 0x14]],
  ['wrongKind', [0xd0, 0xcf, 0x11, 0xe0, 0xa1]],
  ['wrongKind', [...Buffer.from('%PDF-1.7\n')]],
])('what is no text file at all is named: %s %j', async (key, bytes) => {
  const source = bytesSource(Uint8Array.from(bytes), [1]);
  expect(await faultOf(readAllocation(source))).toMatchObject({ code: 'FF01', key, line: 1, column: 1 });
  expect(await faultOf(readRegister(source, businessDate('2024-01-01')))).toMatchObject({ code: 'FORMAT', key });
});

const TITLES = '机构编号,机构名称,机构类型,终端号\n';

test.each([
  ['UTF-8 broken late', joined(TITLES, 'H1,甲', [0xe4, 0xb8], ',医院,T1\n'), 2, 5, 'E4 B8', 'UTF-8'],
  ['UTF-8 cut off', joined(TITLES, 'H1,甲,医院,', [0xe4, 0xb8]), 2, 9, 'E4 B8', 'UTF-8'],
  ['GB18030 in a UTF-8 file', joined(TITLES, 'H1,𠀀', gb('甲'), ',医院,T1\n'), 2, 5, 'BC', 'UTF-8'],
  ['GB18030 broken late', joined(gb(TITLES), gb('H1,𠀀甲'), [0xff], ',\n'), 2, 6, 'FF', 'GB18030'],
  ['GB18030 cut off', joined(gb(TITLES), gb('H1,𠀀甲'), [0x95, 0x32, 0x82]), 2, 6, '95 32 82', 'GB18030'],
  ['GB18030 before a line end', joined(gb(TITLES), gb('H1,甲'), [0xd6, 0x0a], 'H2\n'), 2, 5, 'D6', 'GB18030'],
  ['marked UTF-8', joined('\ufeff', TITLES, [0xff]), 2, 1, 'FF', 'UTF-8'],
])(
  'bytes that are valid in neither encoding are located in characters: %s',
  async (_, bytes, line, column, found, encoding) => {
    for (const size of [1, 3, 65_536]) {
      const fault = await faultOf(readInstitutions(bytesSource(bytes, [size])));
      expect(fault).toMatchObject({ key: 'undecodable', line, column, params: { bytes: found, encoding } });
    }
  },
);

test.each([
  ['titlesWrong', '批次号,入账年月,笔数,金额\n', 1, 13],
  ['titlesWrong', allocationCsv([ONE_LINE]).replace('摘要', '备注'), 3, 18],
  ['endMissing', '批次号,入账年月,笔数,总金额\n', 2, 1],
  ['endMissing', '批次号,入账年月,笔数,总金额\nYB1,202401,1,1.00\n', 3, 1],
  ['noLines', allocationCsv([]), 4, 1],
  ['columnCount', allocationCsv([ONE_LINE, '2,11010519491231002X,"李,四",62']), 5, 30],
  ['columnCount', allocationCsv([`${ONE_LINE},"a"`]), 4, 66],
  ['numberCut', allocationCsv([ONE_LINE], '2.02401E+14,202401,1,300.00'), 2, 1],
  ['numberCut', allocationCsv([ONE_LINE.replace('1', '1.0E+12')]), 4, 1],
  ['separatorWrong', allocationCsv([ONE_LINE]).replaceAll(',', ';'), 1, 1],
  ['separatorWrong', allocationCsv([ONE_LINE]).replaceAll(',', '\t'), 1, 1],
  [
    'separatorWrong',
    allocationCsv([ONE_LINE])
      .replaceAll(/[^,\r\n]+/g, '"$&"')
      .replaceAll(',', ';'),
    1,
    6,
  ],
  ['quoteMisplaced', allocationCsv([ONE_LINE.replace('张三', '张"三')]), 4, 23],
  ['quoteTrailing', allocationCsv([ONE_LINE.replace('张三', '"张"三')]), 4, 25],
  ['quoteUnclosed', allocationCsv([ONE_LINE, ONE_LINE.replace('张三', '"张三')]), 5, 22],
  ['recordTooLong', allocationCsv([ONE_LINE.replace('张三', `"${'张\n'.repeat(20_000)}"`)]), 4, 1],
  ['recordTooLong', allocationCsv([ONE_LINE + 'x'.repeat(20_000)]), 4, 1],
  ['controlCharacter', allocationCsv([ONE_LINE.replace('张三', '张\0三')]), 4, 23],
  ['carriageReturnAlone', allocationCsv([ONE_LINE]).replaceAll('\r\n', '\r'), 1, 16],
  ['identifierInvalid', allocationCsv([ONE_LINE], ',202401,1,300.00'), 2, 1],
  ['identifierInvalid', allocationCsv([ONE_LINE], `${'Y'.repeat(36)},202401,1,300.00`), 2, 1],
  ['numberInvalid', allocationCsv([ONE_LINE], 'YB1,202413,1,300.00'), 2, 5],
  ['numberInvalid', allocationCsv([ONE_LINE], 'YB1,202401,1.0,300.00'), 2, 12],
  ['numberInvalid', allocationCsv([ONE_LINE], 'YB1,202401,1,1e5'), 2, 14],
  ['identifierInvalid', allocationCsv([ONE_LINE.replace('1', '')]), 4, 1],
  ['textTooLong', allocationCsv([ONE_LINE.replace('张三', '张'.repeat(141))]), 4, 22],
])(
  'an allocation CSV that is not the format is FF01 at its place, however it is cut: %s',
  async (key, text, line, column) => {
    for (const size of [1, 7, 65_536]) {
      const fault = await faultOf(readAllocation(textSource(text, 'utf-8', [size])));
      expect(fault).toMatchObject({ code: 'FF01', key, line, column });
    }
  },
);

test('what does not hold between declaration and lines is no fault of the format', async () => {
  expect(await allocationFault(allocationCsv([ONE_LINE], 'YB1,202401,7,1.00'))).toBeNull();
});

const DOCTYPE = '<!DOCTYPE Document [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>\n';
const DECLARATION = '<?xml version="1.0"?>\n';

test.each([
  ['xmlDoctype', pain({ declaration: DECLARATION + DOCTYPE })],
  ['xmlMalformed', pain().replace('张三', '&a;')],
  ['xmlMalformed', pain().slice(0, -30)],
  ['xmlMalformed', pain().slice(0, 300)],
  ['xmlMalformed', pain().replace('张三', '张\0三')],
  ['xmlMalformed', `${pain()}<more/>`],
  ['xmlNamespace', pain().replace('pain.001.001.09', 'pain.001.001.12')],
  ['xmlNamespace', '<html><body/></html>'],
  ['xmlElementUnexpected', pain().replace('<Dbtr/>', '<Dbtr/><Bonus/>')],
  ['xmlElementUnexpected', pain().replace('<PmtId>', '<PmtId xmlns="urn:other">')],
  ['xmlElementUnexpected', pain().replace('张三', '<b>张三</b>')],
  ['xmlElementTwice', pain().replace('<MsgId>YB1</MsgId>', '<MsgId>YB1</MsgId><MsgId>YB2</MsgId>')],
  ['xmlElementOrder', pain().replace('<Dbtr/><DbtrAcct/>', '<DbtrAcct/><Dbtr/>')],
  ['xmlElementMissing', pain().replace('<MsgId>YB1</MsgId>', '')],
  ['xmlElementMissing', pain().replace('<EndToEndId>1</EndToEndId>', '')],
  ['xmlElementMissing', pain().replace(/<InstdAmt.*?InstdAmt>/, '')],
  ['xmlElementMissing', pain({ blocks: painBlock('') })],
  ['xmlElementMissing', pain({ blocks: '' })],
  ['xmlStrayText', pain().replace('<Dbtr/>', '<Dbtr/>text')],
  ['xmlTooDeep', pain().replace('<Dbtr/>', `<Dbtr>${'<a>'.repeat(40)}${'</a>'.repeat(40)}</Dbtr>`)],
  ['xmlTooLong', pain().replace('<Dbtr/>', `<Dbtr>${'x'.repeat(400_000)}</Dbtr>`)],
  ['textTooLong', pain().replace('张三', '张'.repeat(141))],
  ['identifierInvalid', pain().replace('>YB1<', '><')],
  ['identifierInvalid', pain({ blocks: painBlock(painTransaction('1'.repeat(36))) })],
  ['numberInvalid', pain({ group: painGroup('1.5', '300.00') })],
  ['numberInvalid', pain({ group: painGroup(1, '3e2') })],
  ['valueUnknown', pain().replace('TRF', 'CHK')],
])('a pain.001 that is not the format is FF01 at its place, however it is cut: %s', async (key, text) => {
  const whole = await allocationFault(text);
  expect(whole).toMatchObject({ code: 'FF01', key });
  expect(whole!.line).toBeGreaterThan(0);
  expect(whole!.column).toBeGreaterThan(0);
  expect(await faultOf(readAllocation(textSource(text, 'utf-8', [1000])))).toMatchObject({ key, line: whole!.line });
});

test('an XML file that is no UTF-8 is read in the encoding it declares and no other', async () => {
  const chinese = pain({ declaration: '<?xml version="1.0" encoding="GBK"?>\n' });
  expect(await faultOf(readAllocation(textSource(chinese, 'gb18030')))).toBeNull();
  expect(await faultOf(readAllocation(textSource(pain(), 'gb18030')))).toMatchObject({ key: 'undecodable', line: 5 });
  const big5 = pain({ declaration: '<?xml version="1.0" encoding="Big5"?>' });
  expect(await faultOf(readAllocation(textSource(big5, 'gb18030')))).toMatchObject({ key: 'xmlEncoding', line: 1 });
});

test('a prefixed document in the right namespace is the same document', async () => {
  const prefixed = pain()
    .replace(/<(\/?)(?=[A-Z])/g, '<$1p:')
    .replace('xmlns=', 'xmlns:p=');
  expect(await allocationFault(prefixed)).toBeNull();
});

const SETTLEMENT_LINE = 'P1,20240203101500,H1,T1,6213300000000000011,消费,门诊,1.00,';
const settlement = (line: string, head = 'QS1,20240229,1,1.00') =>
  `清算文件号,清算日期,笔数,净额\n${head}\n流水号,交易时间,机构编号,终端号,卡号,交易类型,类别,金额,原流水号\n${line}\n`;

test.each([
  ['numberInvalid', settlement(SETTLEMENT_LINE, 'QS1,20240230,1,1.00'), 2, 5],
  ['numberInvalid', settlement(SETTLEMENT_LINE, 'QS1,20240229,1,x'), 2, 16],
  ['numberInvalid', settlement(SETTLEMENT_LINE.replace('101500', '251500')), 4, 4],
  ['cashOrTransfer', settlement(SETTLEMENT_LINE.replace('消费', '取现')), 4, 45],
  ['cashOrTransfer', settlement(SETTLEMENT_LINE.replace('消费', '转账')), 4, 45],
  ['valueUnknown', settlement(SETTLEMENT_LINE.replace('消费', '充值')), 4, 45],
  ['valueUnknown', settlement(SETTLEMENT_LINE.replace('门诊', '牙科')), 4, 48],
  ['identifierInvalid', settlement(SETTLEMENT_LINE.replace('P1', '')), 4, 1],
])('a settlement that is not the format is refused at its place: %s', async (key, text, line, column) => {
  expect(await faultOf(readSettlement(textSource(text)))).toMatchObject({ code: 'FORMAT', key, line, column });
});

const OFFICE = join(import.meta.dirname, '../../office-a');
const READERS: readonly [name: string, read: (source: FileSource) => AsyncIterable<unknown>][] = [
  ['allocation-202401.csv', readAllocation],
  ['allocation-202402.xml', readAllocation],
  ['settlement-202402.csv', readSettlement],
  ['register.csv', (source) => readRegister(source, businessDate('2024-01-01'))],
  ['institutions.csv', readInstitutions],
];

/** The first lines of a file of the office, ended so that it is sound. */
function opening(name: string): Uint8Array {
  const whole = readFileSync(join(OFFICE, name));
  const lines = whole.subarray(0, whole.lastIndexOf('\n', 6000) + 1);
  return name.endsWith('.xml') ? Buffer.concat([lines, Buffer.from('</PmtInf></CstmrCdtTrfInitn></Document>')]) : lines;
}

test.each(READERS)('no damage to %s makes its reader do anything but finish or refuse', async (name, read) => {
  const sound = opening(name);
  expect(await faultOf(read(bytesSource(sound)))).toBeNull();
  const byte = fc.oneof(fc.constantFrom(0, 10, 13, 34, 38, 44, 60, 62, 0x80, 0xff), fc.integer({ min: 0, max: 255 }));
  const change = fc.record({
    at: fc.nat(sound.length - 1),
    remove: fc.nat(30),
    insert: fc.uint8Array({ maxLength: 4 }),
    byte,
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(change, { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 20, max: 9000 }),
      async (changes, size) => {
        let bytes: Uint8Array = sound;
        for (const { at, remove, insert, byte: value } of changes) {
          bytes = Buffer.concat([bytes.subarray(0, at), insert, Buffer.from([value]), bytes.subarray(at + remove)]);
        }
        const fault = await faultOf(read(bytesSource(bytes, [size])));
        expect(fault === null || (fault.line! >= 1 && fault.column! >= 1)).toBe(true);
      },
    ),
    { numRuns: 300 },
  );
});

test('a file of 300,000 lines is read in memory that does not grow with it', async () => {
  const path = join(folder, 'large.csv');
  const line = (at: number) =>
    `${'E'.repeat(14)}${at},11010519491231002X,张三,6213300000000000011,300.00,个人账户划入\r\n`;
  const body = Array.from({ length: 300_000 }, (_, at) => line(at)).join('');
  writeFileSync(
    path,
    `批次号,入账年月,笔数,总金额\r\nYB1,202401,300000,90000000.00\r\n${ALLOCATION_TITLES}\r\n${body}`,
  );
  const before = process.memoryUsage.rss();
  let highest = before;
  let count = 0;
  for await (const part of readAllocation(fileOnDisk(path))) {
    highest = Math.max(highest, process.memoryUsage.rss());
    if (part.kind === 'summary') count = part.summary.count;
  }
  expect(count).toBe(300_000);
  expect((highest - before) / 2 ** 20).toBeLessThan(150);
});
