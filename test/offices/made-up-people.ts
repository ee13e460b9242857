/** People, cards and files for the tests, with check digits worked out here and not by the code under test. */

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** A valid ID number; `birth` as YYYYMMDD, `sequence` of three digits. */
export function residentId(birth: string, sequence: number, region = '110105'): string {
  const first17 = `${region}${birth}${String(sequence).padStart(3, '0')}`;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(first17[at]), 0);
  return `${first17}${'10X98765432'.charAt(sum % 11)}`;
}

/** The digit that makes `digits` and itself a Luhn number. */
export function luhnDigit(digits: string): number {
  let sum = 0;
  Array.from(digits)
    .reverse()
    .forEach((character, place) => {
      const doubled = Number(character) * (place % 2 === 0 ? 2 : 1);
      sum += doubled > 9 ? doubled - 9 : doubled;
    });
  return (10 - (sum % 10)) % 10;
}

export function cardNumber(sequence: number): string {
  const digits = `6213300${String(sequence).padStart(11, '0')}`;
  return `${digits}${luhnDigit(digits)}`;
}

export interface Person {
  readonly idNumber: string;
  readonly name: string;
  readonly phone: string;
  readonly employer: string;
  readonly insurance: string;
  readonly card: string;
  readonly opened: string;
}

const NAMES = ['张三', '李四光', '欧阳明日', '买买提·艾力', '娜𠀀', "O'Brien", '王', '司马相如', '赵子龙', '钱多多'];

/** Person number `at`, always the same one. */
export function person(at: number): Person {
  const year = 1950 + ((at * 7) % 50);
  return {
    // Three digits tell apart those born on one day in one region.
    idNumber: residentId(`${year}0${1 + (at % 9)}1${at % 9}`, 100 + (at % 900), String(110_105 + Math.floor(at / 900))),
    name: NAMES[at] ?? `测试人${at}`,
    phone: `139${String(12_597_620 + at).padStart(8, '0')}`,
    employer: `第${at}工厂`,
    insurance: `YB${String(at).padStart(8, '0')}`,
    card: cardNumber(1000 + at),
    opened: '20240101',
  };
}

export function registerCsv(people: readonly Person[]): string {
  const lines = people.map(({ idNumber, name, phone, employer, insurance, card, opened }) =>
    [idNumber, name, phone, employer, insurance, card, opened].join(','),
  );
  return ['证件号码,姓名,手机号,单位名称,医保编号,卡号,开户日期', ...lines, ''].join('\n');
}

export const INSTITUTIONS =
  '机构编号,机构名称,机构类型,终端号\nH0001,市第一人民医院,医院,T1;T2\nP0001,康民药店,药店,T1\n';

export interface Credit {
  readonly id: string;
  readonly to: Person;
  /** As it stands in the file. */
  readonly amount: string;
}

/** `total` in yuan, as the head declares it. */
export function allocationCsv(batch: string, total: string, credits: readonly Credit[]): string {
  const lines = credits.map(({ id, to, amount }) =>
    [id, to.idNumber, to.name, to.card, amount, '个人账户划入'].join(','),
  );
  return [
    '批次号,入账年月,笔数,总金额',
    `${batch},202401,${credits.length},${total}`,
    '序号,证件号码,姓名,卡号,金额,摘要',
    ...lines,
    '',
  ].join('\n');
}

export interface Sale {
  readonly reference: string;
  readonly card: string;
  readonly kind: '消费' | '撤销' | '退货';
  readonly amount: string;
  readonly original?: string;
  readonly institution?: string;
  readonly terminal?: string;
  /** As POS files write it, YYYYMMDDHHMMSS. */
  readonly time?: string;
}

/** `net` in yuan, as the head declares it. */
export function settlementCsv(batch: string, net: string, sales: readonly Sale[]): string {
  const lines = sales.map((sale) => {
    const { reference, card, kind, amount, original = '', institution = 'H0001', terminal = 'T1' } = sale;
    const { time = '20240203101500' } = sale;
    return [reference, time, institution, terminal, card, kind, '门诊', amount, original].join(',');
  });
  return [
    '清算文件号,清算日期,笔数,净额',
    `${batch},20240229,${sales.length},${net}`,
    '流水号,交易时间,机构编号,终端号,卡号,交易类型,类别,金额,原流水号',
    ...lines,
    '',
  ].join('\n');
}

/** With every kind of line, one of them of nobody here. */
export function januarySales() {
  const [first, second] = [person(0).card, person(1).card];
  return [
    { reference: 'P1', card: first, kind: '消费', amount: '150.50' },
    { reference: 'P2', card: first, kind: '退货', amount: '30.00', original: 'P1' },
    { reference: 'P3', card: second, kind: '消费', amount: '20.00' },
    { reference: 'P4', card: second, kind: '撤销', amount: '20.00', original: 'P3' },
    { reference: 'P5', card: second, kind: '消费', amount: '10.00' },
    { reference: 'P6', card: person(9).card, kind: '消费', amount: '10.00' },
  ] as const;
}
