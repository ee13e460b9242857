/** pain.001 read as the information set it is (docs/formats.md 3): one document, however it is written down. */
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import '../../../property-seed.ts';
import { readAllocation } from '../../../../electron/ledger/intake/allocation/allocation-file.ts';
import {
  bytesSource,
  faultOf,
  pain,
  painBlock,
  painGroup,
  painTransaction,
  textSource,
  wholeAllocation,
} from './intake-sources.ts';

const plain = pain({
  group: painGroup(2, '600.00'),
  blocks: painBlock(painTransaction('1') + painTransaction('2'), '<CtrlSum>600.00</CtrlSum>'),
});
const NAMESPACE = 'urn:iso:std:iso:20022:tech:xsd:pain.001.001.09';

/** Gives each element a prefix drawn for it, declared where it is needed or at the root, in any quotes and order. */
function rewritten(text: string, prefixes: readonly string[], everywhere: boolean): string {
  const open: string[] = [];
  let [at, first] = [0, true];
  return text.replace(
    /<(\/?)([A-Za-z]\w*)((?:\s[^>]*?)?)(\/?)>/g,
    (_, slash: string, name: string, rest: string, empty: string) => {
      if (slash !== '') return `</${open.pop()}>`;
      const prefix = prefixes[at++ % prefixes.length]!;
      const whole = prefix === '' ? name : `${prefix}:${name}`;
      const names = first ? ['', 'a', 'b'] : everywhere ? [prefix] : [];
      first = false;
      if (empty === '') open.push(whole);
      const declared = names.map((one) => ` xmlns${one === '' ? '' : `:${one}`}='${NAMESPACE}'`).join('');
      return `<${whole}${rest.replace(/\sxmlns="[^"]*"/, '')}${declared}${empty}>`;
    },
  );
}

test('any prefixes of the namespace, mixed or not, make the same document', async () => {
  const expected = await wholeAllocation(textSource(plain));
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('', 'a', 'b'), { minLength: 1, maxLength: 12 }),
      fc.boolean(),
      fc.integer({ min: 20, max: 900 }),
      async (prefixes, everywhere, size) => {
        const read = await wholeAllocation(textSource(rewritten(plain, prefixes, everywhere), 'utf-8', [size]));
        expect(read).toEqual(expected);
      },
    ),
  );
});

test('an element of another namespace, or of none, is none of the document', async () => {
  const other = plain.replace('<PmtId>', '<x:PmtId xmlns:x="urn:other">').replace('</PmtId>', '</x:PmtId>');
  expect(await faultOf(readAllocation(textSource(other)))).toMatchObject({ key: 'xmlElementUnexpected' });
  const none = plain.replace('<PmtId>', '<PmtId xmlns="">');
  expect(await faultOf(readAllocation(textSource(none)))).toMatchObject({ key: 'xmlElementUnexpected' });
  const unbound = plain.replace('<PmtId>', '<q:PmtId>').replace('</PmtId>', '</q:PmtId>');
  expect(await faultOf(readAllocation(textSource(unbound)))).toMatchObject({ key: 'xmlElementUnexpected' });
  const after = plain.replace('<Dbtr/>', `<Dbtr xmlns="urn:other" xmlns:p="${NAMESPACE}"/>`);
  expect(await faultOf(readAllocation(textSource(after))), 'the name of what is passed over counts too').not.toBeNull();
});

test('text may stand in references, CDATA and around comments, attributes in any order', async () => {
  const written = plain
    .replace('张三', '<!-- a -->&#x5f20;<![CDATA[三]]><?p i?>')
    .replace('<Document', '<Document xsi:schemaLocation="a b" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"');
  const { lines } = await wholeAllocation(textSource(written));
  expect(lines[0]!.name).toBe('张三');
});

const othr = (id: string, scheme = '') =>
  `<Othr><Id>${id}</Id>${scheme === '' ? '' : `<SchmeNm>${scheme}</SchmeNm>`}<Issr>x</Issr></Othr>`;
const NIDN = '<Cd>NIDN</Cd>';
const RESIDENT = '11010519491231002X';

