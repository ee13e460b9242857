/** The words of approvals. */
import type { WordPairs } from '../../shared/words/word-pairs.ts';

export const approvalsWords = {
  approvals: {
    title: { zh: '授权', en: 'Approvals' },
    explain: {
      zh: '用 ↑ ↓ 选择，核对右侧的全部内容，授权须输入本人密码。自己提出的申请不能由自己授权。',
      en: '↑ ↓ choose. Check everything shown beside the list; approving requires your own password. You cannot decide on your own requests.',
    },
    explainOwn: { zh: '您提出的授权申请和结果。', en: 'Your requests and their outcome.' },
    checking: {
      zh: '文件检查之后账目有变动，正在重新核对，已处理 {done} 笔。',
      en: 'The books have changed since the file was checked; checking it again, {done} lines done.',
    },
    empty: {
      zh: '暂无授权申请。柜员按 {key} 送入授权队列的业务列在这里。',
      en: 'No requests. What clerks send to the queue with {key} is listed here.',
    },
    emptyOwn: {
      zh: '您没有提出授权申请。主管不在柜台时，按 {key} 送入授权队列，结果列在这里。',
      en: 'You have made no requests. Where no supervisor is at the counter, {key} sends one to the queue; it is listed here.',
    },
    what: { zh: '事项', en: 'Request' },
    askedBy: { zh: '经办柜员', en: 'Clerk' },
    holder: { zh: '持卡人', en: 'Holder' },
    since: { zh: '{since} 提出', en: '{since}' },
    until: { zh: '{until} 前有效', en: 'until {until}' },
    state: { zh: '状态', en: 'State' },
    verb: {
      loss: {
        report: { zh: '密码挂失', en: 'Password loss' },
        cancel: { zh: '解除挂失', en: 'Cancel a loss report' },
        reissue: { zh: '补卡', en: 'Issue a new card' },
        takeBack: { zh: '撤销误挂', en: 'Take back a report' },
        correctReference: { zh: '更正医保确认号', en: 'Correct department number' },
      },
      customer: {
        beginTask: { zh: '设置新密码', en: 'New password' },
      },
      entry: {
        correct: { zh: '账务更正', en: 'Correct an entry' },
      },
      holder: {
        correct: { zh: '更正登记信息', en: 'Correct a name or number' },
        close: { zh: '销户', en: 'Close an account' },
      },
      file: {
        post: { zh: '批量文件入账', en: 'Post or load a file' },
      },
    },
    states: {
      pending: { zh: '等待', en: 'waiting' },
      approved: { zh: '已授权', en: 'approved' },
      refused: { zh: '已拒绝', en: 'refused' },
      expired: { zh: '已过期', en: 'expired' },
      used: { zh: '已使用', en: 'used' },
    },
    approve: { zh: '授权', en: 'Approve' },
    password: { zh: '您本人的密码', en: 'Your own password' },
    passwordMissing: {
      zh: '请输入您本人的密码，尚未授权。',
      en: 'Enter your own password. Nothing has been approved yet.',
    },
    approveSubmit: { zh: '确认授权', en: 'Confirm approval' },
    done: {
      approve: { zh: '已授权；经办柜员可以继续办理。', en: 'Approved; the clerk can continue.' },
      refuse: { zh: '已拒绝；双方姓名和理由已记录。', en: 'Refused; both names and the reason have been recorded.' },
    },
    chosen: { zh: '选中的申请', en: 'Selected request' },
    factsOf: { zh: '授权的全部内容', en: 'Full content of the request' },
  },
  final: {
    approve: {
      zh: '将批准{by}为{name}（卡 {card}）办理：{what}。',
      en: 'You approve {by} to do this for {name} (card {card}): {what}.',
    },
    refuse: {
      zh: '将拒绝{by}为{name}（卡 {card}）办理：{what}；理由：{reason}。',
      en: "You refuse {by}'s request for {name} (card {card}): {what}; reason: {reason}.",
    },
    approveForOffice: {
      zh: '将批准{by}为本网点办理：{what}。',
      en: 'You approve {by} to do this for the whole office: {what}.',
    },
    refuseForOffice: {
      zh: '将拒绝{by}为本网点办理：{what}；理由：{reason}。',
      en: "You refuse {by}'s request for the whole office: {what}; reason: {reason}.",
    },
  },
} satisfies WordPairs;

declare module '../../shared/words/word-lists.ts' {
  interface WordLists {
    approvals: typeof approvalsWords;
  }
}
