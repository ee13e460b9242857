/** Settings of the fake office, as a clerk looks them up. */
import type { Output } from '../../../electron/contract/verbs.ts';
import { isSecond } from './fake-clerks.ts';
import { at, ok, refusedWith, type FakeState } from './fake-state.ts';
import type { Answers } from './fake-wire.ts';

const settings: Output<'setting.show'> = [
  {
    name: 'printGate',
    value: 40,
    notAllowed: null,
    default: 60,
    min: 0,
    max: 1000,
    meaning: {
      'zh-CN': '未打印明细达到此笔数时卡片停止支付，0 表示不限',
      en: 'Unprinted entries at which a card stops paying; 0 switches the gate off',
    },
    source: {
      'zh-CN': '银行分行公布的用卡指南（业务规则第 1 节）',
      en: "a bank branch's published card guide (the rules, section 1)",
    },
    changed: { at: at(1_735_694_700_000), by: '9001', authorisedBy: '2001' },
  },
  {
    name: 'oralLossDays',
    value: 5,
    notAllowed: '500',
    default: 5,
    min: 0,
    max: 30,
    meaning: {
      'zh-CN': '口头挂失未转为书面挂失时，在挂失当日之后第几个自然日的 24:00 失效',
      en: 'Calendar days after its own at whose end an unconfirmed oral loss report lapses',
    },
    source: {
      'zh-CN': '《储蓄管理条例》第三十一条与挂失实务（业务规则第 3 节）',
      en: 'Regulations on Savings Administration, article 31, and practice (the rules, section 3)',
    },
    changed: null,
  },
  {
    name: 'queryTelephone',
    value: '',
    notAllowed: null,
    default: '',
    min: 0,
    max: 30,
    meaning: {
      'zh-CN': '单据上印的查询电话，空白则不印',
      en: 'Telephone for queries that papers name; they name none while it is empty',
    },
    source: {
      'zh-CN': '空白，由网点填写',
      en: 'empty; the office fills it in',
    },
    changed: null,
  },
];

const earlier: Readonly<Record<string, Output<'setting.changes'>>> = {
  printGate: [
    {
      at: at(1_735_694_700_000),
      ...{ by: '9001', authorisedBy: '2001', before: 80, value: 40, reason: '分行 2025 年第 1 号通知' },
    },
    {
      at: at(1_719_796_500_000),
      ...{ by: '9001', authorisedBy: '2002', before: 60, value: 80, reason: '打印机停用一周，放宽到月底' },
    },
  ],
};

export function settingsAnswers(state: FakeState): Answers<'setting.show' | 'setting.changes' | 'setting.set'> {
  let present: Output<'setting.show'> = settings;
  const changes: Record<string, Output<'setting.changes'>> = { ...earlier };
  return {
    'setting.changes': ({ name }) => ok([...(changes[name] ?? [])]),
    'setting.show': () => (state.session ? ok([...present]) : refusedWith('SIGN_IN_REQUIRED')),
    'setting.set': ({ name, value, reason, authorisation }) => {
      const before = present.find((setting) => setting.name === name);
      if (!isSecond(authorisation)) return refusedWith('SECOND_PERSON_FAILED');
      if (before === undefined) return refusedWith('SETTING_UNKNOWN', { name });
      const { min, max } = before;
      const isNumber = typeof before.value === 'number';
      if (isNumber && !(Number(value) >= min && Number(value) <= max))
        return refusedWith('SETTING_OUT_OF_RANGE', { name, min, max, value, present: before.value });
      const changed = { at: at(1_738_549_000_000), by: '9001', authorisedBy: authorisation?.clerkCode ?? '' };
      const after = { ...before, value: isNumber ? Number(value) : value, notAllowed: null, changed };
      const change = { ...changed, before: before.value, value: after.value, reason };
      changes[name] = [change, ...(changes[name] ?? [])];
      present = present.map((setting) => (setting.name === name ? after : setting));
      return ok(after);
    },
  };
}
