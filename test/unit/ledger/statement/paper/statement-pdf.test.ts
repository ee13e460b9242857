import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import '../../../../property-seed.ts';
import { fen, yuanGrouped } from '../../../../../electron/contract/kernel/money.ts';
import { FACES, faceFont } from '../../../../../electron/ledger/paper/fonts/document-faces.ts';
import { MissingGlyphError, missingGlyphsIn } from '../../../../../electron/ledger/paper/fonts/missing-glyph.ts';
import { missingGlyphs } from '../../../../../electron/ledger/statement/paper/statement-glyphs.ts';
import { PAGE } from '../../../../../electron/ledger/paper/page-ink.ts';
import { KIND_LABELS } from '../../../../../electron/ledger/paper/paper-labels.ts';
import * as labels from '../../../../../electron/ledger/statement/paper/statement-labels.ts';
import type { DrawnPaper } from '../../../../../electron/ledger/paper/page-ink.ts';
import { statementPdf } from '../../../../../electron/ledger/statement/paper/statement-pdf.ts';
import { ENTRY_KINDS, type StatementView } from '../../../../../electron/ledger/statement/paper/statement-view.ts';
import { statementArbitrary, statementOf, usualDrafts } from './statement-sample.ts';

type Run = {
  readonly text: string;
  readonly size: number;
  readonly x: number;
  readonly y: number;
  readonly end: number;
};

async function pagesOf({ pdf }: DrawnPaper): Promise<readonly (readonly Run[])[]> {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 });
  const document = await task.promise;
  const pages: Run[][] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent({ disableNormalization: true });
    pages.push(
      items.flatMap((item) => {
        if (!('str' in item) || item.str.trim() === '') return [];
        const [size, , , , x, y]: number[] = item.transform;
        return [{ text: item.str, size: size!, x: x!, y: y!, end: x! + item.width }];
      }),
    );
  }
  await task.destroy();
  return pages;
}

/** The text of a page run by run, without the spaces that are only distance. */
function squeezed(runs: readonly Run[]): string {
  return runs
    .map(({ text }) => text)
    .join('')
    .replaceAll(/\s/g, '');
}

async function textOf(view: StatementView): Promise<string> {
  return squeezed((await pagesOf(await statementPdf(view))).flat());
}

test('the text of the PDF holds every amount, balance, reference and place, whole and in order', async () => {
  await fc.assert(
    fc.asyncProperty(statementArbitrary, fc.boolean(), async (view, largeType) => {
      const text = await textOf({ ...view, largeType });
      let at = 0;
      for (const entry of view.entries) {
        for (const part of [yuanGrouped(entry.amountFen), yuanGrouped(entry.balanceFen)]) {
          const found = text.indexOf(part, at);
          expect(found, `${part} of entry ${entry.seq}`).toBeGreaterThanOrEqual(at);
          at = found;
        }
        expect(text).toContain(labels.referenceOf(entry));
        expect(text).toContain((entry.place ?? '').replaceAll(/\s/g, ''));
      }
      expect(text).toContain(yuanGrouped(view.openingFen));
      expect(text).toContain(yuanGrouped(view.closingFen));
    }),
    { numRuns: 25 },
  );
});

test('a first entry too tall for the room under the first head stands whole on the next page', async () => {
  const [draft, ...others] = usualDrafts(6);
  const tall = { ...draft!, kind: 'allocation', text: '𠂇&'.repeat(400), reference: 'A0000' } as const;
  const view = { ...statementOf([tall, ...others]), largeType: true };
  const pages = await pagesOf(await statementPdf(view));
  const [first, next] = pages.map(squeezed);
  expect(first).not.toContain('1.入账');
  expect(next).toContain('1.入账');
  expect(next).toContain('A0000');
  for (const run of pages.flat()) expect(run.y).toBeGreaterThan(0);
});

test('opening, closing and every total by kind stand on the first page with their labels', async () => {
  const view = statementOf(usualDrafts(30));
  const [first] = await pagesOf(await statementPdf(view));
  const text = squeezed(first!);
  for (const kind of ENTRY_KINDS) {
    expect(text).toContain(KIND_LABELS[kind].zh);
    expect(text).toContain(KIND_LABELS[kind].en);
    expect(text).toContain(yuanGrouped(view.totals[kind].amountFen));
  }
  const { credits, debits } = view.turnover!;
  expect(text).toContain(`收入合计${credits.count}笔Credits${yuanGrouped(credits.amountFen)}`);
  expect(text).toContain(`支出合计${debits.count}笔Debits${yuanGrouped(debits.amountFen)}`);
  for (const part of [view.holder.name, view.holder.idNumber, view.card, view.clerk, view.documentNumber]) {
    expect(text).toContain(part);
  }
});

test('the same view gives the same bytes, another moment other ones', async () => {
  const view = statementOf(usualDrafts(20));
  const later = { ...view, issuedAt: { ...view.issuedAt, local: '2026-11-20 10:15:43' } };
  const [one, same, other] = await Promise.all([view, view, later].map(statementPdf));
  expect(Buffer.compare(one!.pdf, same!.pdf)).toBe(0);
  expect(Buffer.compare(one!.pdf, other!.pdf)).not.toBe(0);
});

