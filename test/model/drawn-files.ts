/** Files drawn at random as senders make them: mostly sound, with every kind of mistake the formats know. */
import { cardNumber, person, residentId } from '../offices/made-up-people.ts';
import type { Auditor } from './auditor.ts';
import { fenOf, type AllocationLine, type RegisterLine, type Sent, type SettlementLine } from './auditor-words.ts';
import type { Chance } from './seeded-chance.ts';

export type Claim = { readonly idNumber: string; readonly name: string; readonly card: string };

const ADULTS = Array.from({ length: 9 }, (_, at) => person(at));
/** A name with a dot and a character that old systems send under a private-use code. */
const DOTTED = { ...person(10), name: '阿依·䶮提' };
const CHILD = { ...person(9), idNumber: residentId('20120304', 21), name: '李&<小' };

/** Eleven people, three of them with a second card: one account a card. */
export const CLAIMS: readonly Claim[] = [
  ...[...ADULTS, CHILD, DOTTED].map(({ idNumber, name, card }) => ({ idNumber, name, card })),
  ...ADULTS.slice(0, 3).map(({ idNumber, name }, at) => ({ idNumber, name, card: cardNumber(2000 + at) })),
];

const BAD_ID = '110105195001010014';
const BAD_CARD = '6213300000000010001';
const GOOD_AMOUNTS = ['0.01', '1', '12.5', '80.00', '150.50', '300.00', '1,000.00', '10000.00', '10,000.00'];
const BAD_AMOUNTS = ['1.234,50', '1e5', '-5.00', '-0.00', '0.005', '１００', '', 'abc', '1,00', '.5', '5.'];
const ODD_AMOUNTS = ['0', '0.00', '10000.01', '99999999.99'];

function drawAmount(chance: Chance): string {
  if (chance.happens(8)) return chance.pick(BAD_AMOUNTS);
  return chance.happens(6) ? chance.pick(ODD_AMOUNTS) : chance.pick(GOOD_AMOUNTS);
}

/** Columns in the order in which their faults are answered. */
const REGISTER_SLIPS: readonly (readonly [fault: string | null, change: Partial<RegisterLine>])[] = [
  ['ID_NUMBER_INVALID', { idNumber: BAD_ID }],
  ['NAME_INVALID', { name: '' }],
  ['NAME_INVALID', { name: '王\u200b明' }],
  ['NAME_INVALID', { name: '王\ue000' }],
  [null, { phone: '12' }],
  ['EMPLOYER_INVALID', { employer: '公'.repeat(141) }],
  ['INSURANCE_NUMBER_INVALID', { insurance: '' }],
  ['CARD_NUMBER_INVALID', { card: BAD_CARD }],
  ['OPENING_DATE_INVALID', { opened: '20230229' }],
];

export function drawRegister(chance: Chance): RegisterLine[] {
  return Array.from({ length: chance.below(6) }, () => {
    const { idNumber, name: registered, card } = chance.pick(CLAIMS);
    const name = asTyped(chance, registered);
    const rest = { phone: `1391259762${chance.below(10)}`, employer: '第一工厂', insurance: 'YB1', opened: '20240101' };
    let line: RegisterLine = { idNumber, name, card, ...rest, fault: null };
    if (chance.happens(12)) line = { ...line, name: chance.pick(CLAIMS).name };
    if (chance.happens(8)) line = { ...line, idNumber: chance.pick(CLAIMS).idNumber };
    const slips = REGISTER_SLIPS.filter(() => chance.happens(3));
    return {
      ...slips.reduce((slipped, [, change]) => ({ ...slipped, ...change }), line),
      fault: slips.find(([fault]) => fault !== null)?.[0] ?? null,
    };
  });
}

/** The same name, as somebody else's program or hands write it. */
function asTyped(chance: Chance, name: string): string {
  if (!chance.happens(25)) return name;
  const dot = chance.pick(['•', '・', '．', '‧', '･', '∙', '⋅', '﹒', '.', ' · ']);
  const blank = chance.pick(['', ' ', '\u3000']);
  const written = name.replace('·', dot).replace('䶮', chance.pick(['䶮', '\ue863']));
  return /^\p{Script=Han}{2}/u.test(written)
    ? `${Array.from(written)[0]}${blank}${Array.from(written).slice(1).join('')}`
    : written;
}

