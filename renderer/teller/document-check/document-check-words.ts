/** The words of checking a document. */
import type { WordPairs } from '../../shared/words/word-pairs.ts';

export const documentCheckWords = {
  documentCheck: {
    title: { zh: '单据验真', en: 'Check document' },
    explain: {
      zh: '输入单据上的编号和验证码，或在编号栏扫描二维码。',
      en: 'Enter the document number and verification code, or scan the QR code into the number field.',
    },
    number: { zh: '凭证编号或二维码内容', en: 'Document number or QR code content' },
    code: { zh: '验证码', en: 'Verification code' },
    submit: { zh: '验证', en: 'Check' },
    genuine: { zh: '验证通过：系本网点出具', en: 'Genuine: issued by this office' },
    voucher: {
      zh: '验证通过：本网点网上挂失的凭单，挂失编号 {number}；按 {key} 查询和确认。凭单不是挂失申请书。',
      en: 'Genuine: the voucher of an online loss report, {number}; {key} brings it up to be confirmed. A voucher is no loss form.',
    },
    dayReport: {
      zh: '验证通过：本网点营业日 {day} 的日终报告。',
      en: "Genuine: this office's day-end report of {day}.",
    },
    notGenuine: {
      zh: '验证未通过：编号与验证码不符，或不是本网点出具',
      en: 'Not verified: number and code do not match, or the document was not issued by this office',
    },
    compare: { zh: '请与纸面核对：', en: 'Compare with the document:' },
    issuedAt: { zh: '出具时间', en: 'Issued' },
    holder: { zh: '持卡人', en: 'Holder' },
    card: { zh: '卡号', en: 'Card' },
    period: { zh: '期间', en: 'Period' },
    periodValue: { zh: '{from} 至 {to}', en: '{from} to {to}' },
    opening: { zh: '期初余额', en: 'Opening balance' },
    closing: { zh: '期末余额', en: 'Closing balance' },
    entries: { zh: '笔数', en: 'Entries' },
    copies: { zh: '打印份数', en: 'Copies printed' },
    kind: { zh: '单据种类', en: 'Type of document' },
    lossNumber: { zh: '挂失编号', en: 'Loss report' },
    numberFact: { zh: '凭证编号', en: 'Document number' },
    another: { zh: '下一份', en: 'Next document' },
  },
} satisfies WordPairs;

declare module '../../shared/words/word-lists.ts' {
  interface WordLists {
    documentCheck: typeof documentCheckWords;
  }
}
