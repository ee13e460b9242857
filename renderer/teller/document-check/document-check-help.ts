/** Help for checking a document. */
import { ofPapers, type HelpPage } from '../help/help-page.ts';

export const documentCheckHelp: HelpPage = {
  steps: [
    {
      says: {
        zh: '按 {taskDocumentCheck}，输入凭证编号和验证码；或在编号栏扫描二维码，其中两者都有。',
        en: 'Press {taskDocumentCheck}, then type the document number and verification code, or scan the QR code into the number field (it contains both).',
      },
    },
    { says: { zh: 'Enter 验证。', en: 'Enter checks.' } },
    {
      says: {
        zh: '显示“验证通过”的，再与纸面逐项核对：种类、时间、卡号、期间、金额。',
        en: 'If it is genuine, compare each item with the document: type, time, card, period, amounts.',
      },
    },
  ],
  rules: [
    ofPapers(1, {
      zh: '验证码由编号和单据的全部内容算出；任何一项改动，验证即不通过。',
      en: 'The code is computed from the number and the whole content of the document: if anything is altered, it no longer matches.',
    }),
    ofPapers(4, {
      zh: '核对结果中的姓名和卡号脱敏显示。',
      en: 'Name and card number are shown masked.',
    }),
  ],
  faults: [
    {
      what: { zh: '验证未通过', en: 'Not verified' },
      cause: {
        zh: '录入有误、单据被改动、只是预览而未出具，或不是本网点出具。',
        en: 'A typing error, an altered document, a preview that was never issued, or a document of another office.',
      },
      kept: { zh: '未作任何改动。', en: 'Nothing was changed.' },
      cure: {
        zh: '对照纸面重新输入一次；仍未通过的，不予认可，报告主管。',
        en: 'Enter both again from the document. If it still fails, do not accept the document and inform a supervisor.',
      },
    },
  ],
  near: ['printQueue', 'statement', 'followUp'],
};
