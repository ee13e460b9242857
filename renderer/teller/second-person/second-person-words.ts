/** What a second person is asked for, each fact by the name the ledger gives it, and what they say to it. */
import type { WordPairs } from '../../shared/words/word-pairs.ts';

export const secondPersonWords = {
  second: {
    title: { zh: '主管授权', en: 'Supervisor authorisation' },
    code: { zh: '授权人工号', en: "Supervisor's code" },
    password: { zh: '授权人密码', en: "Supervisor's password" },
    codeForm: { zh: '请主管输入本人工号（四位数字）。', en: 'The supervisor enters their own four-digit code.' },
    passwordMissing: { zh: '请主管输入本人密码。', en: 'The supervisor enters their own password.' },
    approve: { zh: '授权', en: 'Authorise' },
    refuse: { zh: '拒绝', en: 'Refuse' },
    reason: { zh: '拒绝的理由', en: 'Reason for refusing' },
    refuseSubmit: { zh: '确认拒绝', en: 'Confirm refusal' },
    ask: { zh: '送入授权队列', en: 'Send to the queue' },
    pending: {
      zh: '已送入授权队列，等待主管处理，{until} 前有效。也可由主管在此授权。',
      en: 'Sent to the queue; waiting for a supervisor, valid until {until}. A supervisor can still authorise here.',
    },
    approved: { zh: '{by} 已授权，{until} 前有效。', en: 'Approved by {by}, valid until {until}.' },
    refused: {
      zh: '{by} 已拒绝：{reason}。拒绝已留档，未作任何改动。',
      en: 'Refused by {by}: {reason}. The refusal has been recorded; nothing has changed.',
    },
    use: { zh: '使用授权', en: 'Use the approval' },
    changed: {
      zh: '{since} 申请授权时的内容与现在不同，那份授权不能用于现在的内容。请重新申请，或请主管在此授权。',
      en: 'The details have changed since the request of {since}, so that approval cannot be used. Send a new request, or ask a supervisor to authorise here.',
    },
  },
  asked: {
    fact: {
      rule: { zh: '须两人办理', en: 'Why two people' },
      askedBy: { zh: '经办柜员', en: 'Requested by' },
      holderName: { zh: '持卡人', en: 'Holder' },
      idNumber: { zh: '身份证号码', en: 'ID number' },
      card: { zh: '医保卡', en: 'Card' },
      cardShown: { zh: '出示医保卡', en: 'Card shown' },
      networkCheck: { zh: '联网核查', en: 'Network check' },
      secondaryDocument: { zh: '辅助证件', en: 'Second document' },
      agent: { zh: '代办人', en: 'Agent' },
      pin: { zh: '交易密码', en: 'Card password' },
      pinProvenAt: { zh: '密码验证时间', en: 'Password verified at' },
      object: { zh: '挂失对象', en: 'What is lost' },
      kind: { zh: '挂失方式', en: 'How it is reported' },
      missedSince: { zh: '自述丢失时间', en: 'Missing since, as stated' },
      address: { zh: '联系地址', en: 'Address' },
      phone: { zh: '联系电话', en: 'Phone' },
      number: { zh: '挂失编号', en: 'Report number' },
      reportedAt: { zh: '挂失时间', en: 'Reported' },
      newCard: { zh: '新卡号', en: 'New card' },
      newInsuranceNumber: { zh: '新医保编号', en: 'New insurance number' },
      feeClass: { zh: '工本费类别', en: 'Fee class' },
      feeFen: { zh: '工本费（元）', en: 'Fee (yuan)' },
      reference: { zh: '医保确认号', en: 'Department number' },
      reason: { zh: '更正理由', en: 'Reason' },
      task: { zh: '办理事项', en: 'What is done' },
      fileKind: { zh: '文件', en: 'File' },
      batch: { zh: '批次号', en: 'Batch number' },
      declaredCount: { zh: '申报笔数', en: 'Declared lines' },
      declaredFen: { zh: '申报金额（元）', en: 'Declared amount (yuan)' },
      accepted: { zh: '可入账笔数', en: 'Lines to be posted' },
      amountFen: { zh: '入账金额（元）', en: 'Amount to be posted (yuan)' },
      rejectedCount: { zh: '退回笔数', en: 'Rejected lines' },
      rejectedFen: { zh: '退回金额（元）', en: 'Rejected amount (yuan)' },
      otherMonth: { zh: '所属年月（非本营业月）', en: 'Month of the file (not this one)' },
      lastMonthSum: { zh: '上月同类批次金额（元）', en: "Last month's amount (yuan)" },
      repeatedAccounts: { zh: '不止一笔的账户数', en: 'Accounts with several lines' },
      added: { zh: '新增', en: 'To be added' },
      updated: { zh: '更新', en: 'To be updated' },
      refusedCount: { zh: '退回笔数', en: 'Rejected lines' },
      sha256: { zh: '文件校验值', en: 'File checksum' },
      refusedReasons: { zh: '退回原因', en: 'Why they are rejected' },
    },
    rule: {
      loss: {
        report: { zh: '密码挂失即时作废原密码', en: 'a password loss makes the present password void at once' },
        cancel: { zh: '解除书面挂失恢复支付', en: 'cancelling a written report lets the card pay again' },
        takeBack: { zh: '撤销误挂恢复支付', en: 'taking back a report lets the card pay again' },
        reissue: { zh: '补卡，旧卡永久停用', en: 'issuing a new card ends the old one permanently' },
        correctReference: { zh: '更正已登记的内容', en: 'a recorded detail is corrected' },
      },
      customer: {
        beginTask: { zh: '非挂失当日重置密码', en: 'a new password is set on a later day than its loss report' },
      },
      file: {
        post: { zh: '医保部门文件入账', en: 'a file from the department is posted' },
      },
    },
    reasonCount: { zh: '{meaning}（{code}）{count} 笔', en: '{meaning} ({code}): {count}' },
    and: { zh: '；', en: '; ' },
    changed: { zh: '{was} → {value}', en: '{was} → {value}' },
    clerk: { zh: '{name}（工号 {code}）', en: '{name} (clerk {code})' },
    yes: { zh: '是', en: 'yes' },
    no: { zh: '否', en: 'no' },
    none: { zh: '无', en: 'none' },
    now: { zh: '即时', en: 'now' },
    onFile: { zh: '登记电话', en: 'phone number on file' },
    inPerson: { zh: '无，本人办理', en: 'none; the holder in person' },
    task: {
      reset: { zh: '挂失后设置新密码', en: 'new password after a loss report' },
    },
    pin: {
      'pin-proven': { zh: '已由持卡人验证', en: 'verified by the holder' },
      'pin-not-proven': { zh: '未验证', en: 'not verified' },
      'pin-none': { zh: '尚未设置', en: 'not set' },
      'pin-locked': { zh: '已锁定', en: 'locked' },
      'pin-void': { zh: '已挂失', en: 'reported lost' },
    },
  },
} satisfies WordPairs;

declare module '../../shared/words/word-lists.ts' {
  interface WordLists {
    secondPerson: typeof secondPersonWords;
  }
}
