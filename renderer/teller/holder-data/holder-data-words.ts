/** The words of the holder's data. */
import type { WordPairs } from '../../shared/words/word-pairs.ts';

export const holderDataWords = {
  holderData: {
    nobody: {
      zh: '先按 {key} 识别客户；资料由持卡人本人到柜台更改。',
      en: 'Open a visit first ({key}); a holder changes their details in person.',
    },
    what: { zh: '可以办理的', en: 'What can be done' },
    isClosed: {
      zh: '该账户已销户，资料不再更改；历史记录仍可查询打印。',
      en: 'This account is closed; its details change no more. Its history can still be shown and printed.',
    },
    act: {
      contact: { zh: '变更电话和地址', en: 'Change phone and address' },
      correct: { zh: '更正姓名、证件号码或性别', en: 'Correct name, ID number or sex' },
      close: { zh: '销户', en: 'Close the account' },
    },
    explain: {
      contact: {
        zh: '持卡人在客户窗口确认后即生效，不需要授权。',
        en: "Takes effect as soon as the holder confirms it at the customer's window; no second person is needed.",
      },
      correct: {
        zh: '核对证件原件，由主管授权；原登记内容留档。',
        en: 'Check the original document; a supervisor authorises it. What stood before stays on record.',
      },
      close: {
        zh: '余额为零，或凭医保部门文号划付余额，由主管授权。',
        en: "The balance is zero, or paid out by the department's reference; a supervisor authorises it.",
      },
    },
    done: {
      contact: { zh: '持卡人已确认，联系方式已更改。', en: 'The holder has confirmed; phone and address are changed.' },
      correct: { zh: '登记信息已更正。', en: 'The registered details have been corrected.' },
      close: { zh: '账户已销户。', en: 'The account has been closed.' },
    },
    phone: { zh: '新联系电话', en: 'New phone' },
    phoneOnFile: { zh: '登记电话 {phone}；不变则留空。', en: 'On file: {phone}. Leave empty to keep it.' },
    noPhone: { zh: '未登记电话。', en: 'No phone is on file.' },
    address: { zh: '新联系地址', en: 'New address' },
    leaveEmpty: { zh: '不变则留空。', en: 'Leave empty to keep what is on file.' },
    nothing: { zh: '请填写要更改的内容。', en: 'Enter what is to be changed.' },
    askHolder: { zh: '请持卡人确认', en: 'Ask the holder to confirm' },
    newName: { zh: '更正后姓名', en: 'Corrected name' },
    nameOnFile: { zh: '登记为 {name}；不变则留空。', en: 'On file: {name}. Leave empty to keep it.' },
    newIdNumber: { zh: '更正后身份证号码', en: 'Corrected ID number' },
    idOnFile: { zh: '登记为 {id}；不变则留空。', en: 'On file: {id}. Leave empty to keep it.' },
    sex: { zh: '性别', en: 'Sex' },
    sexes: {
      unchanged: { zh: '不更正', en: 'not corrected' },
      male: { zh: '男', en: 'male' },
      female: { zh: '女', en: 'female' },
    },
    document: { zh: '核对的证件', en: 'Document seen' },
    documentHint: { zh: '如：居民户口簿、公安机关证明', en: 'Such as: household register, police certificate' },
    documentMissing: {
      zh: '请写明核对的是什么证件，尚未更改。',
      en: 'Say which document was seen. Nothing has changed yet.',
    },
    toSecond: { zh: '请主管授权', en: 'Ask a supervisor' },
    toName: { zh: '姓名改为 {name}', en: 'the name becomes {name}' },
    toNumber: { zh: '身份证号码改为 {number}', en: 'the ID number becomes {number}' },
    toSex: { zh: '性别改为{sex}', en: 'the sex becomes {sex}' },
    and: { zh: '，', en: ', ' },
    secondCorrect: {
      zh: '主管核对证件原件与更正内容，在此授权。',
      en: 'The supervisor compares the original document with what is corrected and authorises here.',
    },
    correctNow: { zh: '授权并更正', en: 'Authorise and correct' },
    balance: { zh: '账户余额', en: 'The account holds' },
    yuan: { zh: '元', en: 'yuan' },
    reference: { zh: '医保部门划付文号', en: "Department's reference" },
    referenceHint: {
      zh: '余额凭此文号划付医保部门，不付现金。',
      en: 'The balance is paid to the department by it; no cash is paid out.',
    },
    referenceSpared: { zh: '余额为零，可以留空。', en: 'The balance is zero; this may be left empty.' },
    referenceMissing: {
      zh: '账户尚有余额，请填写医保部门划付余额的文号。',
      en: "The account holds money: enter the department's reference that instructs its pay-out.",
    },
    secondClose: {
      zh: '主管核对医保部门的依据，在此授权。销户不能撤销。',
      en: "The supervisor checks the department's instruction and authorises here. A closing cannot be undone.",
    },
    closeNow: { zh: '授权并销户', en: 'Authorise and close' },
  },
  final: {
    holderCorrection: {
      zh: '{name}（卡 {card}）：{changes}。依据：{document}。',
      en: '{name} (card {card}): {changes}. Document seen: {document}.',
    },
    closing: {
      empty: {
        zh: '{name}（卡 {card}）的账户 {account} 将销户，余额为零；卡、密码和网上登录随之失效，不能恢复。',
        en: 'Account {account} of {name} (card {card}) will be closed; it holds nothing. Card, passwords and online login end with it for good.',
      },
      paidOut: {
        zh: '{name}（卡 {card}）的账户 {account} 将销户，余额 {balance} 元凭 {reference} 划付医保部门；卡、密码和网上登录随之失效，不能恢复。',
        en: 'Account {account} of {name} (card {card}) will be closed and its {balance} yuan paid to the department by {reference}. Card, passwords and online login end with it for good.',
      },
    },
  },
} satisfies WordPairs;

declare module '../../shared/words/word-lists.ts' {
  interface WordLists {
    holderData: typeof holderDataWords;
  }
}
