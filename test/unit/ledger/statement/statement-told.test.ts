/** What a statement has to say for a branch to take it (docs/papers.md): read back from the papers and files that are given out. */
import { expect, test } from 'vitest';
import { statementCamt053 } from '../../../../electron/ledger/statement/paper/statement-camt053.ts';
import { statementPdf } from '../../../../electron/ledger/statement/paper/statement-pdf.ts';
import { person } from '../../../offices/made-up-people.ts';
import { officeOfEachTest } from '../../../offices/office-of-each-test.ts';
import { statementOf as askedFor, type Counter, type Office } from '../../../offices/small-office.ts';
import { pagesOf, squeezed } from '../loss/paper/loss-pages.ts';
import { statementOf, usualDrafts } from './paper/statement-sample.ts';

let office: Office;
let clerk: Counter;
officeOfEachTest((open) => ({ office, clerk } = open));

const LAW = '依据《中华人民共和国社会保险法》第七十四条，参保人可免费查询、核对其缴费和待遇记录；';

test.each([false, true])(
  'the statement of a visit: whole name, seal, signatures, sums apart, law, telephone, gate (large type: %s)',
  async (largeType) => {
    await office.changeSetting('queryTelephone', '010-12345678');
    await office.changeSetting('printGate', 60);
    const { visitId } = await office.openVisit(1, clerk);
    const { pdf, clears, unprinted } = await office.must(
      'statement.prepare',
      { ...askedFor(visitId), largeType },
      clerk,
    );
    const text = (await pagesOf(pdf)).map(squeezed).join('');
    expect(text).toContain(person(1).name);
    for (const said of ['业务专用章', '复核', LAW, '010-12345678']) expect(text).toContain(said);
    expect(text).toMatch(/收入(合计)?3笔(Credits)?620\.00/);
    expect(text).toMatch(/经办(Handledby)?1001(Reviewedby)?复核/);
    expect(text).toMatch(/支出(合计)?2笔(Debits)?-30\.00/);
    expect(unprinted).toBeGreaterThan(0);
    expect(clears).toBe(unprinted);
    expect(text).toContain(`未打印明细余0笔（此前${unprinted}笔）`);
    expect(text).toContain('未打印达60笔时该卡暂停支付，打印后恢复');
  },
);

test.each([false, true])(
  'over several pages each begins with what the one before carried over; seal and signatures close the last (large type: %s)',
  async (largeType) => {
    const pages = (await pagesOf((await statementPdf(statementOf(usualDrafts(120), { largeType }))).pdf)).map(squeezed);
    expect(pages.length).toBeGreaterThan(2);
    for (const [at, page] of pages.entries()) {
      const [isFirst, isLast] = [at === 0, at === pages.length - 1];
      expect([page.includes('承前页'), page.includes('过次页')], `page ${at + 1}`).toEqual([!isFirst, !isLast]);
      const closing = ['业务专用章', '复核', LAW].map((said) => page.includes(said));
      expect(closing, `page ${at + 1}`).toEqual([isLast, isLast, isLast]);
    }
  },
);

test('in camt.053 the account, its owner, both balances and each entry with side, dates, references and place', () => {
  const holder = { name: '阿依努尔·买买提江', idNumber: '110***********002X' };
  const view = statementOf(usualDrafts(2), { holder });
  const xml = statementCamt053(view, '6213300100000000016');
  const told = (tag: string): string[] =>
    [...xml.matchAll(new RegExp(`<${tag}>([^<]*)</${tag}>`, 'g'))].map(([, of]) => of ?? '');
  expect(xml).toContain('<Acct><Id><Othr><Id>6213300100000000016</Id></Othr></Id><Ccy>CNY</Ccy>');
  expect(told('Nm')).toEqual([holder.name]);
  expect(told('MsgId')).toEqual([view.documentNumber]);
  expect([...told('FrDtTm'), ...told('ToDtTm')]).toEqual(['2024-01-01T00:00:00', '2024-12-31T23:59:59']);
  // Opening, closing, then the entries: what came in is credit, what went out debit, and no amount has a sign.
  expect(told('CdtDbtInd')).toEqual(['CRDT', 'CRDT', 'CRDT', 'DBIT']);
  expect([...xml.matchAll(/<Amt Ccy="CNY">([^<]*)</g)].map(([, amount]) => amount)).toEqual([
    '1234.56',
    '1533.49',
    '300.00',
    '1.07',
  ]);
  expect(told('EndToEndId')).toEqual(['1', 'P000007919']);
  expect(told('AcctSvcrRef')).toEqual(['0101-00000017-1', '0101-00000017-2']);
  expect(xml).toContain('<BookgDt><Dt>2024-01-02</Dt></BookgDt>');
  expect(told('TxDtTm')).toEqual(['2024-01-02T10:15:01']);
  expect(told('AddtlNtryInf').at(-1)).toContain('市第一人民医院');
});
