/** What the day-end report calls things, in both languages. */
const CONTROL_NAMES: Readonly<Record<string, string>> = {
  holders: '持卡人账户 Holders',
  'fund-clearing': '医保基金清算 Fund clearing',
  'institution-settlement': '定点机构结算 Institutions',
  interest: '结息 Interest',
  corrections: '账务更正 Corrections',
};

/** A control account of a later version has its code for a name. */
export function controlName(account: string): string {
  return CONTROL_NAMES[account] ?? account;
}

const FILES = { allocation: '资金划入 Allocations', settlement: '消费结算 Settlements' } as const;

export function fileName(kind: keyof typeof FILES): string {
  return FILES[kind];
}

const DOORS = { online: '网上 Online', telephone: '电话 Telephone' } as const;

export function doorName(door: keyof typeof DOORS): string {
  return DOORS[door];
}

const STATES = { idle: '未办 idle', open: '未轧账 open', closed: '已轧账 closed' } as const;

export function stateName(state: keyof typeof STATES): string {
  return STATES[state];
}

export const reportSections = {
  balances: '试算平衡 Trial balance',
  files: '当日批量文件 Files posted today',
  tills: '柜员轧账 Tills',
  doors: '网上与电话 Online and telephone',
  open: '未了事项 Open items',
  clocks: '挂失期限 Loss deadlines',
} as const;
