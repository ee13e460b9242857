/** What stands on a paper leads to where papers are looked up, and no plain word does. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { businessDate } from '../../../../../electron/contract/kernel/dates.ts';
import { documentKindSchema } from '../../../../../electron/contract/kernel/vocabulary.ts';
import { documentNumber, verificationCode } from '../../../../../electron/ledger/numbers/document-number.ts';
import { lossNumber } from '../../../../../electron/ledger/numbers/loss-number.ts';
import { placeOfPaper } from '../../../../../renderer/teller/finding/paper-by-number.ts';

const day = businessDate('2025-02-03');
const sequences = fc.integer({ min: 1, max: 99_999 });

test('the number of any document leads to the check, also in small letters and with blanks', () => {
  fc.assert(
    fc.property(fc.constantFrom(...documentKindSchema.options), sequences, (kind, sequence) => {
      const number = documentNumber(kind, '0101', day, sequence);
      const subject = { about: 'paper', number, code: '' };
      expect(placeOfPaper(number)).toEqual({ number, task: 'documentCheck', subject });
      expect(placeOfPaper(` ${number.slice(0, 5).toLowerCase()} ${number.slice(5)}`)?.subject).toEqual(subject);
    }),
  );
});

test('the number of a report leads to follow-up', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9999 }), (sequence) => {
      const number = lossNumber('0101', day, sequence);
      expect(placeOfPaper(number)).toEqual({ number, task: 'followUp', subject: { about: 'report', number } });
    }),
  );
});

test('a verification code leads to the check, and a QR text whole', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 12, maxLength: 12 }), (tag) => {
      const code = verificationCode(tag);
      expect(placeOfPaper(code)?.subject).toEqual({ about: 'paper', number: '', code });
      const number = `MC1|${documentNumber('statement', '0101', day, 1)}|${code}`;
      expect(placeOfPaper(number)?.subject).toEqual({ about: 'paper', number, code: '' });
    }),
  );
});

test.each(['挂失', 'statement', 'confirmation', 'print queue', 'S0101', 'L0101', '110105194912310021'])(
  '%s is no paper',
  (typed) => {
    expect(placeOfPaper(typed)).toBeNull();
  },
);
