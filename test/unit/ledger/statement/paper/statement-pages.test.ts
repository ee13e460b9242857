/** How a statement goes from page to page: the sums carried over, the full page, and texts as long as they come. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import '../../../../property-seed.ts';
import { fen, parseYuan } from '../../../../../electron/contract/kernel/money.ts';
import { statementPdf } from '../../../../../electron/ledger/statement/paper/statement-pdf.ts';
import { turnoverOf, type StatementView } from '../../../../../electron/ledger/statement/paper/statement-view.ts';
import { bare, collisions, pagesOf, squeezed, type Page } from '../../loss/paper/loss-pages.ts';
import { draftArbitrary, statementOf, usualDrafts } from './statement-sample.ts';

interface Sums {
  readonly credits: { readonly count: number; readonly amountFen: number };
  readonly debits: { readonly count: number; readonly amountFen: number };
  readonly balanceFen: number;
}

const printed = async (view: StatementView) => pagesOf((await statementPdf(view)).pdf);

function fenOf(text: string): number {
  const read = parseYuan(text);
  if (!read.ok) throw new Error(`no amount: ${text}`);
  return read.amountFen;
}

/** What a line of sums says: the label, and the figures drawn after it. */
function sumsBeside(page: Page, label: string): Sums | null {
  const at = page.runs.findIndex(({ text }) => text === label);
  if (at === -1) return null;
  const said = bare(
    page.runs
      .slice(at + 1, at + 6)
      .map(({ text }) => text)
      .join(' | '),
  );
  const side = (word: string) => {
    const [, count, amount] = new RegExp(`${word}(\\d+)笔(-?[\\d,]+\\.\\d\\d)`).exec(said) ?? [];
    return { count: Number(count), amountFen: fenOf(amount ?? '') };
  };
  const balance = /(?:^|\|)(?:余额)?(-?[\d,]+\.\d\d)(?:\||$)/.exec(said)?.[1];
  return { credits: side('收入'), debits: side('支出'), balanceFen: fenOf(balance ?? '') };
}

/** The sums of the first entries, by the ledger's own figures. */
function sumsOf({ entries, openingFen }: StatementView, count: number): Sums {
  const listed = entries.slice(0, count);
  return { ...turnoverOf(listed), balanceFen: listed.at(-1)?.balanceFen ?? openingFen };
}

test.each([false, true])(
  'whatever a statement lists, a page begins with what the one before carried over, and the last one totals all (large type: %s)',
  async (largeType) => {
    await fc.assert(
      fc.asyncProperty(fc.array(draftArbitrary, { maxLength: 150 }), async (drafts) => {
        const view = statementOf(drafts, { largeType }, fen(100_000_000_000));
        const pages = await printed(view);
        for (const [index, page] of pages.entries()) {
          const over = sumsBeside(page, '过次页');
          const next = pages[index + 1];
          if (next === undefined) expect(over).toBeNull();
          else {
            expect(over).toEqual(sumsOf(view, over!.credits.count + over!.debits.count));
            expect(sumsBeside(next, '承前页')).toEqual(over);
          }
        }
        expect(sumsBeside(pages[0]!, '承前页')).toBeNull();
        const total = sumsBeside(pages.at(-1)!, '合计');
        if (drafts.length > 0) expect(total).toEqual(sumsOf(view, drafts.length));
      }),
      { numRuns: 15 },
    );
  },
);

test('a statement of chosen kinds totals what it lists', async () => {
  const all = statementOf(usualDrafts(150));
  const entries = all.entries.filter(({ kind }) => kind === 'consumption');
  const view = { ...all, kindFilter: ['consumption' as const], entries };
  const pages = await printed(view);
  expect(sumsBeside(pages.at(-1)!, '所列合计')).toEqual(sumsOf(view, entries.length));
  expect(sumsBeside(pages[0]!, '过次页')).toEqual(sumsBeside(pages[1]!, '承前页'));
});