test('thirty-five lines fit one page with seal and signatures, and no page is larger than 60 kB', async () => {
  const one = await statementPdf(statementOf(usualDrafts(35)));
  expect([one.pages, (await pagesOf(one)).length]).toEqual([1, 1]);
  expect(one.pdf.length).toBeLessThan(60_000);
  const many = await statementPdf(statementOf(usualDrafts(1_000)));
  expect((await pagesOf(many)).length).toBe(many.pages);
  expect(many.pdf.length / many.pages).toBeLessThan(60_000);
});

test('while a long one is drawn others are let in, and two at once are each as if alone', async () => {
  const view = statementOf(usualDrafts(2_000));
  let turns = 0;
  const over = new AbortController();
  const others = (async () => {
    for (; !over.signal.aborted; turns += 1) await new Promise(setImmediate);
  })();
  const [one, beside] = await Promise.all([statementPdf(view), statementPdf({ ...view, largeType: true })]);
  over.abort();
  await others;
  expect(turns).toBeGreaterThanOrEqual(Math.floor(one.pages / 16));
  const alone = await statementPdf(view);
  expect(Buffer.compare(one.pdf, alone.pdf)).toBe(0);
  expect(beside.pages).toBeGreaterThan(one.pages);
});

test('every page says which of how many it is, and names the document and the holder', async () => {
  const view = statementOf(usualDrafts(150), { reprint: { count: 2, clerk: '1002' } });
  const pages = (await pagesOf(await statementPdf(view))).map(squeezed);
  expect(pages.length).toBe(3);
  pages.forEach((text, index) => {
    expect(text).toContain(`第${index + 1}页/共3页Page${index + 1}of3`);
    expect(text).toContain(view.documentNumber);
    expect(text).toContain(view.card);
    expect(text).toContain('补打第2份（柜员1002）');
  });
});

test.each([false, true])(
  'nothing is printed outside the margins or over its neighbour (large type: %s)',
  async (largeType) => {
    const long = '中国人民解放军南部战区总医院附属第三临床医学院（东院区）门诊部'.repeat(3);
    const drafts = usualDrafts(40).map((draft, index) => ({
      ...draft,
      amountFen: index % 2 === 0 ? 99_999_999_999 : -1_234_567_890,
      place: index % 5 === 0 ? long : draft.place,
      reference: index % 7 === 0 ? 'R'.repeat(70) : draft.reference,
    }));
    const pages = await pagesOf(await statementPdf(statementOf(drafts, { largeType })));
    for (const runs of pages) {
      for (const [index, run] of runs.entries()) {
        expect(run.x).toBeGreaterThan(35);
        expect(run.end).toBeLessThan(PAGE.width - 35);
        expect(run.y).toBeGreaterThan(10);
        const next = runs[index + 1];
        if (next && next.y === run.y && next.x >= run.x)
          expect(next.x, `${run.text}|${next.text}`).toBeGreaterThan(run.end - 0.1);
      }
    }
    expect(squeezed(pages.flat())).toContain(long);
  },
);

test('in large type nothing is smaller than 14 points', async () => {
  const view = statementOf(usualDrafts(30), {
    largeType: true,
    reprint: { count: 1, clerk: '1002' },
    printGate: { unprinted: 52, limit: 60, cleared: false, clears: 30 },
  });
  const sizes = (await pagesOf(await statementPdf(view))).flat().map(({ size }) => size);
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(14);
});

test('amounts and balances are right-aligned on their digits', async () => {
  const view = statementOf(usualDrafts(40));
  const runs = (await pagesOf(await statementPdf(view))).flat();
  const ends = view.entries.map(({ balanceFen }) => runs.findLast(({ text }) => text === yuanGrouped(balanceFen))!.end);
  expect(Math.max(...ends) - Math.min(...ends)).toBeLessThan(0.05);
  const digits = FACES.map((face) =>
    Array.from('0123456789').map((digit) => faceFont(face).advanceOf(faceFont(face).glyphOf(digit.charCodeAt(0)))),
  );
  for (const widths of digits) expect(new Set(widths).size).toBe(1);
});

test.each([
  [false, 'zh-CN', ['本期间无交易记录', 'Notransactionsinthisperiod']],
  [true, 'zh-CN', ['本期间无交易记录']],
  [true, 'en', ['Notransactionsinthisperiod']],
] as const)('an empty period says so (large type: %s, %s)', async (largeType, language, said) => {
  const text = await textOf(statementOf([], { largeType, language }));
  for (const part of [...said, largeType && language === 'en' ? 'Branchbusinessseal' : '业务专用章'])
    expect(text).toContain(part);
});

