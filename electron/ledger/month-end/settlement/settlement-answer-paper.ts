/**
 * The answer to a settlement file: each input line as it was read, its result, and the reason of a rejection
 * (docs/formats.md 4). Streaming, so that a million lines are never held.
 */
import type { SettlementFileReason, SettlementReason } from '../../../contract/kernel/vocabulary.ts';
import { BYTE_ORDER_MARK, csvLine } from '../../paper/spreadsheet-text.ts';

const HEADER = '流水号,交易时间,机构编号,终端号,卡号,交易类型,类别,金额,原流水号,结果,原因'.split(',');
const INPUT_COLUMNS = HEADER.length - 2;
const CHUNK = 65_536;

export type SettlementAnswerLine = {
  /** The nine cells of the input line; a line with fewer is filled up with empty ones. */
  readonly cells: readonly string[];
  /** Null: accepted. */
  readonly rejection: SettlementReason | SettlementFileReason | null;
};

/**
 * Yields the answer in chunks of text that begin with a byte order mark, to be written as UTF-8. 结果 is `ACCEPTED` or
 * `REJECTED`. Throws a RangeError for a line of more than nine cells.
 */
export async function* settlementAnswer(
  lines: Iterable<SettlementAnswerLine> | AsyncIterable<SettlementAnswerLine>,
): AsyncGenerator<string, void, undefined> {
  let chunk = BYTE_ORDER_MARK + csvLine(HEADER);
  for await (const { cells, rejection } of lines) {
    chunk += csvLine([...inputCells(cells), rejection === null ? 'ACCEPTED' : 'REJECTED', rejection ?? '']);
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}

function inputCells(cells: readonly string[]): readonly string[] {
  const missing = INPUT_COLUMNS - cells.length;
  if (missing < 0) throw new RangeError(`a settlement line has ${INPUT_COLUMNS} columns, not ${cells.length}`);
  return [...cells, ...Array.from({ length: missing }, () => '')];
}
