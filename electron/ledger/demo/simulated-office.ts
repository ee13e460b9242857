/** Plausible people, institutions and payments for a simulated office, in the department's own file formats. */
import { addDays, businessDate, type BusinessDate } from '../../contract/kernel/dates.ts';
import { fen, yuanPlain } from '../../contract/kernel/money.ts';
import { luhnRemainder } from '../numbers/card-number.ts';
import { residentIdCheck } from '../numbers/resident-id.ts';
import { seededRandom, type SeededRandom } from './seeded-random.ts';

const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈'.split('');
const GIVEN = '伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂华建国志文红玉梅春林海波云龙成玲婷雪峰辉'.split('');
const EMPLOYERS = [
  '华兴纺织厂',
  '市公交集团',
  '远达物流有限公司',
  '城西街道办事处',
  '明德医疗器械公司',
  '市自来水有限公司',
];
const REGIONS = ['110105', '310104', '320102', '330106', '420106', '440305', '510104', '610113'];
const HOSPITALS = ['第一人民医院', '中医院', '妇幼保健院', '城东社区卫生服务中心'];
const PHARMACIES = ['同济大药房', '百姓平价药房', '康宁药店', '仁和堂药房'];

export interface SimulatedPerson {
  readonly idNumber: string;
  readonly name: string;
  readonly card: string;
}

/** Person `at` of a seed: always the same one, so that a million of them need not be kept. */
function simulatedPerson(seed: number, at: number): SimulatedPerson {
  const random = seededRandom(seed * 1_000_003 + at);
  const name = `${random.pick(SURNAMES)}${random.pick(GIVEN)}${random.below(3) === 0 ? '' : random.pick(GIVEN)}`;
  const first17 = `${REGIONS[Math.floor(at / 1_000) % REGIONS.length] ?? ''}${birthDate(seed, at)}${String(at % 1_000).padStart(3, '0')}`;
  const digits = `621330${String(10_000_000_000 + at).slice(1)}`.padEnd(18, '0');
  const card = `${digits}${(10 - luhnRemainder(`${digits}0`)) % 10}`;
  return { idNumber: `${first17}${residentIdCheck(first17)}`, name, card };
}

const BIRTH_DAYS = 22_000;
/** Has no divisor in common with BIRTH_DAYS, so people who share region and sequence differ in their birth date. */
const STRIDE = 7_919;
const SHARERS = 8_000;

function birthDate(seed: number, at: number): string {
  const start = seededRandom(seed + (at % SHARERS)).below(BIRTH_DAYS);
  const day = (start + Math.floor(at / SHARERS) * STRIDE) % BIRTH_DAYS;
  return addDays(businessDate('1945-01-01'), day).replaceAll('-', '');
}

const REGISTER_TITLES = '证件号码,姓名,手机号,单位名称,医保编号,卡号,开户日期\r\n';