test('a selection of kinds and a reprint are said on the paper', async () => {
  const all = statementOf(usualDrafts(3));
  const printGate = { unprinted: 52, limit: 60, cleared: false, clears: 0 };
  const text = await textOf({
    ...all,
    kindFilter: ['refund', 'void'],
    entries: [],
    reprint: { count: 4, clerk: '1002' },
    printGate,
  });
  for (const part of [
    '仅列示：退货、撤销',
    '无所选类别的交易记录',
    '补打第4份（柜员1002），非原件',
    '不计入打印，未打印明细仍为52笔',
  ])
    expect(text).toContain(part);
});

test.each([
  ['all of them', { unprinted: 23, limit: 60, cleared: true, clears: 23 }, '未打印明细余0笔（此前23笔）'],
  ['some of them', { unprinted: 52, limit: 60, cleared: false, clears: 23 }, '未打印明细余29笔（此前52笔）'],
  ['all, told by a paper of before', { unprinted: 23, limit: 60, cleared: true, clears: null }, '余0笔（此前23笔）'],
  ['who knows how many', { unprinted: 23, limit: 60, cleared: false, clears: null }, '本单出具前有未打印明细23笔'],
] as const)('what remains unprinted after the paper is said where it clears %s', async (_, printGate, said) => {
  for (const largeType of [false, true]) {
    const text = await textOf(statementOf(usualDrafts(3), { largeType, printGate }));
    expect(text).toContain(said);
    expect(text).toContain('未打印达60笔时该卡暂停支付，打印后恢复');
    expect(text).not.toContain('尚有');
  }
});

test.each([
  ['010-12345678', '查询电话Enquiries：010-12345678'],
  [null, null],
] as const)('the telephone for queries %s is named, or nothing is said of one', async (queryTelephone, said) => {
  const text = await textOf(statementOf(usualDrafts(3), { queryTelephone }));
  expect(text).toContain('《中华人民共和国社会保险法》第七十四条');
  if (said === null) expect(text).not.toContain('查询电话');
  else expect(text).toContain(said);
});

test('entry date and transaction time are both named, and an allocation is told by file and line', async () => {
  const view = statementOf(usualDrafts(2));
  const text = await textOf(view);
  for (const part of ['入账日期Entrydate', '交易时间Transactiontime', 'YB20240131001-1', 'P000007919'])
    expect(text).toContain(part);
  const large = await textOf({ ...view, largeType: true });
  for (const part of ['入账2024-01-02消费', '交易时间2024-01-0210:15:01', '流水号YB20240131001-1'])
    expect(large).toContain(part);
});

test('large type says no label in two languages', async () => {
  const view = statementOf(usualDrafts(20), { largeType: true });
  expect(await textOf(view)).not.toMatch(/Balance|Holder|Reference|Page/);
  const english = await textOf({ ...view, language: 'en' });
  expect(english).not.toMatch(/余额|户名|流水号|第1页|笔/);
});

test.each(['zh-CN', 'en'] as const)(
  'two lines of large type (%s) take one page, gate and telephone told',
  async (language) => {
    const printGate = { unprinted: 52, limit: 60, cleared: false, clears: 2 };
    const view = statementOf(usualDrafts(2), { largeType: true, language, printGate, queryTelephone: '010-12345678' });
    expect((await statementPdf(view)).pages).toBe(1);
  },
);

test('a character the fonts lack is reported with its place before anything is printed', async () => {
  const drafts = usualDrafts(3);
  const view = statementOf([{ ...drafts[0]!, place: '医院\u{1F3E5}' }, drafts[1]!], {
    holder: { name: '\u{2B820}*', idNumber: '1' },
  });
  expect(missingGlyphs(view)).toEqual([
    { character: '\u{2B820}', codePoint: 'U+2B820', where: 'holder.name' },
    { character: '\u{1F3E5}', codePoint: 'U+1F3E5', where: 'entry 1 place' },
  ]);
  await expect(statementPdf(view)).rejects.toThrow(MissingGlyphError);
  await expect(statementPdf(view)).rejects.toThrow(/U\+2B820 in holder\.name.*U\+1F3E5 in entry 1 place/);
});

test('rare characters of the extensions are printed and can be copied from the PDF', async () => {
  const name = '㐂㛃𠂇𠂉𠃌*';
  expect(missingGlyphsIn(name, 'name')).toEqual([]);
  expect(await textOf(statementOf([], { holder: { name, idNumber: '1' } }))).toContain(name);
});

test('a line break in a name is a space on paper', async () => {
  const [draft] = usualDrafts(2).slice(1);
  const runs = (
    await pagesOf(await statementPdf(statementOf([{ ...draft!, amountFen: 1, place: '东院\n门诊' }])))
  ).flat();
  expect(runs.map(({ text }) => text)).toContain(`东院 门诊 ${draft!.terminal}`);
});

test('an amount of any length is printed whole', async () => {
  const amountFen = Number.MAX_SAFE_INTEGER - 200_000;
  const view = statementOf([{ ...usualDrafts(1)[0]!, amountFen }]);
  expect(await textOf(view)).toContain(yuanGrouped(fen(amountFen)));
});
