/** Help for approvals. */
import { ruled, type HelpPage } from '../help/help-page.ts';

export const approvalsHelp: HelpPage = {
  steps: [
    {
      says: {
        zh: '按 {taskApprovals}。主管看到等待处理的申请；柜员看到自己提出的申请和结果。',
        en: 'Press {taskApprovals}. A supervisor sees the requests that are waiting; a clerk sees their own requests and the outcome.',
      },
    },
    {
      says: {
        zh: '用 ↑ ↓ 选择，逐项核对授权的全部内容：事项、经办柜员、持卡人、核查结果。',
        en: '↑ ↓ choose. Check the full content of the request: what it is, who requests it, for which holder, and how the holder was identified.',
      },
    },
    {
      says: {
        zh: '{approveRequest} 后输入本人密码授权；{refuseRequest} 写明理由后拒绝。',
        en: '{approveRequest} approves with your own password; {refuseRequest} refuses with a reason.',
      },
    },
    {
      says: {
        zh: '结果会提醒经办柜员，由其回到原业务继续办理。',
        en: 'The clerk is notified and continues where the request was made.',
      },
    },
  ],
  rules: [
    ruled(5, {
      zh: '授权人不得是经办人本人；姓名相同的两个工号视为一人。',
      en: 'Nobody may authorise their own work; two codes with the same name count as one person.',
    }),
    ruled(5, {
      zh: '授权 120 分钟内有效（参数 approvalMinutes），只用一次，只对所申请的全部内容有效。',
      en: 'An approval is valid for 120 minutes (setting approvalMinutes), can be used once, and applies only to exactly what was requested.',
    }),
    ruled(5, {
      zh: '拒绝留档，记双方姓名、时间和理由；申请不删除。',
      en: 'A refusal is kept on record with both names, the times and the reason; no request is ever deleted.',
    }),
  ],
  faults: [
    { code: 'APPROVAL_EXPIRED', cause: { zh: '申请已超过有效时间。', en: 'The request has expired.' } },
    {
      code: 'APPROVAL_USED',
      cause: { zh: '另一位主管已处理，或已经使用。', en: 'Another supervisor has decided, or it has been used.' },
    },
    {
      code: 'APPROVAL_OTHER',
      cause: { zh: '申请后内容有改动。', en: 'The details were changed after the request was made.' },
    },
    {
      code: 'APPROVAL_CHANGED',
      cause: { zh: '申请之后情况有变化。', en: 'The circumstances have changed since the request was made.' },
    },
    { code: 'PASSWORD_WRONG', cause: { zh: '密码输入有误。', en: 'The password was mistyped.' } },
    { code: 'SECOND_PERSON_SAME', cause: { zh: '处理自己提出的申请。', en: "It is the supervisor's own request." } },
    { code: 'REASON_REQUIRED', cause: { zh: '拒绝没有写理由。', en: 'No reason was given for refusing.' } },
  ],
  near: ['pin', 'followUp', 'monthEnd'],
};
