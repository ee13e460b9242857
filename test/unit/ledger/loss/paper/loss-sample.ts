/** Views of the papers about losses and PINs: a usual one of each kind, the longest, and random ones. */
import fc from 'fast-check';
import { businessDate, type Instant } from '../../../../../electron/contract/kernel/dates.ts';
import { fen } from '../../../../../electron/contract/kernel/money.ts';
import {
  lossChannelSchema,
  lossKindSchema,
  lossObjectSchema,
  lossStatusSchema,
  networkCheckSchema,
  reissueFeeClassSchema,
} from '../../../../../electron/contract/kernel/vocabulary.ts';
import type {
  LossOnPaper,
  LossPaperKind,
  LossPaperView,
} from '../../../../../electron/ledger/loss/paper/loss-paper-view.ts';

export const RECEIPTS = [
  ...(['password-receipt', 'reissue-receipt', 'cancellation-receipt'] as const),
  ...(['contact-receipt', 'identity-receipt', 'closing-receipt', 'correction-receipt'] as const),
] as const;

/** What each receipt of a change tells; null for every other paper. */
function changeOf(kind: LossPaperKind, character: string | null = null): LossPaperView['change'] {
  const values = {
    phone: { name: 'phone', before: '138****8000', after: '13700000009' },
    address: { name: 'address', before: '', after: '朝阳区建国路 88 号' },
    idNumber: { name: 'idNumber', before: '110***********002X', after: '440524188001010014' },
    sex: { name: 'sex', before: 'female', after: 'male' },
    name: { name: 'name', before: '张*', after: character?.repeat(25) ?? '张叁' },
  } as const;
  const long = character?.repeat(120);
  const nothing = { values: [], document: null, confirmed: false, closing: null, entry: null };
  if (kind === 'contact-receipt') {
    const { address } = values;
    const moved = long === undefined ? address : { ...address, before: long, after: long };
    return { ...nothing, values: [values.phone, moved], confirmed: true };
  }
  if (kind === 'identity-receipt')
    return {
      ...nothing,
      values: [values.name, values.idNumber, values.sex],
      document: character?.repeat(60) ?? '居民户口簿',
    };
  if (kind === 'correction-receipt') {
    const original = { originalSeq: 12, originalDate: businessDate('2026-10-31'), originalKind: 'allocation' } as const;
    const posted = { seq: 19, date: businessDate('2026-11-20'), amountFen: fen(-30_000), balanceFen: fen(93_456) };
    const reason = character?.repeat(200) ?? '医保部门重复划入';
    return { ...nothing, entry: { ...original, ...posted, originalReference: 'YB20261031001-264', reason } };
  }
  if (kind !== 'closing-receipt') return null;
  const closing = { closedOn: businessDate('2026-11-20'), reference: 'YBJ-2026-00017', paidOutFen: fen(123_456) };
  return { ...nothing, closing };
}

const isOfReport = (kind: LossPaperKind): boolean => kind !== 'password-receipt' && changeOf(kind) === null;

export const formalLoss: LossOnPaper = {
  number: 'L0101202611200001X',
  object: 'card',
  kind: 'formal',
  channel: 'counter',
  reportedAt: '2026-11-20 10:15:42',
  missedSince: '2026-11-19 18:30:00',
  lostFrom: '2026-11-20 10:15:42',
  lapsesOn: null,
  reissueFrom: businessDate('2026-11-27'),
  renewFrom: null,
  status: 'waiting',
  secondReference: null,
};

const reissue: NonNullable<LossPaperView['reissue']> = {
  newCard: '6213300000000000029',
  newInsuranceNumber: 'YB0000000917',
  feeFen: fen(2_000),
  feeClass: 'standard',
};

export function paperOf(kind: LossPaperKind, more: Partial<LossPaperView> = {}): LossPaperView {
  return {
    kind,
    paper: 'a4',
    documentNumber: '0101-20261120-000123',
    verificationCode: 'K7QF-2M9X',
    journalNumber: '20261120-0000457',
    reprint: null,
    issuedAt: { instant: Date.UTC(2026, 10, 20, 2, 16, 3) as Instant, local: '2026-11-20 10:16:03' },
    office: { code: '0101', name: '示范储蓄所' },
    counter: '03',
    clerk: '1001',
    clerkName: '王芳',
    authorisedBy: null,
    authoriserName: null,
    networkCheck: 'match-photo',
    secondDocument: null,
    queryTelephone: null,
    holder: {
      name: '张三',
      idNumber: '11010519491231002X',
      address: '北京市朝阳区建国路 88 号院 3 号楼 2 单元 1503 室',
      phone: '13800138000',
      employer: '北京市示范机械制造有限公司',
    },
    agent: null,
    card: '6213300000000000011',
    accountNumber: '0101-00000017',
    openedOn: businessDate('2019-07-01'),
    balanceFen: fen(123_456),
    loss: isOfReport(kind) ? formalLoss : null,
    reissue: kind === 'reissue-receipt' ? reissue : null,
    password: kind === 'password-receipt' ? { task: 'change' } : null,
    change: changeOf(kind),
    ...more,
  };
}

