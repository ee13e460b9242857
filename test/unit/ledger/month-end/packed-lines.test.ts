/** Refused lines come back as they went in, however many there are. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PackedLines } from '../../../../electron/ledger/month-end/packed-lines.ts';

const line = fc.record({
  ordinal: fc.integer({ min: 1 }),
  reason: fc.constantFrom('AC01', 'AM05'),
  card: fc.string({ unit: 'binary' }),
  name: fc.option(fc.string({ unit: 'grapheme' })),
});

test('lines come back in their order, as often as they are asked for', () => {
  fc.assert(
    fc.property(
      fc.array(line, { maxLength: 5 }),
      fc.constantFrom(0, 1, 998, 999, 1_000, 1_001, 2_500),
      fc.nat(3_000),
      (drawn, more, most) => {
        const lines = [
          ...drawn,
          ...Array.from({ length: more }, (_, at) => ({ ordinal: at, reason: 'AC01', card: '6', name: '张三' })),
        ];
        const packed = PackedLines.of(lines);
        expect(packed.length).toBe(lines.length);
        for (const code of ['AC01', 'AM05'])
          expect(packed.reasons.get(code) ?? 0).toBe(lines.filter(({ reason }) => reason === code).length);
        expect([...packed]).toEqual(lines);
        expect([...packed]).toEqual(lines);
        expect(packed.first(most)).toEqual(lines.slice(0, most));
      },
    ),
  );
});