/** The largest statement of usual lines on one page. */
async function fullPage(largeType: boolean): Promise<number> {
  let count = 1;
  while ((await statementPdf(statementOf(usualDrafts(count + 1), { largeType }))).pages === 1) count += 1;
  return count;
}

test.each([false, true])(
  'a page exactly full carries nothing over; one line more takes another (large type: %s)',
  async (largeType) => {
    const count = await fullPage(largeType);
    const [only] = await printed(statementOf(usualDrafts(count), { largeType }));
    expect(sumsBeside(only!, '合计')?.credits.count).toBeGreaterThan(0);
    expect(squeezed(only!)).not.toMatch(/过次页|承前页/);
    expect(collisions(only!)).toEqual([]);
    const view = statementOf(usualDrafts(count + 1), { largeType });
    const [first, second, ...more] = await printed(view);
    expect(more).toEqual([]);
    expect(sumsBeside(second!, '承前页')).toEqual(sumsBeside(first!, '过次页'));
    const before = sumsBeside(first!, '过次页')!;
    expect(before.credits.count + before.debits.count).toBeLessThan(count + 1);
  },
);

const LONG_NAME = '阿卜杜热合曼·买买提明·'.repeat(4).slice(0, 40);
const LONG_PLACE =
  '中国人民解放军南部战区总医院附属第三临床医学院（东院区）门诊部社区卫生服务中心国际医疗部综合内科一区二楼收费处甲乙丙丁戊';

test.each([
  [false, 'zh-CN'],
  [true, 'zh-CN'],
  [true, 'en'],
] as const)('the longest texts and amounts stand whole and apart (large type: %s, %s)', async (largeType, language) => {
  expect([LONG_NAME.length, LONG_PLACE.length]).toEqual([40, 60]);
  const drafts = usualDrafts(60).map((draft, index) => ({
    ...draft,
    amountFen: index % 2 === 0 ? 999_999_999_999 : -999_999_999_999,
    place: index % 4 === 1 ? LONG_PLACE : draft.place,
    batch: draft.batch === null ? null : 'B'.repeat(35),
    reference: index % 9 === 0 ? 'R'.repeat(35) : draft.reference,
  }));
  const holder = { name: LONG_NAME, idNumber: '110***********002X' };
  const printGate = { unprinted: 52, limit: 60, cleared: false, clears: 30 };
  const office = { code: '0101', name: LONG_PLACE };
  const view = statementOf(drafts, {
    largeType,
    language,
    holder,
    office,
    printGate,
    reprint: { count: 12, clerk: '1002' },
    queryTelephone: '010-12345678',
  });
  const pages = await printed(view);
  for (const page of pages) {
    expect(collisions(page)).toEqual([]);
    for (const { ink, text } of page.runs) {
      expect(ink.left, text).toBeGreaterThan(36);
      expect(ink.right, text).toBeLessThan(page.width - 36);
    }
    expect(squeezed(page)).toContain(LONG_NAME);
  }
  const text = pages.map(squeezed).join('');
  for (const part of [LONG_PLACE, '9,999,999,999.99', '-9,999,999,999.99']) expect(text).toContain(part);
});

test('two thousand lines come in order, each once, and add up', async () => {
  const view = statementOf(usualDrafts(2_000), {}, fen(100_000_000_000));
  const pages = await printed(view);
  expect(sumsBeside(pages.at(-1)!, '合计')).toEqual(sumsOf(view, 2_000));
  const column = pages.flatMap(({ runs }) => runs.filter(({ ink, text }) => ink.right < 60 && /^\d+$/.test(text)));
  const rows = column.map(({ text }) => Number(text));
  expect(rows).toEqual(view.entries.map(({ seq }) => seq));
  for (const page of [pages[0]!, pages[20]!, pages.at(-1)!]) expect(collisions(page)).toEqual([]);
});
