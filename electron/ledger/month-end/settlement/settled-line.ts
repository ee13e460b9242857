/** One line of a settlement, posted or refused as the books stand after the lines before it. */
import type { Fen } from '../../../contract/kernel/money.ts';
import type { SettlementReason } from '../../../contract/kernel/vocabulary.ts';
import type { RefusedLine } from '../../account/posting-rows.ts';
import type { SettlementLine } from '../../intake/settlement-file.ts';
import type { SettlementBook } from './settlement-posting-rows.ts';
import { settlementEffect, settlementFault } from './settlement-rules.ts';

/** What moves the holder's balance, signed; or why the line is refused. */
export type SettledLine = { readonly effectFen: Fen } | { readonly reason: SettlementReason };

export function settleLine(book: SettlementBook, line: SettlementLine): SettledLine {
  const { amount: amountFen, ...rest } = line;
  const input = { ...rest, amountFen };
  const facts = book.facts(input);
  const reason = settlementFault(facts);
  if (reason !== null) {
    book.refuse(input, reason, facts.seenBefore);
    return { reason };
  }
  if (amountFen === null) throw new Error('a settlement line without an amount was accepted');
  const effectFen = settlementEffect(line.kind, amountFen);
  book.post(input, effectFen);
  return { effectFen };
}

export function refusedLine(ordinal: number, settled: SettlementLine, reason: string): RefusedLine {
  const { line, reference: externalId, amountText, card } = settled;
  return { ordinal, line, externalId, reason, amountText, card, name: null };
}
