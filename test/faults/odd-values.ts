/** Values that no window of ours sends: of the right kind mostly, so that a schema takes many of them. */
import type { Chance } from '../model/seeded-chance.ts';
import { cardNumber, person } from '../offices/made-up-people.ts';

const CHARACTERS = [
  ...[
    '\u0000',
    'a\u0000b',
    '\ud800',
    '\udc00x',
    '\u202e123',
    '\u200b',
    '\ufeff',
    '𠮷野',
    '😀',
    'e\u0301',
    'ﬀ',
    '１２３４',
  ],
  ...[
    '\r\n',
    '\t',
    '',
    ' ',
    'x',
    'xx',
    '柜员',
    'a'.repeat(60),
    '长'.repeat(200),
    '\ud83d'.repeat(100),
    'z'.repeat(70_000),
  ],
] as const;

const NAMES = [
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', '%', '_', '%s', '{left}', '[x]', 'NaN', 'null'],
  ...["'; DROP TABLE audit; --", '../../etc/passwd', 'C:\\nul', 'a/b', '=1+1', '@x', '<b>', '${x}'],
  ...['allocation', 'settlement', 'interest', 'card', 'pin', 'formal', 'oral', 'done', 'zh-CN', 'en', 'H0001', 'T1'],
] as const;

const DATES = [
  ...['0000-00-00', '0001-01-01', '0001-01-02', '0999-12-31', '1000-01-01', '1969-12-31', '1970-01-01', '9999-12-30'],
  ...[
    '9999-12-31',
    '2024-02-29',
    '2023-02-29',
    '2024-01-31',
    '2024-02-04',
    '2024-02-05',
    '2024-02-06',
    '+010000-01-01',
  ],
  ...[
    '2024-01',
    '0000-01',
    '0001-01',
    '9999-12',
    '2024-13',
    '2024-02-05 09:30',
    '0001-01-01 00:00',
    '9999-12-31 23:59',
  ],
  ...['2024-02-05 24:00', '10:00', '99:99'],
] as const;

const DIGITS = [
  ...['0', '00', '-1', '1e999', '0.01', '0.001', '1001', '2001', '9001', '01', '02', '1'.repeat(18), '9'.repeat(19)],
  ...[person(0).idNumber, person(5).idNumber, cardNumber(5000), cardNumber(0), '13800000000', '010100000000018'],
  ...['99999999999999999999', '9007199254740993', 'L0101202402050001A', 'S01012024020500017', 'YB1', 'QS1'],
] as const;

const NUMBERS = [
  ...[-1, -0, 0, 1, 2, 0.5, 1e-9, 2 ** 31 - 1, 2 ** 31, 2 ** 32, 2 ** 53 - 1, 2 ** 53, -(2 ** 53), 1e308],
  ...[Number.NaN, Infinity, -Infinity, 8.64e15, 8.64e15 + 1, 1_707_000_000_000, 65_536, 1_048_577],
] as const;

const BYTES = [0, 1, 22, 32, 65, 1_024, 70_000] as const;

/** One value of it is another now, or two are; now and then all of it is something else. */
export function oddlyChanged(chance: Chance, input: unknown): unknown {
  if (chance.happens(2)) return oddInPlaceOf(chance, null);
  const once = changedAt(chance, input);
  return chance.happens(35) ? changedAt(chance, once) : once;
}

function changedAt(chance: Chance, value: unknown): unknown {
  if (value instanceof Uint8Array || typeof value !== 'object' || value === null) return oddInPlaceOf(chance, value);
  if (chance.happens(3)) return oddInPlaceOf(chance, value);
  if (Array.isArray(value)) {
    if (value.length === 0 || chance.happens(30)) return oddList(chance, value);
    const at = chance.below(value.length);
    return value.map((each: unknown, nth) => (nth === at ? changedAt(chance, each) : each));
  }
  const names = Object.keys(value);
  // An operation's id and whose visit it is are mostly right, else no use case is reached.
  const open = names.filter((name) => !['operationId', 'visitId'].includes(name) || chance.happens(15));
  if (open.length === 0) return chance.happens(20) ? { ...value, more: oddInPlaceOf(chance, null) } : value;
  const name = chance.pick(open);
  return { ...value, [name]: changedAt(chance, (value as Record<string, unknown>)[name]) };
}

function oddList(chance: Chance, list: readonly unknown[]): unknown {
  return chance.pick([[], [...list, ...list], Array.from({ length: 300 }, () => list[0] ?? oddText(chance, ''))]);
}

/** Of the same kind three times in four. */
function oddInPlaceOf(chance: Chance, value: unknown): unknown {
  const isKept = value !== null && value !== undefined && chance.happens(75);
  const kind = isKept ? typeof value : chance.pick(['string', 'string', 'number', 'other'] as const);
  if (value instanceof Uint8Array && kind === 'object')
    return new Uint8Array(chance.pick(BYTES)).fill(chance.below(256));
  if (kind === 'string') return oddText(chance, typeof value === 'string' ? value : '');
  if (kind === 'number') return chance.pick(NUMBERS);
  if (kind === 'boolean') return chance.happens(50);
  if (chance.happens(10)) return undefined;
  const person = { clerkCode: '2001', password: '' };
  return chance.pick([null, [], {}, [[]], true, person, new Uint8Array(3), 10n, new Date(0)]);
}

/** Mostly of the shape of what stood there. */
function oddText(chance: Chance, text: string): string {
  if (/^\d{4}-\d{2}/.test(text) && chance.happens(80)) return chance.pick(DATES);
  if (/^[A-Z]{0,2}\d+[A-Z]?$/.test(text) && chance.happens(70)) return chance.pick(DIGITS);
  const list: readonly string[] = chance.pick([CHARACTERS, NAMES, DATES, DIGITS]);
  return chance.pick(list);
}
