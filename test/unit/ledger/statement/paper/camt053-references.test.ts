import fc from 'fast-check';
import { expect, test } from 'vitest';
import '../../../../property-seed.ts';
import { statementCamt053 } from '../../../../../electron/ledger/statement/paper/statement-camt053.ts';
import { draftArbitrary, statementOf, usualDrafts } from './statement-sample.ts';

const CARD = '6213300000000000011';
const inner = (xml: string, name: string): string[] =>
  Array.from(xml.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g')), ([, text = '']) =>
    text.replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"'),
  );

/** Three months that each hold line 1 of a file, as field/04 has them. */
const months = [1, 2, 3].map((month) => ({
  kind: 'allocation' as const,
  amountFen: 30_000,
  place: null,
  terminal: null,
  reference: '1',
  text: `2024年${month}月个人账户划入`,
  timed: false,
}));

test("each entry has a reference of the ledger's own, beside the one of the other side", () => {
  const xml = statementCamt053(statementOf(months), CARD);
  expect(new Set(inner(xml, 'AcctSvcrRef')).size).toBe(3);
  expect(inner(xml, 'EndToEndId')).toEqual(['1', '1', '1']);
  const texts = months.map(({ text }) => text);
  expect(inner(xml, 'Ustrd')).toEqual(texts);
  expect(inner(xml, 'AddtlNtryInf')).toEqual(texts);
});

test('the same entry has the same reference in every statement, and no two entries of any accounts have one', () => {
  const year = usualDrafts(30);
  const whole = inner(statementCamt053(statementOf(year), CARD), 'AcctSvcrRef');
  const view = statementOf(year);
  const later = view.entries.slice(20);
  const opening = view.entries[19]!.balanceFen;
  const part = { ...statementOf(year.slice(20), {}, opening), entries: later };
  expect(inner(statementCamt053(part, CARD), 'AcctSvcrRef')).toEqual(whole.slice(20));
  const other = statementOf(year, { accountNumber: '0101-00000025' });
  const both = [...whole, ...inner(statementCamt053(other, CARD), 'AcctSvcrRef')];
  expect(new Set(both).size).toBe(60);
});

test('no part of a reference or a text is lost, whatever its length', () => {
  fc.assert(
    fc.property(fc.array(draftArbitrary, { minLength: 1, maxLength: 12 }), (drafts) => {
      const view = statementOf(drafts, {}, undefined);
      const entries = statementCamt053(view, CARD).split('<Ntry>').slice(1);
      for (const [at, xml] of entries.entries()) {
        const { reference, text } = view.entries[at]!;
        const [endToEnd = ''] = inner(xml, 'EndToEndId');
        const told = inner(xml, 'Ustrd');
        expect(told.every((piece) => Array.from(piece).length <= 140)).toBe(true);
        expect(told.join('')).toContain(text ?? '');
        if (reference === '') expect(endToEnd).toBe('NOTPROVIDED');
        else expect(reference.length > 35 ? told.join('') : endToEnd).toContain(reference);
      }
    }),
  );
});
