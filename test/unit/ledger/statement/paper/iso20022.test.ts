import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import '../../../../property-seed.ts';
import type { Instant } from '../../../../../electron/contract/kernel/dates.ts';
import { fen } from '../../../../../electron/contract/kernel/money.ts';
import {
  ALLOCATION_FILE_REASONS,
  ALLOCATION_LINE_REASONS,
} from '../../../../../electron/contract/kernel/vocabulary.ts';
import {
  allocationAnswer,
  type AllocationAnswerHead,
  type AllocationAnswerLine,
} from '../../../../../electron/ledger/month-end/allocation/pain002-paper.ts';
import { statementCamt053 } from '../../../../../electron/ledger/statement/paper/statement-camt053.ts';
import { statementArbitrary, statementOf, usualDrafts } from './statement-sample.ts';

const schemaFolder = join(dirname(fileURLToPath(import.meta.url)), '../../../../../../shared/data/iso20022');
const CARD = '6213300000000000011';

function headOf(
  lines: readonly AllocationAnswerLine[],
  more: Partial<AllocationAnswerHead> = {},
): AllocationAnswerHead {
  const rejected = lines.filter(({ rejection }) => rejection !== null).length;
  return {
    messageId: 'A-YB20240131001',
    madeAt: Date.UTC(2024, 0, 31, 9) as Instant,
    original: {
      messageId: 'YB20240131001',
      messageName: 'pain.001.001.09',
      transactions: lines.length,
      controlSumFen: fen(90_000),
    },
    accepted: lines.length - rejected,
    rejected,
    fileReason: null,
    ...more,
  };
}

async function textOf(chunks: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const chunk of chunks) text += chunk;
  return text;
}

/** What a department's program would read from the answer. */
function readAnswer(xml: string) {
  const read = { groups: [] as string[], reasons: [] as string[], lines: [] as string[], blocks: [] as string[] };
  const path: string[] = [];
  let [text, id, status] = ['', '', ''];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => {
    path.push(name);
    text = '';
  });
  parser.on('text', (more) => (text += more));
  parser.on('closetag', ({ name }) => {
    path.pop();
    if (name === 'GrpSts') read.groups.push(text);
    if (name === 'OrgnlPmtInfId') read.blocks.push(text);
    if (name === 'OrgnlEndToEndId') id = text;
    if (name === 'TxSts') status = text;
    if (name === 'Cd' || name === 'Prtry') read.reasons.push(text);
    if (name !== 'TxInfAndSts') return;
    read.lines.push(`${id} ${status}${status === 'RJCT' ? ` ${read.reasons.at(-1)}` : ''}`);
  });
  parser.write(xml).close();
  return read;
}

const lineArbitrary: fc.Arbitrary<AllocationAnswerLine> = fc.record({
  paymentInfoId: fc.constantFrom('PMT-1', 'PMT-2'),
  endToEndId: fc.string({ minLength: 1, maxLength: 35, unit: fc.constantFrom('a', '1', '&', '<', '号', '𠂇') }),
  rejection: fc.option(
    fc.record({ code: fc.constantFrom(...ALLOCATION_LINE_REASONS), detail: fc.option(fc.string({ maxLength: 300 })) }),
  ),
});

test('the answer says of every line, in order, what became of it, and of the group what became of all', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(lineArbitrary, { maxLength: 60 }), async (lines) => {
      const head = headOf(lines);
      const read = readAnswer(await textOf(allocationAnswer(head, lines)));
      expect(read.lines).toEqual(
        lines.map(({ endToEndId, rejection }) =>
          rejection === null ? `${endToEndId} ACSC` : `${endToEndId} RJCT ${rejection.code}`,
        ),
      );
      const expected = head.rejected === 0 ? 'ACSC' : head.accepted === 0 ? 'RJCT' : 'PART';
      expect(read.groups).toEqual([expected]);
    }),
  );
});

test('lines of one payment block stand under its name once', async () => {
  const line = { endToEndId: '1', rejection: null };
  const lines = ['A', 'A', 'B'].map((paymentInfoId) => ({ ...line, paymentInfoId }));
  expect(readAnswer(await textOf(allocationAnswer(headOf(lines), lines))).blocks).toEqual(['A', 'B']);
});

