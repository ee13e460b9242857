/** The words of opening a visit. */
import type { WordPairs } from '../../shared/words/word-pairs.ts';

export const visitWords = {
  visit: {
    title: { zh: '客户识别', en: 'Visit' },
    explain: {
      zh: '身份证和医保卡都要出示；可读身份证或刷卡，也可输入。',
      en: 'Both the ID card and the medical card must be shown. Use the reader or type.',
    },
    explainLost: {
      zh: '卡已丢失：身份证要在柜台上，姓名和手机号须与登记一致。',
      en: 'The card is lost: the ID card must be shown, and name and phone number must match those on file.',
    },
    idNumber: { zh: '身份证号码', en: 'ID number' },
    name: { zh: '姓名', en: 'Name' },
    phone: { zh: '登记的手机号', en: 'Phone on file' },
    cardLost: { zh: '卡已丢失，改用姓名和手机号', en: 'Card lost: use name and phone number' },
    card: { zh: '医保卡号', en: 'Medical card number' },
    idOk: { zh: '{birth} 出生，{age} 岁，{sex}', en: 'Born {birth}, aged {age}, {sex}' },
    cardOk: { zh: '卡号校验正确', en: 'Check digit correct' },
    idFault: {
      LENGTH: { zh: '应为 18 位', en: 'Must be 18 characters' },
      CHARACTER: { zh: '含有无效字符', en: 'Contains an invalid character' },
      BIRTH_DATE: { zh: '出生日期不存在', en: 'The date of birth does not exist' },
      CHECK_DIGIT: { zh: '校验码错误', en: 'The check character is incorrect' },
    },
    cardFault: {
      LENGTH: { zh: '应为 16 至 19 位', en: 'Must be 16 to 19 digits' },
      CHARACTER: { zh: '含有无效字符', en: 'Contains an invalid character' },
      PREFIX: { zh: '不是以 62 开头', en: 'Does not start with 62' },
      CHECK_DIGIT: { zh: '校验位错误', en: 'The check digit is incorrect' },
    },
    networkCheck: { zh: '联网核查结果', en: 'Network check' },
    networkHint: { zh: '按 {first} 至 {last} 选择', en: 'keys {first} to {last}' },
    matchPhoto: { zh: '一致，有照片', en: 'Match with photo' },
    matchNoPhoto: { zh: '一致，无照片', en: 'Match without photo' },
    nameDiffers: { zh: '姓名不符', en: 'Name differs' },
    numberUnknown: { zh: '号码不存在', en: 'Number unknown' },
    chooseNetwork: { zh: '请选择联网核查结果。', en: 'Choose the result of the network check.' },
    secondaryDocument: { zh: '辅助证件', en: 'Second document' },
    secondaryHint: {
      zh: '证件名称和号码，例如 户口簿、护照',
      en: 'Type and number, such as household register or passport',
    },
    agent: { zh: '由他人代办', en: 'An agent is acting for the holder' },
    agentTitle: { zh: '代办人', en: 'Agent' },
    guardianTitle: { zh: '监护人', en: 'Guardian' },
    agentIdNumber: { zh: '代办人身份证号码', en: "Agent's ID number" },
    agentName: { zh: '代办人姓名', en: "Agent's name" },
    guardianIdNumber: { zh: '监护人身份证号码', en: "Guardian's ID number" },
    guardianName: { zh: '监护人姓名', en: "Guardian's name" },
    agentRelation: { zh: '与持卡人关系', en: 'Relationship to the holder' },
    agentPhone: { zh: '联系电话（挂失申请书用）', en: 'Phone number (for the loss form)' },
    agentAddress: { zh: '联系地址（挂失申请书用）', en: 'Address (for the loss form)' },
    householdRegister: { zh: '已查看户口簿（监护人）', en: 'Household register seen (guardian)' },
    submit: { zh: '开始办理', en: 'Open the visit' },
    opened: { zh: '已开始办理：{name}。', en: 'Visit opened: {name}.' },
    openStatement: { zh: '打印明细', en: 'Print a statement' },
    already: { zh: '当前客户是 {name}。', en: '{name} is at the counter.' },
    finishFirst: { zh: '结束后可办理下一位。', en: 'Finish this visit to serve the next customer.' },
    working: { zh: '正在核对…', en: 'Checking…' },
  },
} satisfies WordPairs;

declare module '../../shared/words/word-lists.ts' {
  interface WordLists {
    visit: typeof visitWords;
  }
}
