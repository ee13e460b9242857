/** The words about the current customer. */
import type { WordPairs } from '../../shared/words/word-pairs.ts';

export const panelWords = {
  panel: {
    title: { zh: '当前客户', en: 'Current customer' },
    nobody: { zh: '没有客户。按 {key} 识别客户。', en: 'No customer. {key} opens a visit.' },
    age: { zh: '{age} 岁', en: '{age}' },
    male: { zh: '男', en: 'male' },
    female: { zh: '女', en: 'female' },
    idNumber: { zh: '身份证', en: 'ID' },
    card: { zh: '医保卡', en: 'Card' },
    phone: { zh: '手机', en: 'Phone' },
    phoneMissing: { zh: '未登记', en: 'none on file' },
    employer: { zh: '单位', en: 'Employer' },
    account: { zh: '账号', en: 'Account' },
    open: { zh: '正常', en: 'active' },
    cardActive: { zh: '正常', en: 'active' },
    cardNotShown: { zh: '正常，未出示', en: 'active, not shown' },
    cardLost: {
      oral: { zh: '口头挂失中 {number}', en: 'reported lost orally, {number}' },
      formal: { zh: '书面挂失中 {number}', en: 'reported lost in writing, {number}' },
    },
    pin: { zh: '密码', en: 'Password' },
    pinState: {
      none: { zh: '未设置', en: 'not set' },
      set: { zh: '正常', en: 'set' },
      locked: { zh: '已锁定', en: 'locked' },
      void: { zh: '已挂失作废', en: 'void, reported lost' },
    },
    telephoneSet: { zh: '电话密码已设置', en: 'telephone password set' },
    closed: { zh: '已销户', en: 'closed' },
    balance: { zh: '余额（元）', en: 'Balance (yuan)' },
    months: { zh: '近 12 个月支出', en: 'Spent in 12 months' },
    monthsText: {
      zh: '{month}：支出 {consumed}，划入 {allocated}',
      en: '{month}: spent {consumed}, allocated {allocated}',
    },
    unprinted: { zh: '未打印', en: 'Unprinted' },
    unprintedOf: { zh: '{n} / {gate} 笔', en: '{n} of {gate}' },
    unprintedOnly: { zh: '{n} 笔', en: '{n}' },
    gateNear: {
      zh: '将满 {gate} 笔，届时停止刷卡；请打印明细。',
      en: 'The card stops paying at {gate}; print a statement.',
    },
    gateReached: {
      zh: '已满 {gate} 笔，卡已停止刷卡；打印明细后恢复。',
      en: '{gate} reached: the card has stopped paying. Print a statement to restore it.',
    },
    papersLeft: { zh: '未打印单据 {n} 份', en: 'documents not printed: {n}' },
    left: { zh: '办理剩余时间 {time}', en: '{time} left' },
    leftLabel: { zh: '办理剩余时间', en: 'Time left for this visit' },
    agent: { zh: '代办人', en: 'Agent' },
    guardian: { zh: '监护人（户口簿）', en: 'guardian (household register)' },
    finish: { zh: '办理结束', en: 'Finish' },
    finished: { zh: '办理已结束。', en: 'The visit has been finished.' },
    ended: { zh: '办理已到时自动结束。', en: 'The visit timed out and has ended.' },
    matchPhoto: { zh: '联网核查一致，有照片', en: 'network check: match with photo' },
    matchNoPhoto: { zh: '联网核查一致，无照片', en: 'network check: match without photo' },
    nameDiffers: { zh: '联网核查：姓名不符', en: 'network check: name differs' },
    numberUnknown: { zh: '联网核查：号码不存在', en: 'network check: number unknown' },
    reveal: { zh: '显示完整号码', en: 'Show full number' },
    revealWhat: { zh: '显示哪一项', en: 'Which number' },
    revealReason: { zh: '理由', en: 'Reason' },
    revealSubmit: { zh: '显示 30 秒', en: 'Show for 30 s' },
    revealed: { zh: '{field}:{value}', en: '{field}: {value}' },
    revealLeft: { zh: '{seconds} 秒后隐藏', en: 'hidden in {seconds} s' },
    agentIdNumber: { zh: '代办人身份证', en: "Agent's ID number" },
    cancel: { zh: '取消', en: 'Cancel' },
  },
  shortcut: {
    finishVisit: { zh: '办理结束', en: 'Finish the visit' },
    reveal: { zh: '显示完整号码', en: 'Show full number' },
  },
} satisfies WordPairs;

declare module '../../shared/words/word-lists.ts' {
  interface WordLists {
    panel: typeof panelWords;
  }
}
