/** The words of opening a visit. */
import type { WordPairs } from '../../shared/words/word-pairs.ts';

export const visitWords = {
  visit: {
    title: { zh: '客户识别', en: 'Visit' },
    explain: {
      zh: '身份证和医保卡都要出示；可读身份证或刷卡，也可输入。',
      en: 'Both ID card and medical card lie on the counter; use the reader or type.',
    },
    explainLost: {
      zh: '卡已丢失：身份证要在柜台上，姓名和手机号须与登记一致。',
      en: 'The card is lost: the ID card lies on the counter, name and phone must be as on file.',
    },
    idNumber: { zh: '身份证号码', en: 'ID number' },
    name: { zh: '姓名', en: 'Name' },
    phone: { zh: '登记的手机号', en: 'Phone on file' },
    cardLost: { zh: '卡已丢失，改用姓名和手机号', en: 'The card is lost: name and phone instead' },
    card: { zh: '医保卡号', en: 'Medical card number' },
    idOk: { zh: '{birth} 出生，{age} 岁，{sex}', en: 'Born {birth}, {age}, {sex}' },
    cardOk: { zh: '卡号校验正确', en: 'Check digit right' },
    idFault: {
      LENGTH: { zh: '应为 18 位', en: 'Must be 18 characters' },
      CHARACTER: { zh: '含有不该出现的字符', en: 'Holds a character that cannot be' },
      BIRTH_DATE: { zh: '出生日期不存在', en: 'The birth date does not exist' },
      CHECK_DIGIT: { zh: '校验码不对', en: 'The check character is wrong' },
    },
    cardFault: {
      LENGTH: { zh: '应为 16 至 19 位', en: 'Must be 16 to 19 digits' },
      CHARACTER: { zh: '含有不该出现的字符', en: 'Holds a character that cannot be' },
      PREFIX: { zh: '不是以 62 开头', en: 'Does not start with 62' },
      CHECK_DIGIT: { zh: '校验位不对', en: 'The check digit is wrong' },
    },
    networkCheck: { zh: '联网核查结果', en: 'Network check' },
    networkHint: { zh: '按 {first} 至 {last} 选择', en: 'keys {first} to {last}' },
    matchPhoto: { zh: '一致，有照片', en: 'Match with photo' },
    matchNoPhoto: { zh: '一致，无照片', en: 'Match without photo' },
    nameDiffers: { zh: '姓名不符', en: 'Name differs' },
    numberUnknown: { zh: '号码不存在', en: 'Number unknown' },
    chooseNetwork: { zh: '请选择联网核查结果。', en: 'Choose the outcome of the network check.' },
    secondaryDocument: { zh: '第二种证件', en: 'Second document' },
    secondaryHint: {
      zh: '证件名称和号码，例如 户口簿、护照',
      en: 'Kind and number, such as household register or passport',
    },
    agent: { zh: '由他人代办', en: 'An agent acts for the holder' },
    agentTitle: { zh: '代办人', en: 'Agent' },
    guardianTitle: { zh: '监护人', en: 'Guardian' },
    agentIdNumber: { zh: '代办人身份证号码', en: "Agent's ID number" },
    agentName: { zh: '代办人姓名', en: "Agent's name" },
    agentRelation: { zh: '与持卡人关系', en: 'Relation to the holder' },
    agentPhone: { zh: '联系电话（挂失申请书用）', en: 'Phone, for a loss form' },
    agentAddress: { zh: '联系地址（挂失申请书用）', en: 'Address, for a loss form' },
    householdRegister: { zh: '已查看户口簿（监护人）', en: 'Household register seen (guardian)' },
    submit: { zh: '开始办理', en: 'Open the visit' },
    opened: { zh: '已开始办理：{name}。', en: 'Visit opened: {name}.' },
    openStatement: { zh: '打印明细', en: 'Print a statement' },
    already: { zh: '当前客户是 {name}。', en: '{name} is at the counter.' },
    finishFirst: { zh: '结束后可办理下一位。', en: 'Finish to serve the next customer.' },
    working: { zh: '正在核对…', en: 'Checking…' },
  },
} satisfies WordPairs;

declare module '../../shared/words/word-lists.ts' {
  interface WordLists {
    visit: typeof visitWords;
  }
}