test.each([
  ['the one with the scheme NIDN', othr('C1', '<Cd>CUST</Cd>') + othr('440524188001010014') + othr(RESIDENT, NIDN)],
  ['the one that is a resident ID number', othr('C000123') + othr('V2', '<Prtry>NIDN</Prtry>') + othr(RESIDENT)],
  ['the first of several with NIDN', othr(RESIDENT.toLowerCase(), NIDN) + othr('440524188001010014', NIDN)],
  ['the only one', othr(RESIDENT, '<Cd>CUST</Cd>')],
])('of several identifications %s counts', async (_, others) => {
  const text = plain.replaceAll(/<Othr><Id>11010519491231002X<\/Id><\/Othr>/g, others);
  const { lines } = await wholeAllocation(textSource(text));
  expect(lines.map(({ idNumber }) => idNumber)).toEqual([RESIDENT, RESIDENT]);
});

test('identifications of one person do not count for the next', async () => {
  const nobody = plain.replace(/<Othr><Id>11010519491231002X<\/Id><\/Othr>(?![\s\S]*<Othr><Id>1101)/, '');
  const { lines } = await wholeAllocation(textSource(nobody));
  expect(lines.map(({ idNumber }) => idNumber)).toEqual([RESIDENT, '']);
});

test.each([
  ['+300.00', 30_000],
  ['300', 30_000],
  ['300.0', 30_000],
  ['300.000', 30_000],
  ['000300.', 30_000],
  ['.50', 50],
  ['-0.00', 0],
  ['300.005', null],
  ['-1.00', null],
  ['1,000.00', null],
  ['3e2', null],
  ['.', null],
  ['', null],
])('an amount of %s is %s fen by the rules of xs:decimal', async (text, amount) => {
  const read = await wholeAllocation(textSource(pain({ blocks: painBlock(painTransaction('1', text)) })));
  expect(read.lines[0]!.amount).toBe(amount);
});

test.each([
  ['neither', null, '', 'sumUndeclared'],
  ['the group alone', '300.00', '', null],
  ['the block alone', null, '<CtrlSum>300.00</CtrlSum>', 'sumUndeclared'],
  ['both', '+300.0', '<CtrlSum>300</CtrlSum>', null],
])('where %s declares a sum the file holds, and what is not declared is added up', async (_, group, block, note) => {
  const text = pain({ group: painGroup(1, group), blocks: painBlock(painTransaction('1'), block) });
  const { summary } = await wholeAllocation(textSource(text));
  expect(summary).toMatchObject({ sumHolds: true, countHolds: true });
  expect(summary.notes.map(({ key }) => key)).toEqual(note === null ? [] : [note]);
  if (note !== null) expect(summary.notes[0]!.message).toContain('300.00');
});

test('TRA transfers as TRF does', async () => {
  expect(await faultOf(readAllocation(textSource(plain.replace('TRF', 'TRA'))))).toBeNull();
});

const declared = (encoding: string) => pain({ declaration: `<?xml version="1.0" encoding="${encoding}"?>\n` });

test.each(['GBK', 'GB2312', 'gb18030', 'ISO-8859-1', 'Big5'])(
  'UTF-8 is read as UTF-8 although %s is declared, and the difference is noted',
  async (encoding) => {
    const { lines, summary } = await wholeAllocation(textSource(declared(encoding)));
    expect(lines[0]!.name).toBe('张三');
    expect(summary.notes).toMatchObject([
      { key: 'encodingDiffers', params: { declared: encoding, encoding: 'UTF-8' } },
    ]);
  },
);

test('GB18030 is read as declared, plain ASCII fits every declaration', async () => {
  const chinese = await wholeAllocation(bytesSource(iconv.encode(declared('GBK'), 'gb18030')));
  expect([chinese.lines[0]!.name, chinese.summary.notes]).toEqual(['张三', []]);
  const ascii = await wholeAllocation(textSource(declared('GBK').replace('张三', 'Zhang')));
  expect(ascii.summary.notes).toEqual([]);
});