/** Claims of people who are registered, now and then somebody else's or a mixed-up one. */
function drawClaim(chance: Chance, books: Auditor): Claim {
  const known = books.accounts.length > 0 && chance.happens(92) ? chance.pick(books.accounts) : chance.pick(CLAIMS);
  const { idNumber, name, card } = known;
  if (chance.happens(4)) return { idNumber, name: `${name}儿`, card };
  if (chance.happens(4)) return { idNumber: chance.pick(CLAIMS).idNumber, name, card };
  return chance.happens(2) ? { idNumber, name, card: BAD_CARD } : { idNumber, name: asTyped(chance, name), card };
}

/** What the head of a file says about its lines: true, or not. */
function headed<Line>(
  chance: Chance,
  lines: readonly Line[],
  sumFen: number,
  rest: Pick<Sent<Line>, 'form' | 'batch'>,
): Sent<Line> {
  return {
    ...rest,
    lines,
    count: lines.length + (chance.happens(4) ? 1 : 0),
    sumFen: sumFen + (chance.happens(4) ? 100_000_000_000 : 0),
    broken: chance.happens(4),
  };
}

export function drawAllocation(chance: Chance, books: Auditor, fresh: string): Sent<AllocationLine> {
  const form = chance.happens(50) ? 'csv' : 'xml';
  const lines: AllocationLine[] = [];
  for (let left = 1 + chance.below(8); left > 0; left -= 1) {
    const id = lines.length > 0 && chance.happens(8) ? chance.pick(lines).id : `${lines.length + 1}`;
    lines.push({ id: chance.happens(5) ? `X${id}` : id, ...drawClaim(chance, books), amount: drawAmount(chance) });
  }
  const sumFen = lines.reduce((total, { amount }) => total + (fenOf(amount, form) ?? 0), 0);
  const batch = books.allocations.length > 0 && chance.happens(10) ? chance.pick(books.allocations) : fresh;
  return headed(chance, lines, sumFen, { form, batch });
}

export function drawSettlement(chance: Chance, books: Auditor, fresh: string): Sent<SettlementLine> {
  const lines: SettlementLine[] = [];
  for (let left = chance.below(9); left > 0; left -= 1) lines.push(drawSale(chance, books, lines, fresh));
  const signed = lines.map(({ kind, amount }) => (fenOf(amount, 'csv') ?? 0) * (kind === 'consumption' ? 1 : -1));
  const sumFen = signed.reduce((total, each) => total + each, 0);
  const batch = books.settlements.length > 0 && chance.happens(10) ? chance.pick(books.settlements) : fresh;
  const sent = headed(chance, lines, sumFen, { form: 'csv', batch });
  return { ...sent, broken: sent.broken && lines.length > 0 };
}

function drawSale(chance: Chance, books: Auditor, before: readonly SettlementLine[], file: string): SettlementLine {
  const seen = [...books.references.keys(), ...before.map(({ reference }) => reference)];
  const place = {
    institution: chance.happens(4) ? 'H9999' : chance.pick(['H0001', 'P0001']),
    terminal: chance.happens(4) ? 'T9' : 'T1',
  };
  const reference = seen.length > 0 && chance.happens(5) ? chance.pick(seen) : `${file}-${before.length + 1}`;
  const sale: SettlementLine = {
    ...place,
    reference,
    card: drawClaim(chance, books).card,
    kind: 'consumption',
    amount: chance.happens(60) ? chance.pick(['0.01', '5.00', '20.00', '33.3', '80.00']) : drawAmount(chance),
    original: '',
  };
  return chance.happens(35) ? asReturn(chance, books, before, sale) : sale;
}

/** A void or a refund: of a sale that is there, whole or in part, or of one that never was. */
function asReturn(
  chance: Chance,
  books: Auditor,
  before: readonly SettlementLine[],
  sale: SettlementLine,
): SettlementLine {
  const kind = chance.happens(50) ? 'void' : 'refund';
  const sales = [...books.references].flatMap(([original, known]) =>
    known === null ? [] : [{ original, card: known.account.card, amount: (known.amountFen / 100).toFixed(2) }],
  );
  const inFile = before.map(({ reference, card, amount }) => ({ original: reference, card, amount }));
  const candidates = [...sales.slice(-8), ...inFile];
  if (candidates.length === 0 || chance.happens(10)) return { ...sale, kind, original: chance.pick(['P-none', '']) };
  const { original, card, amount } = chance.pick(candidates);
  return {
    ...sale,
    kind,
    original,
    card: chance.happens(6) ? sale.card : card,
    amount: chance.happens(kind === 'void' ? 80 : 30) ? amount : sale.amount,
  };
}
