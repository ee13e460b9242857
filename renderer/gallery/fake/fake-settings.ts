/** Settings of the fake office, as a clerk looks them up. */
import type { Output } from '../../../electron/contract/verbs.ts';
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
      'zh-CN': '口头挂失未确认时，在当日之后多少个日历日的 24:00 失效',
      en: 'Calendar days after its own at whose end an unconfirmed oral loss report lapses',
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
    changed: null,
  },
];

export function settingsAnswers(state: FakeState): Answers<'setting.show'> {
  return { 'setting.show': () => (state.session ? ok([...settings]) : refusedWith('SIGN_IN_REQUIRED')) };
}
