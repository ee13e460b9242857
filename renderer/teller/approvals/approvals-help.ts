/** Help for approvals. */
import { ruled, type HelpPage } from '../help/help-page.ts';

export const approvalsHelp: HelpPage = {
  steps: [
    {
      says: {
        zh: '按 {taskApprovals}。主管看到等待处理的请求；柜员看到自己提出的请求和结果。',
        en: '{taskApprovals}. A supervisor sees the requests that wait; a clerk their own, and what became of them.',
      },
    },
    {
      says: {
        zh: '用 ↑ ↓ 选择，逐项核对授权的全部内容：事项、请求人、持卡人、核查结果。',
        en: '↑ ↓ choose; check everything that is approved: what, who asks, for whom, how they were identified.',
      },
    },
    {
      says: {
        zh: '{approveRequest} 后输入本人密码授权；{refuseRequest} 写明理由后拒绝。',
        en: '{approveRequest} and your own password approve; {refuseRequest} refuses with a reason.',
      },
    },
    {
      says: {
        zh: '结果会提醒请求人，由其回到原业务继续办理。',
        en: 'Whoever asked is called, and goes on where they asked.',
      },
    },
  ],
  rules: [
    ruled(5, {
      zh: '授权人不得是经办人本人；姓名相同的两个工号视为一人。',
      en: 'The second person is never the first; two codes under one name count as one person.',
    }),
    ruled(5, {
      zh: '授权 120 分钟内有效（参数 approvalMinutes），只用一次，只对所请求的全部内容有效。',
      en: 'An approval holds for two hours (setting approvalMinutes), once, for all that was asked.',
    }),
    ruled(5, {
      zh: '拒绝留档，记双方姓名、时间和理由；请求不删除。',
      en: 'A refusal stays on record with both names, times and the reason; no request is deleted.',
    }),
  ],
  faults: [
    { code: 'APPROVAL_EXPIRED', cause: { zh: '请求已超过有效时间。', en: 'It waited too long.' } },
    {
      code: 'APPROVAL_USED',
      cause: { zh: '另一位主管已处理，或已经使用。', en: 'Another supervisor decided, or it was used.' },
    },
    {
      code: 'APPROVAL_OTHER',
      cause: { zh: '请求后内容有改动。', en: 'Something was changed after it was asked.' },
    },
    {
      code: 'APPROVAL_CHANGED',
      cause: { zh: '请求之后情况有变化。', en: 'What it is about has changed since.' },
    },
    { code: 'PASSWORD_WRONG', cause: { zh: '密码输入有误。', en: 'The password was mistyped.' } },
    { code: 'SECOND_PERSON_SAME', cause: { zh: '处理自己提出的请求。', en: 'It is their own request.' } },
    { code: 'REASON_REQUIRED', cause: { zh: '拒绝没有写理由。', en: 'A refusal without a reason.' } },
  ],
  near: ['pin', 'followUp', 'monthEnd'],
};