/** Every text at the longest the counter takes. */
export function longestOf(kind: LossPaperKind, character = '龘'): LossPaperView {
  const usual = paperOf(kind);
  const text = (length: number): string => character.repeat(length);
  return {
    ...usual,
    reprint: { count: 12, clerk: '1002' },
    office: { code: '0101', name: text(60) },
    counter: '柜台 12',
    clerk: '100001',
    clerkName: text(25),
    authorisedBy: '900001',
    authoriserName: text(25),
    networkCheck: 'name-differs',
    secondDocument: text(60),
    queryTelephone: '（010）6500 1234 5678 9012 3456',
    journalNumber: '20261120-000000000000457',
    holder: {
      ...usual.holder,
      name: text(25),
      address: text(120),
      phone: '+86 138-0013-8000 转 123456789012345678',
      employer: text(60),
    },
    agent: {
      name: text(25),
      idNumber: '11010519491231002X',
      relation: text(40),
      phone: '138 0013 8000 转 12345',
      address: text(120),
    },
    balanceFen: fen(Number.MAX_SAFE_INTEGER),
    loss: usual.loss && {
      ...usual.loss,
      number: 'L010120261120'.padEnd(23, '8'),
      object: 'both',
      lapsesOn: businessDate('2026-11-25'),
      renewFrom: businessDate('2026-11-20'),
      secondReference: 'R'.repeat(40),
    },
    reissue: isOfReport(kind) ? { ...reissue, newInsuranceNumber: 'W'.repeat(40), feeClass: 'reduced' } : null,
    change: changeOf(kind, character),
  };
}

const day = fc.date({ min: new Date('2020-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
const date = day.map((at) => businessDate(at.toISOString().slice(0, 10)));
const moment = day.map((at) => at.toISOString().slice(0, 19).replace('T', ' '));
const UNITS = ['中', '龘', '𠂇', '㛃', 'W', 'i', ' ', '（', '）', '，', '-', '“', '7', 'ü', '·'] as const;

function text(maxLength: number): fc.Arbitrary<string> {
  const unit = fc.constantFrom(...UNITS);
  return fc.oneof(
    fc.array(unit, { maxLength }).map((units) => units.join('')),
    unit.map((one) => one.repeat(maxLength)),
  );
}

const code = (form: RegExp): fc.Arbitrary<string> => fc.stringMatching(form);

const lossArbitrary: fc.Arbitrary<LossOnPaper> = fc.record({
  number: code(/^L[0-9]{16,21}[0-9A-Z]$/),
  object: fc.constantFrom(...lossObjectSchema.options),
  kind: fc.constantFrom(...lossKindSchema.options),
  channel: fc.constantFrom(...lossChannelSchema.options),
  reportedAt: moment,
  missedSince: fc.option(moment),
  lostFrom: fc.option(moment),
  lapsesOn: fc.option(date),
  reissueFrom: fc.option(date),
  renewFrom: fc.option(date),
  status: fc.constantFrom(...lossStatusSchema.options),
  secondReference: fc.option(code(/^[A-Z0-9]{1,40}$/)),
});

const reissueArbitrary = fc.record({
  newCard: code(/^62[0-9]{14,17}$/),
  newInsuranceNumber: code(/^[A-Z0-9]{1,40}$/),
  feeFen: fc.nat(999_999).map(fen),
  feeClass: fc.constantFrom(...reissueFeeClassSchema.options),
});

/** Views as they may come, and as long as they may come, of one kind. */
export function paperArbitrary(kind: LossPaperKind): fc.Arbitrary<LossPaperView> {
  return fc
    .record({
      documentNumber: code(/^[0-9]{4}-20[0-9]{6}-[0-9]{6}$/),
      verificationCode: code(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/),
      journalNumber: code(/^[0-9]{8}-[0-9]{6,15}$/),
      reprint: fc.option(fc.record({ count: fc.integer({ min: 1, max: 999 }), clerk: fc.constant('1002') })),
      office: fc.record({ code: code(/^[0-9]{4}$/), name: text(60) }),
      counter: text(10),
      clerk: code(/^[0-9]{4,6}$/),
      clerkName: fc.option(text(25)),
      authorisedBy: fc.option(code(/^[0-9]{4,6}$/)),
      authoriserName: fc.option(text(25)),
      networkCheck: fc.option(fc.constantFrom(...networkCheckSchema.options)),
      secondDocument: fc.option(text(60)),
      queryTelephone: fc.option(code(/^[0-9]{5,12}$/)),
      holder: fc.record({
        name: text(25),
        idNumber: code(/^[1-6][0-9]{16}[0-9X]$/),
        address: text(120),
        phone: text(40),
        employer: text(60),
      }),
      agent: fc.option(
        fc.record({
          name: text(25),
          idNumber: code(/^[1-6][0-9]{16}[0-9X]$/),
          relation: text(40),
          phone: text(20),
          address: text(120),
        }),
      ),
      card: code(/^62[0-9]{14,17}$/),
      accountNumber: code(/^[0-9]{4}-[0-9]{8}$/),
      openedOn: date,
      balanceFen: fc.maxSafeNat().map(fen),
      loss: lossArbitrary,
      reissue: kind === 'reissue-receipt' ? reissueArbitrary : fc.option(reissueArbitrary),
      password: fc.record({ task: fc.constantFrom('first', 'change', 'reset', 'telephone') }),
    })
    .map((drawn) => paperOf(kind, drawn));
}