/** The register in pieces of text. Two people of one ID number are left to the loading: it refuses the second. */
export function* simulatedRegister(seed: number, holders: number, opening: BusinessDate): Generator<string> {
  const random = seededRandom(seed);
  let piece = REGISTER_TITLES;
  for (let at = 0; at < holders; at += 1) {
    const { idNumber, name, card } = simulatedPerson(seed, at);
    const phone = `13${String(random.below(1_000_000_000)).padStart(9, '0')}`;
    const number = `YB${String(at).padStart(9, '0')}`;
    piece += `${idNumber},${name},${phone},${random.pick(EMPLOYERS)},${number},${card},${opening.replaceAll('-', '')}\r\n`;
    if (piece.length < 65_536) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

const INSTITUTIONS = 40;

function institutionCode(at: number): string {
  return `${at % 2 === 0 ? 'H' : 'Y'}${String(at + 1).padStart(4, '0')}`;
}

function terminalOf(at: number, nth: number): string {
  return `T${String((at + 1) * 100 + nth).padStart(6, '0')}`;
}

export function simulatedInstitutions(): string {
  const lines = Array.from({ length: INSTITUTIONS }, (_, at) => {
    const names = at % 2 === 0 ? HOSPITALS : PHARMACIES;
    const name = `${names[Math.floor(at / 2) % names.length] ?? ''}${Math.floor(at / 2 / names.length) + 1}号点`;
    return `${institutionCode(at)},${name},${at % 2 === 0 ? '医院' : '药店'},${terminalOf(at, 1)};${terminalOf(at, 2)}\r\n`;
  });
  return `机构编号,机构名称,机构类型,终端号\r\n${lines.join('')}`;
}

/** One allocation for every holder, 60 to 480 yuan. */
export function* simulatedAllocation(seed: number, holders: number, day: BusinessDate): Generator<string> {
  const month = day.slice(0, 7).replace('-', '');
  const amounts = seededRandom(seed + Number(month));
  const amountFen = Array.from({ length: holders }, () => 6_000 + amounts.below(42_000));
  const total = amountFen.reduce((sum, each) => sum + each, 0);
  const batch = `YB${day.replaceAll('-', '')}001`;
  let piece = `批次号,入账年月,笔数,总金额\r\n${batch},${month},${holders},${yuanPlain(fen(total))}\r\n`;
  piece += '序号,证件号码,姓名,卡号,金额,摘要\r\n';
  for (const [at, amount] of amountFen.entries()) {
    const { idNumber, name, card } = simulatedPerson(seed, at);
    const text = `${Number(month.slice(0, 4))}年${Number(month.slice(4))}月个人账户划入`;
    piece += `${at + 1},${idNumber},${name},${card},${yuanPlain(fen(amount))},${text}\r\n`;
    if (piece.length < 65_536) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

const CATEGORIES = ['门诊', '住院'];

interface Payment {
  readonly line: string;
  readonly amountFen: number;
}

/** About one payment a holder, now and then given back in part. */
export function simulatedSettlement(seed: number, holders: number, day: BusinessDate): string {
  const random = seededRandom(seed + 7 * Number(day.slice(0, 7).replace('-', '')));
  const payments: Payment[] = [];
  for (let at = 0; at < holders; at += 1) {
    for (let times = random.below(3); times > 0; times -= 1) pay(random, { seed, at, day }, payments);
  }
  const net = payments.reduce((sum, { amountFen }) => sum + amountFen, 0);
  const compact = day.replaceAll('-', '');
  const head = `清算文件号,清算日期,笔数,净额\r\nQS${compact}001,${compact},${payments.length},${yuanPlain(fen(net))}\r\n`;
  const titles = '流水号,交易时间,机构编号,终端号,卡号,交易类型,类别,金额,原流水号\r\n';
  return head + titles + payments.map(({ line }) => `${line}\r\n`).join('');
}

function pay(random: SeededRandom, who: { seed: number; at: number; day: BusinessDate }, payments: Payment[]): void {
  const institution = random.below(INSTITUTIONS);
  const { card } = simulatedPerson(who.seed, who.at);
  const amountFen = 800 + random.below(18_000);
  const time = `${who.day.slice(0, 8).replaceAll('-', '')}${String(1 + random.below(27)).padStart(2, '0')}`;
  const clock = `${String(8 + random.below(12)).padStart(2, '0')}${String(random.below(60)).padStart(2, '0')}00`;
  const place = `${institutionCode(institution)},${terminalOf(institution, 1 + random.below(2))},${card}`;
  const category = institution % 2 === 0 ? random.pick(CATEGORIES) : '药店';
  const reference = `P${who.day.slice(2, 7).replace('-', '')}${String(payments.length + 1).padStart(8, '0')}`;
  const amount = yuanPlain(fen(amountFen));
  payments.push({ line: `${reference},${time}${clock},${place},消费,${category},${amount},`, amountFen });
  if (random.below(25) > 0) return;
  const back = fen(Math.max(1, Math.floor(amountFen / 2)));
  const refund = `${reference}R,${time}${clock},${place},退货,${category},${yuanPlain(back)},${reference}`;
  payments.push({ line: refund, amountFen: -back });
}