test.each(ALLOCATION_FILE_REASONS)(
  'a whole file refused for %s says so at the group and needs no lines',
  async (code) => {
    const head = headOf([], {
      original: { messageId: null, messageName: 'allocation.csv', transactions: null, controlSumFen: null },
      fileReason: { code, detail: '第 3 行 line 3' },
    });
    const read = readAnswer(await textOf(allocationAnswer(head, [])));
    expect(read).toEqual({ groups: ['RJCT'], reasons: [code], lines: [], blocks: [] });
  },
);

test('a file without one good line is refused at the group and answered line by line', async () => {
  const lines = (['AC01', 'BE01'] as const).map((code, at) => ({
    paymentInfoId: 'A',
    endToEndId: String(at + 1),
    rejection: { code, detail: null },
  }));
  const head = headOf(lines, { fileReason: { code: 'NO_GOOD_LINE', detail: null } });
  const read = readAnswer(await textOf(allocationAnswer(head, lines)));
  expect(read).toMatchObject({ groups: ['RJCT'], lines: ['1 RJCT AC01', '2 RJCT BE01'] });
});

test('an answer whose lines are not those announced is an error, not a wrong message', async () => {
  const lines = [{ paymentInfoId: 'A', endToEndId: '1', rejection: null }];
  await expect(textOf(allocationAnswer(headOf([]), lines))).rejects.toThrow(RangeError);
  await expect(textOf(allocationAnswer(headOf(lines), []))).rejects.toThrow(RangeError);
});

test('an identifier the schema cannot hold is an error', async () => {
  const lines = [{ paymentInfoId: 'A', endToEndId: '9'.repeat(36), rejection: null }];
  await expect(textOf(allocationAnswer(headOf(lines), lines))).rejects.toThrow(RangeError);
});

test('lines are asked for only as chunks are taken, and a chunk stays small', async () => {
  const total = 50_000;
  let asked = 0;
  async function* source() {
    for (let index = 1; index <= total; index += 1) {
      asked = index;
      yield { paymentInfoId: 'A', endToEndId: String(index), rejection: null };
    }
  }
  const head = { ...headOf([]), accepted: total };
  const answer = allocationAnswer(head, source());
  const first = await answer.next();
  expect(asked).toBeLessThan(2_000);
  expect(String(first.value).length).toBeLessThan(100_000);
  const rest = await textOf(answer);
  expect(rest.match(/<TxInfAndSts>/g)!.length + String(first.value).match(/<TxInfAndSts>/g)!.length).toBe(total);
});

if (existsSync(schemaFolder)) {
  const errorsOf = async (schema: string, xml: string): Promise<readonly string[]> => {
    const contents = readFileSync(join(schemaFolder, `${schema}.xsd`), 'utf8');
    const { errors } = await validateXML({
      xml: [{ fileName: 'message.xml', contents: xml }],
      schema: [{ fileName: 'schema.xsd', contents }],
    });
    return errors.map(({ message }) => message);
  };

  test('random statements are valid camt.053.001.08', async () => {
    await fc.assert(
      fc.asyncProperty(statementArbitrary, async (view) => {
        expect(await errorsOf('camt.053.001.08', statementCamt053(view, CARD))).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  test('an empty period, a reprint and a debit balance are valid camt.053.001.08', async () => {
    const empty = statementOf([], { reprint: { count: 3, clerk: '1002' } }, fen(-5));
    expect(await errorsOf('camt.053.001.08', statementCamt053(empty, CARD))).toEqual([]);
  });

  test('the check against the schema finds a fault', async () => {
    const xml = statementCamt053(statementOf(usualDrafts(2)), CARD).replace('<Cd>OPBD</Cd>', '<Code>OPBD</Code>');
    expect(await errorsOf('camt.053.001.08', xml)).not.toEqual([]);
  });

  test('random answers are valid pain.002.001.11', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(lineArbitrary, { maxLength: 40 }), async (lines) => {
        const xml = await textOf(allocationAnswer(headOf(lines), lines));
        expect(await errorsOf('pain.002.001.11', xml)).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  test.each(ALLOCATION_FILE_REASONS)('the refusal of a whole file for %s is valid pain.002.001.11', async (code) => {
    const head = headOf([], { fileReason: { code, detail: '文'.repeat(400) } });
    expect(await errorsOf('pain.002.001.11', await textOf(allocationAnswer(head, [])))).toEqual([]);
  });
}
