import { expect, test } from 'vitest';
import { businessDate } from '../../../../../electron/contract/kernel/dates.ts';
import { lossStatusSchema } from '../../../../../electron/contract/kernel/vocabulary.ts';
import { consequenceOf } from '../../../../../electron/ledger/loss/paper/loss-paper-consequence.ts';
import { missingGlyphsOfPaper } from '../../../../../electron/ledger/loss/paper/loss-paper-glyphs.ts';
import { lossPaperPdf } from '../../../../../electron/ledger/loss/paper/loss-paper-pdf.ts';
import type { LossOnPaper, LossPaperView } from '../../../../../electron/ledger/loss/paper/loss-paper-view.ts';
import { MissingGlyphError } from '../../../../../electron/ledger/paper/fonts/missing-glyph.ts';
import { bare, pagesOf, squeezed } from './loss-pages.ts';
import { formalLoss, longestOf, paperOf, RECEIPTS } from './loss-sample.ts';

const oral: Partial<LossOnPaper> = {
  kind: 'oral',
  status: 'reported',
  lapsesOn: businessDate('2026-11-25'),
  reissueFrom: null,
};
const password: Partial<LossOnPaper> = {
  object: 'password',
  lostFrom: null,
  reissueFrom: null,
  renewFrom: businessDate('2026-11-20'),
};

test.each<[string, Partial<LossOnPaper>, string, string]>([
  [
    'a formal loss of the card',
    {},
    '自 2026-11-20 10:15:42 起停止支付（止付），资金划入不受影响；2026-11-27 起可补卡。',
    'Debits are stopped from 2026-11-20 10:15:42 and allocations are still credited; a new card can be issued from 2026-11-27.',
  ],
  [
    'an oral loss of the card',
    oral,
    '自 2026-11-20 10:15:42 起停止支付（止付），资金划入不受影响；本口头挂失有效期至 2026-11-25 24:00，逾期未办理书面挂失即失效。',
    'Debits are stopped from 2026-11-20 10:15:42 and allocations are still credited; unless confirmed in writing, this report lapses at 24:00 on 2026-11-25.',
  ],
  [
    'a loss of the PIN alone, which stops no debit',
    password,
    '原密码即时作废，2026-11-20 起可设新密码。',
    'The old password becomes void at once and a new one can be set from 2026-11-20.',
  ],
  [
    'a loss of both',
    { object: 'both', renewFrom: businessDate('2026-11-21') },
    '自 2026-11-20 10:15:42 起停止支付（止付），资金划入不受影响；2026-11-27 起可补卡；原密码即时作废，2026-11-21 起可设新密码。',
    'Debits are stopped from 2026-11-20 10:15:42 and allocations are still credited; a new card can be issued from 2026-11-27; the old password becomes void at once and a new one can be set from 2026-11-21.',
  ],
  [
    'an oral loss that has lapsed',
    { ...oral, status: 'lapsed' },
    '自 2026-11-20 10:15:42 起停止支付（止付），资金划入不受影响；本挂失已于 2026-11-25 24:00 失效。',
    'Debits were stopped from 2026-11-20 10:15:42 and allocations are still credited; this report lapsed at 24:00 on 2026-11-25.',
  ],
])('the form says in one sentence what follows from %s, and prints it on both copies', async (_, more, zh, en) => {
  const view = paperOf('loss-form', { loss: { ...formalLoss, ...more } });
  expect(consequenceOf(view)).toEqual({ zh, en });
  for (const page of await pagesOf(lossPaperPdf(view).pdf)) expect(squeezed(page)).toContain(bare(zh + en));
});

test.each(lossStatusSchema.exclude(['reported', 'waiting']).options)(
  'a form reprinted after the report is %s promises no new card and no new password',
  (status) => {
    const loss = { ...formalLoss, ...oral, object: 'both' as const, status, reissueFrom: businessDate('2026-11-27') };
    const { zh, en } = consequenceOf(paperOf('loss-form', { loss }));
    expect(zh).not.toContain('起可');
    expect(en).not.toMatch(/can be|are stopped/);
  },
);

test('while the PIN of a double loss still waits, the card already reissued is not promised again', () => {
  const { reissue } = paperOf('reissue-receipt');
  const view = paperOf('loss-form', { reissue, loss: { ...formalLoss, object: 'both' } });
  expect(consequenceOf(view).zh).toContain('已补卡，原卡永久停用；原密码即时作废');
});

const LACKING = '\u{2B820}';

/** The view with one text replaced, named by its path. */
function withText(view: LossPaperView, path: string, text: string): LossPaperView {
  const [field, part] = path.split('.') as [keyof LossPaperView, string | undefined];
  return { ...view, [field]: part === undefined ? text : { ...(view[field] as object), [part]: text } };
}

test.each([
  ...['documentNumber', 'verificationCode', 'journalNumber', 'issuedAt.local', 'office.code', 'office.name', 'counter'],
  ...['clerk', 'authorisedBy', 'holder.name', 'holder.idNumber', 'holder.address', 'holder.phone', 'holder.employer'],
  ...[
    'agent.name',
    'agent.idNumber',
    'agent.relation',
    'agent.phone',
    'agent.address',
    'card',
    'accountNumber',
    'loss.number',
    'loss.secondReference',
  ],
  ...['reissue.newCard', 'reissue.newInsuranceNumber'],
])('a character the fonts lack in %s is reported before anything is drawn', (path) => {
  const view = withText(longestOf('loss-form'), path, `王${LACKING}`);
  expect(missingGlyphsOfPaper(view)).toEqual([{ character: LACKING, codePoint: 'U+2B820', where: path }]);
  expect(() => lossPaperPdf(view)).toThrow(MissingGlyphError);
});

test('rare characters of the extensions lack nothing', () => {
  expect(missingGlyphsOfPaper(longestOf('loss-form', '𠂇'))).toEqual([]);
});

test.each(['loss-form', ...RECEIPTS] as const)(
  'the same %s gives the same bytes, another moment other ones',
  (kind) => {
    const view = longestOf(kind);
    expect(Buffer.compare(lossPaperPdf(view).pdf, lossPaperPdf(view).pdf)).toBe(0);
    const later = { ...view, issuedAt: { ...view.issuedAt, local: '2026-11-20 10:16:04' } };
    expect(Buffer.compare(lossPaperPdf(view).pdf, lossPaperPdf(later).pdf)).not.toBe(0);
  },
);

test.each<[string, LossPaperView]>([
  ['a loss form on a slip', paperOf('loss-form', { paper: 'slip' })],
  ['a loss form without a report', paperOf('loss-form', { loss: null })],
  ['a receipt of a password without a task', paperOf('password-receipt', { password: null })],
  ['a receipt of a reissue without a card', paperOf('reissue-receipt', { reissue: null })],
  ['a receipt of a reissue without a report', paperOf('reissue-receipt', { loss: null })],
  ['a receipt of a cancellation without a report', paperOf('cancellation-receipt', { loss: null })],
])('%s is refused: whoever built the view is wrong', (_, view) => {
  expect(() => lossPaperPdf(view)).toThrow(RangeError);
});
